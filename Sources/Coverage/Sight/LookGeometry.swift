public import Geodesy
internal import Radar
public import Units

/// Where a target stands as an antenna sees it, over an effective Earth.
public struct LookGeometry: Sendable, Hashable {
  /// The straight distance.
  public var slantRange: Length
  /// Above the local horizontal at the antenna.
  public var elevation: Angle

  /// A place as an antenna sees it.
  package init(slantRange: Length, elevation: Angle) {
    self.slantRange = slantRange
    self.elevation = elevation
  }
}

extension SmoothEarthCoverage {
  /// Where a target at a height above the smooth ground stands as a station sees it.
  /// - Parameter station: Position in ``stations``.
  public func geometry(from station: Int, to position: Position, height: Length) -> LookGeometry {
    let radar = stations[station]
    let ground = Ellipsoid.wgs84.distance(from: radar.position, to: position)
    return earth.geometry(groundDistance: ground, from: antennaHeight(of: radar), to: max(height, .zero))
  }
}

extension TerrainCoverage {
  /// Where a target at an altitude above mean sea level stands as a station sees it, on the sphere of its floor.
  /// - Parameter station: Position in ``stations``.
  /// - Returns: Nil where the antenna's altitude is unknown.
  public func geometry(from station: Int, to position: Position, altitude: Length) -> LookGeometry? {
    let floor = floors[station]
    guard let antenna = floor.antennaAltitude else { return nil }
    let way = Ellipsoid.wgs84.inverse(from: floor.station.position, to: position)
    let radius = EarthCurvature(at: floor.station.position).radius(azimuth: way.azimuth.radians)
    let earth = EffectiveEarth(k: k * radius / EffectiveEarth.meanRadius.metres)
    return earth.geometry(groundDistance: way.distance, from: antenna, to: altitude)
  }
}

extension EffectiveEarth {
  fileprivate func geometry(groundDistance: Length, from antenna: Length, to target: Length) -> LookGeometry {
    LookGeometry(
      slantRange: slantRange(groundDistance: groundDistance, from: antenna, to: target),
      elevation: elevation(groundDistance: groundDistance, from: antenna, to: target))
  }
}
