internal import Foundation
public import Geodesy
internal import Radar
public import Units

extension TerrainCoverage {
  /// What the way of a look takes beyond free space: gases, rain and diffraction, as far as the scenario counts them.
  ///
  /// The ground's profile is followed at every look, post by post: nothing is approximated.
  /// - Parameters:
  ///   - station: Position in ``stations``.
  ///   - place: Where the target stands as the station sees it.
  ///   - enough: A loss from which on it does not matter how much more it is, two-way.
  /// - Returns: There and back; nothing where no loss counts, and all where the ground on the way is unknown.
  public func loss(
    from station: Int, to position: Position, altitude: Length, _ place: LookGeometry, enough: Decibels
  ) -> Decibels {
    let floor = floors[station]
    guard let wave = floor.station.type.looks?.wave else { return Decibels(0) }
    let air = floor.shadows.air(wave)?.twoWay(slantRange: place.slantRange, elevation: place.elevation).value ?? 0
    guard wave.losses.diffraction, air < enough.value else { return Decibels(air) }
    guard let terrain = floor.shadows.terrain() else { return Decibels(.infinity) }
    let way = Ellipsoid.wgs84.inverse(from: floor.station.position, to: position)
    let edge = terrain.loss(
      wave, azimuth: way.azimuth.radians, distance: way.distance.metres, target: altitude.metres)
    return Decibels(edge.isNaN ? .infinity : air + 2 * edge)
  }
}

extension SmoothEarthCoverage {
  /// What the way of a look takes beyond free space: gases, rain and diffraction over the smooth ground.
  /// - Parameters:
  ///   - station: Position in ``stations``.
  ///   - height: The target's, above the smooth ground.
  ///   - place: Where it stands as the station sees it.
  /// - Returns: There and back; nothing where no loss counts.
  public func loss(from station: Int, to position: Position, height: Length, _ place: LookGeometry) -> Decibels {
    let radar = stations[station]
    guard radar.type.looks?.wave != nil else { return Decibels(0) }
    return losses.loss(
      of: radar, antenna: antennaHeight(of: radar),
      groundDistance: Ellipsoid.wgs84.distance(from: radar.position, to: position), height: max(height, .zero),
      slantRange: place.slantRange, elevation: place.elevation)
  }
}
