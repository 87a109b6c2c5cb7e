import Foundation
import Placement
import TestSupport
import Testing

/// spopt's 205 census tracts and 16 store sites of San Francisco, with the optima that HiGHS proved.
private struct SanFrancisco {
  static let folder = "optim/spopt"
  static let distances = "\(folder)/SF_network_distance_candidateStore_16_censusTract_205_new.csv"

  var stores: [String] = []
  var tracts: [String] = []
  var weights: [Double] = []
  var distances: [(store: Int, tract: Int, metres: Double)] = []

  init() throws {
    for line in try SharedData.lines(Self.distances).dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      let metres = try #require(Double(fields[0]))
      if !stores.contains(fields[1]) { stores.append(fields[1]) }
      if !tracts.contains(fields[2]) {
        tracts.append(fields[2])
        weights.append(try #require(Double(fields[3])))
      }
      let store = try #require(stores.firstIndex(of: fields[1]))
      distances.append((store, try #require(tracts.firstIndex(of: fields[2])), metres))
    }
    try #require(stores.count == 16 && tracts.count == 205)
  }

  func model(within radius: Double) throws -> PlacementModel {
    try PlacementModel(
      options: stores.map { PlacementOption(id: $0, cost: 1) },
      demands: zip(tracts, weights).map { PlacementDemand(id: $0, weight: $1) },
      covers: distances.filter { $0.metres <= radius }.map { PlacementCover(option: $0.store, demand: $0.tract) })
  }
}

@Suite(.enabled(if: SharedData.has(SanFrancisco.distances), "the San Francisco set is absent"))
struct SanFranciscoTests {
  @Test func `every optimum that HiGHS proved is found and proved`() throws {
    let set = try SanFrancisco()
    let text = try SharedData.lines("optim/spopt/solved_by_highs.json").joined(separator: "\n")
    let solved = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    var count = 0
    for (name, optimum) in solved {
      guard let radius = name.firstMatch(of: /R=(\d+)/).flatMap({ Double($0.1) }) else { continue }
      let model = try set.model(within: radius)
      let answer: PlacementAnswer
      if let sites = name.firstMatch(of: /p=(\d+)/).flatMap({ Int($0.1) }) {
        answer = try model.solve(PlacementQuestion(.maximumCover, limits: [.count(sites)]))
      } else {
        answer = try model.solve(PlacementQuestion(.cheapestCover))
      }
      if let optimum = optimum as? Double {
        #expect(answer.value == optimum, "\(name)")
        #expect(answer.status == .optimal, "\(name)")
      } else {
        #expect(answer.status == .infeasible && answer.value == nil, "\(name)")
        #expect(model.uncoverableDemands().count == 36, "\(name)")
      }
      count += 1
    }
    #expect(count == 16)
  }
}
