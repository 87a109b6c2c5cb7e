import Foundation
import Placement
import TestSupport

/// Sites on a square of cells, each with room for one of three types; sight ends by sectors as between mountains.
struct SightCase {
  static let side = 40
  static let question = PlacementQuestion(.maximumCover, limits: [.budget(240)])

  static func model(seed: UInt64) throws -> PlacementModel {
    var random = SplitMix(seed: seed)
    let middle = (random.next(in: 8...32), random.next(in: 8...32))
    var demands: [PlacementDemand] = []
    for cell in 0..<side * side {
      let near = hypot(Double(cell / side) - middle.0, Double(cell % side) - middle.1) < 8
      demands.append(
        PlacementDemand(id: "cell \(cell)", weight: Double(Int.random(in: 0...3, using: &random) + (near ? 6 : 0))))
    }
    var options: [PlacementOption] = []
    var covers: [PlacementCover] = []
    for site in 0..<80 {
      let (x, y) = (random.next(in: 0...Double(side)), random.next(in: 0...Double(side)))
      let sectors = (0..<12).map { _ in random.next(in: 0.2...1.3) }
      for (type, (range, price)) in [(12.0, 89.0), (7.0, 32.0), (3.5, 12.0)].enumerated() {
        let cost = (price * random.next(in: 0.9...1.1)).rounded()
        for cell in 0..<side * side {
          let (dx, dy) = (Double(cell / side) - x, Double(cell % side) - y)
          let sector = min(11, Int((atan2(dy, dx) + .pi) / (2 * .pi) * 12))
          if hypot(dx, dy) < range * min(1, sectors[sector]) {
            covers.append(PlacementCover(option: options.count, demand: cell))
          }
        }
        options.append(PlacementOption(id: "site \(site) type \(type)", cost: cost, group: "site \(site)"))
      }
    }
    return try PlacementModel(options: options, demands: demands, covers: covers)
  }
}
