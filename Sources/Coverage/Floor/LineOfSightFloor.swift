internal import CFloorKernels
internal import Foundation
public import GeoFiles
public import Radar
public import Units

/// The floor of one radar over terrain: for each post the lowest altitude in line of sight of its antenna.
///
/// The Earth is an effective sphere of k times the ellipsoid's radius of curvature at the antenna in the azimuth of the
/// sight line, the sight line a geodesic, the terrain linear between neighbouring posts along rows and columns (the R3
/// model). Refraction other than by k and diffraction are not in it; what stands on the ground is, where the terrain that
/// it is given is that surface.
public enum LineOfSightFloor {
  /// Computes a floor.
  ///
  /// Terrain that has no coordinate system is a plane with steps in metres. The same input gives the same bits for any
  /// number of workers.
  /// - Parameters:
  ///   - terrain: Ground above mean sea level, with what stands on it, metres; NaN is unknown and hides what lies behind
  ///     it. No floor is lower.
  ///   - antenna: Where the antenna stands; outside the terrain everything is unknown.
  ///   - antennaAltitude: Altitude of the antenna above mean sea level.
  ///   - range: Farthest distance along the ground, 5,000 km at most; posts beyond are NaN. Degrees bend too much for that
  ///     away from the equator (`bentGrid`): there it is 3,400 km, at 30° of latitude 1,500 km, at 60° 350 km.
  ///   - k: Effective Earth radius factor.
  ///   - quality: How closely the floor follows the exact model.
  ///   - wanted: The rows and columns whose floors are wanted; nil for those within the range.
  ///   - workers: How many threads work at a time.
  ///   - memory: Cells of an earlier floor that is no longer needed, whose memory is used again.
  /// - Throws: ``FloorError``.
  /// - Accuracy: `exact` follows every sight line in double precision; the others are measured against it by
  ///   `bench accuracy`; the article CoverageFloors has the figures.
  /// - Complexity: proportional to the posts within range; `exact` times the range in posts.
  /// - Source: R3 and its approximations: W. R. Franklin and C. K. Ray, "Higher isn't necessarily better: visibility
  ///   algorithms and experiments", 1994.
  public static func compute(
    terrain: Grid<Float>, antenna: AntennaPlace, antennaAltitude: Length, range: Length,
    k: Double = EffectiveEarth.standardFactor,
    quality: FloorQuality = .standard, wanted: (rows: Range<Int>, columns: Range<Int>)? = nil, workers: Int = 1,
    reusing memory: consuming [Float] = []
  ) throws(FloorError) -> FloorMap {
    try compute(
      terrain: terrain, antenna: antenna, antennaAltitude: antennaAltitude, range: range, k: k, quality: quality,
      wanted: wanted, workers: workers, kernel: .fastest, reusing: memory)
  }

  package static func compute(
    terrain: Grid<Float>, antenna: AntennaPlace, antennaAltitude: Length, range: Length, k: Double,
    quality: FloorQuality, wanted: (rows: Range<Int>, columns: Range<Int>)?, workers: Int, kernel: FloorKernel,
    reusing old: consuming [Float] = []
  ) throws(FloorError) -> FloorMap {
    try compute(
      terrain: terrain, track: try GroundTrack.from(antenna, over: terrain.frame), antennaAltitude: antennaAltitude,
      range: range, k: k, quality: quality, wanted: wanted, workers: workers, kernel: kernel, reusing: old)
  }

  /// A floor along a way that is known.
  static func compute(
    terrain: Grid<Float>, track: GroundTrack, antennaAltitude: Length, range: Length, k: Double,
    quality: FloorQuality, wanted: (rows: Range<Int>, columns: Range<Int>)?, workers: Int,
    kernel: FloorKernel = .fastest, reusing old: consuming [Float] = []
  ) throws(FloorError) -> FloorMap {
    let frame = terrain.frame
    guard range.metres >= 0, range.metres.isFinite, range.kilometres <= 5000 else {
      throw FloorError(.badParameter, "a range of \(range.metres) m", remedy: "state one from 0 to 5,000 km")
    }
    guard k > 0, k.isFinite, antennaAltitude.metres.isFinite, abs(antennaAltitude.metres) < 1e5 else {
      throw FloorError(
        .badParameter, "k \(k), antenna at \(antennaAltitude.metres) m",
        remedy: "state a positive k and an altitude below 100 km"
      )
    }
    let within = wanted ?? posts(within: range.metres, of: track, frame)
    let problem = FloorProblem(
      antennaColumn: track.column, antennaRow: track.row, antenna: antennaAltitude.metres, k: k, range: range.metres,
      rows: frame.rows,
      columns: frame.columns, wantedRows: within.rows, wantedColumns: within.columns)
    let window = frame.window(rows: within.rows, columns: within.columns)
    var grid = Grid<Float>(
      frame: window,
      cells: unknown(window, reusing: old, but: problem.isOutside ? nil : certain(problem, track)))
    if !problem.isOutside, !grid.cells.isEmpty {
      let surfaces = try surfaces(problem, track)
      try terrain.cells.withUnsafeBufferPointer { source throws(FloorError) in
        try grid.cells.withUnsafeMutableBufferPointer { target throws(FloorError) in
          let memory = FloorMemory(
            terrain: source.baseAddress!, pitch: frame.columns, floors: target.baseAddress!,
            floorPitch: within.columns.count)
          if let density = quality.density {
            FanFloor(problem: problem, surfaces: surfaces, memory: memory, kernel: kernel, density: density).run(
              workers)
          } else {
            ExactFloor(problem: problem, surfaces: surfaces, memory: memory).run(workers)
          }
          groundAtAntenna(problem, memory)
        }
      }
    }
    return FloorMap(
      grid: grid, rowOffset: within.rows.lowerBound, columnOffset: within.columns.lowerBound,
      antennaColumn: track.column, antennaRow: track.row, isAntennaOutside: problem.isOutside)
  }

