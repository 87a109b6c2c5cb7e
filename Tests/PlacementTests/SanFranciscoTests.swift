import Foundation
import Placement
import TestSupport
import Testing

/// spopt's 205 census tracts and 16 store sites of San Francisco, with the optima that HiGHS proved.
private struct SanFrancisco {
  var stores: [String]
  var tracts: [String] = []
  var weights: [Double] = []
  var distances: [(store: Int, tract: Int, metres: Double)] = []

  init() throws {
    let lines = try Reference.lines("PlacementTests", "san_francisco.csv").map {
      $0.split(separator: ",").map(String.init)
    }
    stores = Array(lines[0].dropFirst(2))
    for (tract, fields) in lines.dropFirst().enumerated() {
      try #require(fields.count == 18, "\(fields)")
      tracts.append(fields[0])
      weights.append(try #require(Double(fields[1])))
      for (store, field) in fields.dropFirst(2).enumerated() {
        distances.append((store, tract, try #require(Double(field))))
      }
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

@Suite struct SanFranciscoTests {
  @Test func `every optimum that HiGHS proved is found and proved`() throws {
    let set = try SanFrancisco()
    let data = try Reference.data("PlacementTests", "san_francisco_optima.json")
    let solved = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    // What all of its tracts demand, so that no row was lost on the way.
    #expect(set.weights.reduce(0, +) == solved["total_demand"] as? Double)
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
