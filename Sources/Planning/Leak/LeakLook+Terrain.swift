import Coverage
import Geodesy
import Scenario
import Terrain
import Units

extension LeakRow: CandidateRow {}

extension LeakLook {
  /// What every radar sees over terrain, at n × n places of each cell.
  func over(
    _ terrain: Terrain, _ options: TerrainCoverage.Options, progress: (@Sendable (PlanProgress) -> Void)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(LeakError) -> LeakSights {
    let target = question.target
    let found = try rows(
      over: terrain, target: target, content: content, options, progress: progress, isCancelled: isCancelled
    ) { alone, ground in
      LeakRow(
        ground.altitudes.flatMap { altitudes in
          alone.marginsInMetres(seenBy: 0, at: ground.samples, altitudesMetres: altitudes, target: target).map {
            $0 >= 0
          }
        })
    }
    return LeakSights(
      placesPerCell: Self.placesPerSide * Self.placesPerSide, rows: found.rows,
      available: LeakRow(found.available.flatMap { $0 }), heights: question.heights.count, ground: found.ground,
      tellsWhole: false, warnings: found.warnings)
  }

  /// The ground at some places, metres; not a number where it is unknown.
  func elevations(_ terrain: Terrain, at places: [Position]) throws(LeakError) -> [Double] {
    do {
      return try terrain.elevations(at: places).map { $0?.metres ?? .nan }
    } catch { throw LeakError(.terrain, because: error) }
  }

  /// How much of the ground is unknown; nothing below a hundredth.
  func unknownWarning(_ grounds: [Double]) -> [LeakWarning] {
    let unknown = grounds.count(where: \.isNaN)
    guard Double(unknown) >= 0.01 * Double(grounds.count) else { return [] }
    let share = "the ground is unknown at \((Double(unknown) / Double(grounds.count) * 100).fixed(0)) % of the places"
    return [
      LeakWarning(
        .unknownGround,
        question.unknown == .open
          ? "\(share): routes lead over them, and the aircraft is not seen there"
          : "\(share): no route leads over them (ways_over_unknown: open in scenario.yaml leads routes there, where nothing is seen)"
      )
    ]
  }

  /// What is known of each cell's ground, from that of its places.
  static func ground(_ metres: [Double]) -> [LeakSights.CellGround] {
    let count = placesPerSide * placesPerSide
    return stride(from: 0, to: metres.count, by: count).map { first in
      switch metres[first..<first + count].count(where: \.isNaN) {
      case 0: .known
      case count: .unknown
      default: .partly
      }
    }
  }

  /// Everything that a row depends on besides radar, terrain and quality.
  var content: String {
    "leak 1\n\(area.grid.frame)\n\(Self.placesPerSide)\n\(question.heights)\n\(question.ceiling?.metres ?? .infinity)\n"
      + "\(question.target)"
  }
}