  /// As many floors, in the memory of an array that is no longer needed where it is of use. All are unknown but those
  /// that an engine writes for certain.
  private static func unknown(
    _ frame: GridFrame, reusing old: consuming [Float], but written: [Range<Int>]?
  ) -> [Float] {
    let (rows, columns) = (frame.rows, frame.columns)
    var cells = [Float].undefined(rows * columns, reusing: old)
    cells.withUnsafeMutableBufferPointer { cells in
      guard let written else { return cells.update(repeating: .nan) }
      guard let base = cells.baseAddress else { return }
      for (row, inside) in written.enumerated() {
        atalaya_floor_blank(base + row * columns, inside.lowerBound)
        atalaya_floor_blank(base + (row * columns + inside.upperBound), columns - inside.upperBound)
      }
      atalaya_floor_settle()
    }
    return cells
  }

  /// The posts that lie so well within the range that an engine writes their floors.
  private static func certain(_ problem: FloorProblem, _ track: GroundTrack) -> [Range<Int>] {
    RangeRows(track, distance: problem.range * 0.98, rows: problem.wantedRows, columns: problem.wantedColumns)
      .columns.map {
        $0.lowerBound - problem.wantedColumns.lowerBound..<$0.upperBound - problem.wantedColumns.lowerBound
      }
  }

  private static func surfaces(_ problem: FloorProblem, _ track: GroundTrack) throws(FloorError) -> [FanSurface] {
    let range = max(problem.range, 1)
    if let surfaces = surfaces(track, range: range) { return surfaces }
    throw FloorError.bentGrid(
      "within \(Int(clamping: range / 1000)) km of the antenna", reach: reach(track, below: range))
  }

  private static func surfaces(_ track: GroundTrack, range: Double) -> [FanSurface]? {
    var surfaces: [FanSurface] = []
    for quadrant in FanQuadrant.all {
      guard let surface = FanSurface(track, quadrant: quadrant, range: range) else { return nil }
      surfaces.append(surface)
    }
    return surfaces
  }

  /// How far the grid can be followed, in whole kilometres to a hundredth; nil for less than one.
  private static func reach(_ track: GroundTrack, below range: Double) -> Double? {
    var (low, high) = (0.0, range)
    while high - low > max(1000, low / 100) {
      let middle = (low + high) / 2
      if surfaces(track, range: middle) == nil { high = middle } else { low = middle }
    }
    // A whole number that is not above: as it is stored, so it can be followed.
    var whole = (low / 1000).rounded(.down) * 1000
    while whole > 0, surfaces(track, range: whole) == nil { whole -= 1000 }
    return whole > 0 ? whole : nil
  }

  /// A target over a corner of the antenna's own cell, or over its own post, is in sight from the ground up: no line of
  /// posts lies between.
  private static func groundAtAntenna(_ problem: FloorProblem, _ memory: FloorMemory) {
    let (column, row) = (problem.antennaColumn, problem.antennaRow)
    let isPost = column == column.rounded() && row == row.rounded()
    for c in Set([Int(column.rounded(.down)), Int(column.rounded(.up))]) where problem.wantedColumns.contains(c) {
      for r in Set([Int(row.rounded(.down)), Int(row.rounded(.up))]) where problem.wantedRows.contains(r) {
        let at = (r - problem.wantedRows.lowerBound) * memory.floorPitch + c - problem.wantedColumns.lowerBound
        // Beyond a short range a corner has no floor.
        if isPost || !memory.floors[at].isNaN { memory.floors[at] = memory.terrain[r * memory.pitch + c] }
      }
    }
  }

  /// The rows and columns that may lie within a distance of the antenna.
  static func posts(
    within range: Double, of track: GroundTrack, _ frame: GridFrame
  ) -> (rows: Range<Int>, columns: Range<Int>) {
    var (top, bottom, left, right) = (track.row, track.row, track.column, track.column)
    for step in 0..<256 {
      let post = track.post(azimuth: Double(step) / 256 * 2 * .pi, distance: range)
      guard post.row.isFinite, post.column.isFinite else { return (0..<frame.rows, 0..<frame.columns) }
      (top, bottom) = (min(top, post.row), max(bottom, post.row))
      (left, right) = (min(left, post.column), max(right, post.column))
    }
    func clip(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
      // Between two of 256 azimuths the circle bulges by at most 1 in 13 000 of its radius.
      let slack = 1 + (high - low) / 13_000
      let first = Int(min(max((low - slack).rounded(.down), 0), Double(count)))
      let last = Int(min(max((high + slack).rounded(.up) + 1, Double(first)), Double(count)))
      return first..<max(first, last)
    }
    return (clip(top, bottom, frame.rows), clip(left, right, frame.columns))
  }
}
