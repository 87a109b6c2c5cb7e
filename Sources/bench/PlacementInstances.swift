import Atalaya
import Foundation

/// Models for the benchmark of placement, the same in every run.
enum PlacementInstances {
  struct Random {
    var state: UInt64

    mutating func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
  }

  /// 225 sites with three types each on a square of 141 × 141 cells; sight ends by sectors as between mountains, and
  /// cells weigh more around some centres.
  static func planner(need: Double = 1) throws -> PlacementModel {
    var random = Random(state: 7)
    let side = 141
    let weights = weights(rows: side, columns: side, &random)
    var options: [PlacementOption] = []
    var covers: [PlacementCover] = []
    for site in 0..<225 {
      let (x, y) = (random.unit() * 141, random.unit() * 141)
      let sectors = (0..<36).map { _ in pow(random.unit(), 0.7) }
      for (type, (range, price)) in [(42.0, 17.8e6), (24.0, 6.3e6), (12.0, 2.4e6)].enumerated() {
        let cost = (price * (0.9 + 0.2 * random.unit()) / 1e5).rounded() * 1e5
        options.append(PlacementOption(id: "site \(site) type \(type)", cost: cost, group: "site \(site)"))
        for cell in weights.indices {
          let (dx, dy) = (Double(cell / side) - x, Double(cell % side) - y)
          let distance = hypot(dx, dy)
          let sector = min(35, Int((atan2(dy, dx) + .pi) / (2 * .pi) * 36))
          if distance < range, distance < 4 || distance < sectors[sector] * range * 1.3 {
            covers.append(PlacementCover(option: options.count - 1, demand: cell))
          }
        }
      }
    }
    return try PlacementModel(
      options: options,
      demands: weights.enumerated().map { PlacementDemand(id: "cell \($0)", weight: $1, need: need) }, covers: covers)
  }

  /// Weights of cells, row by row: 0 to 3, and up to 11 more within some circles.
  static func weights(rows: Int, columns: Int, _ random: inout Random) -> [Double] {
    var weights = (0..<(rows * columns)).map { _ in (random.unit() * 4).rounded(.down) }
    for _ in 0..<6 {
      let (x, y) = (random.unit() * Double(rows), random.unit() * Double(columns))
      let radius = 6 + random.unit() * 14
      for cell in weights.indices where hypot(Double(cell / columns) - x, Double(cell % columns) - y) < radius {
        weights[cell] += (random.unit() * 12).rounded(.down)
      }
    }
    return weights
  }

  /// A set covering problem as in OR-Library's class C: 400 rows, 4000 columns, density 2 %, costs 1 to 100, every row
  /// in two columns and every column in one row at least (Balas and Ho, 1980; Beasley, 1987).
  static func cover() throws -> PlacementModel {
    var random = Random(state: 41)
    let (rows, columns) = (400, 4000)
    func pick(_ count: Int) -> Int { Int(random.unit() * Double(count)) }
    var pairs: Set<Int> = []
    for column in 0..<columns { pairs.insert(pick(rows) * columns + column) }
    for row in 0..<rows { for _ in 0..<2 { pairs.insert(row * columns + pick(columns)) } }
    while pairs.count < rows * columns / 50 { pairs.insert(pick(rows) * columns + pick(columns)) }
    let options = (0..<columns).map { PlacementOption(id: "column \($0)", cost: Double(1 + pick(100))) }
    return try PlacementModel(
      options: options, demands: (0..<rows).map { PlacementDemand(id: "row \($0)", weight: 1) },
      covers: pairs.sorted().map { PlacementCover(option: $0 % columns, demand: $0 / columns) })
  }

  /// The instance NewYork of AILS-MCLP: every demand point is a candidate, 400 m, haversine with R = 6 378 100 m; nil
  /// when the shared data are absent.
  static func newYork() throws -> PlacementModel? {
    let path = "../shared/data/optim/mclp/NewYork.txt"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    let numbers = lines.map { $0.split(whereSeparator: \.isWhitespace).compactMap { Double($0) } }
    let points = numbers.filter { $0.count == 2 }.map { (latitude: $0[0] * .pi / 180, longitude: $0[1] * .pi / 180) }
    let weights = numbers.filter { $0.count == 1 }.map { $0[0] }.suffix(points.count)
    var covers: [PlacementCover] = []
    for (index, a) in points.enumerated() {
      for (other, b) in points.enumerated() {
        let half = pow(sin((b.latitude - a.latitude) / 2), 2)
        let whole = half + cos(a.latitude) * cos(b.latitude) * pow(sin((b.longitude - a.longitude) / 2), 2)
        if 2 * 6_378_100 * asin(min(1, whole.squareRoot())) <= 400 {
          covers.append(PlacementCover(option: index, demand: other))
        }
      }
    }
    return try PlacementModel(
      options: points.indices.map { PlacementOption(id: "\($0)", cost: 1) },
      demands: weights.enumerated().map { PlacementDemand(id: "\($0)", weight: $1) }, covers: covers)
  }
}
