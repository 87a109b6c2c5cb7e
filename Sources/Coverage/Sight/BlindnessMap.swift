internal import Foundation
public import GeoFiles
public import Geodesy
internal import Terrain
public import Units

/// Why a radar does not see a target at one height, post by post.
public struct BlindnessMap: Sendable {
  /// For each post 0 where the target is seen, otherwise the index of the cause in ``Blindness/allCases``, from 1.
  public let grid: Grid<UInt8>

  /// The cause at a row and a column; nil where the target is seen.
  public func cause(row: Int, column: Int) -> Blindness? {
    let code = Int(grid[row, column])
    return code == 0 ? nil : Blindness.allCases[code - 1]
  }

  /// Number of posts by cause; posts where the target is seen are under nil.
  public var counts: [Blindness?: Int] {
    var numbers = [Int](repeating: 0, count: Blindness.allCases.count + 1)
    for code in grid.cells { numbers[Int(code)] += 1 }
    var counts: [Blindness?: Int] = [nil: numbers[0]]
    for (index, cause) in Blindness.allCases.enumerated() where numbers[index + 1] > 0 {
      counts[cause] = numbers[index + 1]
    }
    return counts
  }
}

extension Blindness {
  /// Its code in a ``BlindnessMap``.
  public var code: UInt8 { UInt8((Self.allCases.firstIndex(of: self) ?? 0) + 1) }
}

extension TerrainCoverage {
  /// Why a station does not see a target at one height, for each post of the region.
  ///
  /// What is seen is given by the station's floor. Ridge and horizon are distinguished as by ``SightLine``, but that the mean
  /// level of the ground is summed along rays half a degree apart: where it is all but the same whether smooth ground
  /// would hide the target, the two may differ (`a map of causes agrees with sight lines`).
  /// - Parameters:
  ///   - station: Position in ``stations``.
  ///   - height: Height of the target, the same at all posts.
  ///   - target: What the radar looks for.
  /// - Returns: A map on the region's grid; unknown everywhere when the antenna's altitude is.
  /// - Throws: ``FloorError`` when the terrain's system cannot be followed around the station.
  /// - Complexity: proportional to the posts.
  public func blindness(
    of station: Int, at height: Altitude, target: Target
  ) throws(FloorError) -> BlindnessMap {
    let floor = floors[station]
    let frame = region.grid.frame
    guard let antenna = floor.antennaAltitude, let limits = floor.limits(for: target) else {
      return BlindnessMap(
        grid: Grid(
          frame: frame, cells: [UInt8](repeating: Blindness.unknownTerrain.code, count: region.grid.cells.count)))
    }
    let position = floor.station.position
    let place = AntennaPlace.position(
      latitudeDegrees: position.latitudeDegrees, longitudeDegrees: position.longitudeDegrees)
    let track = try GroundTrack.from(place, over: frame)
    let judge = BlindnessJudge(
      floor: floor, limits: limits, antenna: antenna.metres,
      antennaGround: (antenna - floor.station.antennaHeight).metres, curvature: track.curvature, k: k,
      mean: try MeanGround(region.ground, track, range: max(limits.slantRange.metres, 1)), cells: floor.cells(limits))
    var cells = [UInt8](repeating: 0, count: region.grid.cells.count)
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        let ground = Double(region.ground(row: row, column: column))
        let altitude =
          switch height {
          case .aboveGround(let above): ground + above.metres
          case .aboveSeaLevel(let above): above.metres
          }
        cells[row * frame.columns + column] =
          judge.cause(row: row, column: column, altitude: altitude, ground: ground)?.code ?? 0
      }
    }
    return BlindnessMap(grid: Grid(frame: frame, cells: cells))
  }

  /// The line of sight from a station to a place, over the terrain itself even where ``region`` is coarsened.
  ///
  /// It gives the blocking point, the lowest altitude in sight and the mast that would clear it;
  /// ``SightLine/blindness(within:)`` adds the radar's own limits.
  /// - Throws: ``FloorError``, also when the ground of the site is unknown.
  public func sightLine(
    from station: Int, to position: Position, at height: Altitude
  ) throws(FloorError) -> SightLine {
    let radar = floors[station].station
    let profile = try SightProfile.along(from: radar.position, to: position, over: region.terrain)
    return try SightLine(over: profile, antenna: radar.antenna, target: height, k: k)
  }
}

/// Finds the cause at one post.
private struct BlindnessJudge {
  let floor: RadarFloor
  let limits: RadarLimits
  let antenna: Double
  let antennaGround: Double
  let curvature: EarthCurvature
  let k: Double
  let mean: MeanGround
  /// The lowest altitudes by terrain and diffraction.
  let cells: [Float]

  func cause(row: Int, column: Int, altitude: Double, ground: Double) -> Blindness? {
    if altitude < ground { return .belowGround }
    guard let vector = floor.bearings.vector(column: Double(column), row: Double(row)) else { return .range }
    let square = vector.east * vector.east + vector.north * vector.north
    let span = limits.span(eastMetres: vector.east, northMetres: vector.north)
    if !(altitude >= span.lowestMetres && altitude <= span.highestMetres) {
      guard altitude.isFinite || span.lowestMetres > span.highestMetres else { return .unknownTerrain }
      let cause = limits.cause(
        at: .metres(altitude.isFinite ? altitude : antenna), groundDistance: .metres(square.squareRoot()),
        azimuth: .radians(atan2(vector.east, vector.north)))
      return cause.map(Blindness.init) ?? .range
    }
    let sight = floor.sight(row: row, column: column, cells)
    if sight.isNaN { return square.squareRoot() > floor.reach.metres ? .range : .unknownTerrain }
    if altitude >= sight { return nil }
    // In the line of sight, and below the soft edge of a shadow.
    if limits.shadow != nil, altitude >= floor.sight(row: row, column: column, floor.grid.cells) { return .diffraction }
    // Euler's formula with the cosine and sine of the azimuth taken from the vector.
    let radius =
      k * square / (vector.north * vector.north / curvature.meridian + vector.east * vector.east / curvature.normal)
    let level = mean.level(eastMetres: vector.east, northMetres: vector.north)
    let isBehind = SightGeometry(radius: radius, antenna: antenna).isBehindHorizon(
      distance: square.squareRoot(), target: altitude, overGroundAt: [antennaGround, ground, level])
    return isBehind ? .horizon : .ridge
  }
}

extension RadarFloor {
  /// The line-of-sight floor at a post of the region, metres; NaN where unknown or outside.
  fileprivate func sight(row: Int, column: Int, _ cells: [Float]) -> Double {
    guard window.rows.contains(row), window.columns.contains(column) else { return .nan }
    return Double(
      cells[(row - window.rows.lowerBound) * window.columns.count + column - window.columns.lowerBound])
  }
}
