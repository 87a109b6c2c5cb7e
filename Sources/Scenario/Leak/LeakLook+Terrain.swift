import Coverage
import Geodesy
import Terrain
import Units

extension LeakLook {
  /// What every radar sees over terrain, at n × n places of each cell.
  func over(
    _ terrain: Terrain, _ options: TerrainCoverage.Options, progress: (@Sendable (PlanProgress) -> Void)?
  ) throws(LeakError) -> LeakSights {
    let places = area.grid.places(perSide: Self.placesPerSide).map(\.normalized)
    let (question, target) = (question, question.target)
    let grounds: [Double]
    var rows: [LeakRow] = []
    do {
      grounds = try terrain.elevations(at: places).map { $0?.metres ?? .nan }
    } catch { throw LeakError(error.description) }
    let altitudes = question.heights.map { height in
      grounds.map { question.altitudeMetres(height, overGroundAt: $0) }
    }
    for (index, station) in stations.enumerated() {
      do {
        let alone = try TerrainCoverage.load(
          [station], over: terrain, targets: [target], k: scenario.effectiveEarthFactor, options: options)
        let samples: [TerrainSample]
        do { samples = try alone.region.samples(at: places) } catch { throw TerrainCoverageError.terrain(error) }
        rows.append(
          LeakRow(
            question.heights.flatMap { height in
              let altitudes = samples.map { question.altitudeMetres(height, overGroundAt: $0.groundMetres) ?? .nan }
              return alone.marginsInMetres(seenBy: 0, at: samples, altitudesMetres: altitudes, target: target)
                .map { $0 >= 0 }
            }))
      } catch { throw LeakError("\(error)") }
      progress?(PlanProgress(done: index + 1, total: stations.count))
    }
    let unknown = grounds.count(where: \.isNaN)
    var notes: [String] = []
    if unknown > 0 {
      notes.append(
        "the ground is unknown at \((Double(unknown) / Double(grounds.count) * 100).fixed(0)) % of the places: the "
          + "aircraft is not seen there")
    }
    return LeakSights(
      placesPerCell: Self.placesPerSide * Self.placesPerSide, rows: rows,
      available: LeakRow(altitudes.flatMap { $0.map { $0 != nil } }), heights: question.heights.count, notes: notes)
  }
}
