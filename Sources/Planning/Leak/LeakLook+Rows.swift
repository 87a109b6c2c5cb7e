import Coverage
import Geodesy
import Scenario
import Terrain
import Units

extension LeakLook {
  /// The places of the grid over a region of terrain, n × n for each cell, and how high the aircraft flies over each.
  struct Ground: Sendable {
    var samples: [TerrainSample]
    /// By height, metres above mean sea level; not a number where the aircraft cannot be.
    var altitudes: [[Double]]
  }

  /// What every radar gives over terrain.
  struct TerrainRows<Row: CandidateRow> {
    /// A row for each station.
    var rows: [Row]
    /// By height, whether the aircraft can be at each place.
    var available: [[Bool]]
    /// What is known of each cell's ground; empty where all is.
    var ground: [LeakSights.CellGround]
    var warnings: [LeakWarning]
  }

  /// Asks every radar over terrain, at n × n places of each cell.
  /// - Parameters:
  ///   - target: What is looked for, as far as a row needs it.
  ///   - content: Everything that a row depends on besides radar, terrain and quality.
  ///   - row: The row of one radar, from the coverage of only that one.
  func rows<Row: CandidateRow>(
    over terrain: Terrain, target: Target, content: String, _ options: TerrainCoverage.Options,
    progress: (@Sendable (PlanProgress) -> Void)?, isCancelled: @escaping @Sendable () -> Bool,
    row: @escaping @Sendable (TerrainCoverage, Ground) -> Row
  ) throws(LeakError) -> TerrainRows<Row> {
    let places = area.grid.places(perSide: Self.placesPerSide).map(\.normalized)
    let question = question
    let grounds = try elevations(terrain, at: places)
    let rows: CandidateRows<Row>
    do {
      rows = try CandidateRows<Row>.make(
        of: stations, over: terrain, targets: [target], k: scenario.effectiveEarthFactor, options: options,
        content: content,
        prepare: { (region) throws(TerrainError) in
          let samples = try region.samples(at: places)
          return Ground(
            samples: samples,
            altitudes: question.heights.map { height in
              samples.map { question.altitudeMetres(height, overGroundAt: $0.groundMetres) ?? .nan }
            })
        },
        progress: { done, total in progress?(PlanProgress(.radars, done: done, total: total)) },
        isCancelled: isCancelled, row: row)
    } catch { throw LeakError(.terrain, because: error) }
    return TerrainRows(
      rows: rows.rows,
      available: question.heights.map { height in
        grounds.map { question.altitudeMetres(height, overGroundAt: $0) != nil }
      },
      ground: grounds.contains(where: \.isNaN) ? Self.ground(grounds) : [],
      warnings: rows.warnings.map { LeakWarning(.terrain, from: $0) } + unknownWarning(grounds))
  }
}
