package import Coverage
public import Geodesy
package import Terrain
public import Units

/// A polyline of geodesics flown at one ground speed, with the aircraft's height along it.
///
/// Heights are above the smooth ground. Between waypoints they change linearly with distance, both ends turned to
/// heights above that ground first. Two waypoints at one place make a leg of no length, a step in height.
///
/// A path over terrain also knows its altitudes: between two waypoints above ground the height above the terrain changes
/// linearly; between two above mean sea level, or one of each kind, the altitude does, a height above ground being turned
/// into an altitude over the terrain at its waypoint. Where the path would lead below the ground, the aircraft is on the
/// ground.
public struct FlightPath: Sendable {
  /// A geodesic between two waypoints.
  struct Leg: Sendable {
    var start: Position
    var azimuth: Angle
    var lengthMetres: Double
    /// Along the path, where the leg begins.
    var startMetres: Double
    var startHeight: Double
    var endHeight: Double
    /// The terrain below and the altitudes over it; nil over a smooth ground.
    var ground: LegGround?
  }

  private(set) var legs: [Leg]
  let end: Position
  private let endHeight: Double
  /// Length of the whole path.
  public let length: Length

  /// A path through waypoints.
  /// - Parameters:
  ///   - waypoints: One or more.
  ///   - groundElevation: Elevation of the smooth ground above mean sea level.
  public init(_ waypoints: [Waypoint], groundElevation: Length) {
    var legs: [Leg] = []
    var along = 0.0
    for (a, b) in zip(waypoints, waypoints.dropFirst()) {
      let way = Ellipsoid.wgs84.inverse(from: a.position, to: b.position)
      legs.append(
        Leg(
          start: a.position, azimuth: way.azimuth, lengthMetres: way.distance.metres, startMetres: along,
          startHeight: a.altitude.height(overGroundAt: groundElevation).metres,
          endHeight: b.altitude.height(overGroundAt: groundElevation).metres))
      along += way.distance.metres
    }
    self.legs = legs
    end = waypoints.last?.position ?? Position(latitudeDegrees: 0, longitudeDegrees: 0)
    endHeight = waypoints.last?.altitude.height(overGroundAt: groundElevation).metres ?? 0
    length = .metres(along)
  }

  /// A path through waypoints over terrain.
  /// - Parameters:
  ///   - waypoints: One or more.
  ///   - region: The terrain.
  ///   - groundElevation: Elevation of the ground above mean sea level where the terrain is unknown.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the terrain's system.
  package init(
    _ waypoints: [Waypoint], over region: TerrainRegion, groundElevation: Length
  ) throws(TerrainError) {
    self.init(waypoints, groundElevation: groundElevation)
    for index in legs.indices {
      legs[index].ground = try LegGround(
        legs[index], from: waypoints[index].altitude, to: waypoints[index + 1].altitude, over: region,
        otherwise: groundElevation)
    }
  }

  /// The place at a distance along the path; its ends before and beyond them.
  public func position(at distance: Length) -> Position { state(atMetres: distance.metres).position }

  /// Place and height above ground at a distance along the path.
  func state(atMetres distance: Double) -> (position: Position, height: Double) {
    guard let leg = leg(atMetres: distance) else { return (end, endHeight) }
    return FlightPath.state(on: leg, atMetres: distance - leg.startMetres)
  }

  /// Altitude above mean sea level at a distance along a path over terrain, metres; NaN where the ground is unknown that
  /// it follows, and over a smooth ground.
  func altitudeMetres(at distance: Length) -> Double {
    guard let leg = leg(atMetres: distance.metres), let ground = leg.ground else { return .nan }
    let along = min(max(distance.metres - leg.startMetres, 0), leg.lengthMetres)
    return ground.altitudeMetres(at: along)
  }

  /// The leg at a distance; nil when there is none.
  private func leg(atMetres distance: Double) -> Leg? {
    var low = 0
    var high = legs.count
    while low < high {
      let middle = (low + high) / 2
      if legs[middle].startMetres <= distance { low = middle + 1 } else { high = middle }
    }
    return legs.isEmpty ? nil : legs[max(low - 1, 0)]
  }

  /// Place and height at a distance along one leg, kept within it.
  static func state(on leg: Leg, atMetres distance: Double) -> (position: Position, height: Double) {
    let along = min(max(distance, 0), leg.lengthMetres)
    guard leg.lengthMetres > 0 else { return (leg.start, leg.endHeight) }
    let part = along / leg.lengthMetres
    let height = leg.startHeight + (leg.endHeight - leg.startHeight) * part
    guard along > 0 else { return (leg.start, height) }
    return (
      Ellipsoid.wgs84.direct(from: leg.start, azimuth: leg.azimuth, distance: .metres(along)).position, height
    )
  }
}
