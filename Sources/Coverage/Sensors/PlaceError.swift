internal import Foundation
internal import Geodesy
internal import Radar
internal import Units

/// The position error of a multilateration system around its first antenna, and whether it is small enough.
///
/// Places are on the sphere of the Earth's mean radius at that antenna, where bearings and distances along the ground are those of
/// the ellipsoid: directions from stations 100 km apart are within some 0.1 % of those on the ellipsoid.
struct PlaceError: Sendable {
  private let system: Multilateration
  private let radius: Double
  private let largest: Length?

  /// The error of a system; nil for a timing error or an altitude error that is not above zero.
  /// - Parameter antennas: Where its antennas are, the first one that from which places are given.
  init?(of type: RadarType, antennas: [(position: Position, altitude: Length)], largest: Length?) {
    guard let first = antennas.first else { return nil }
    let curvature = EarthCurvature(at: first.position)
    let radius = (curvature.meridian * curvature.normal).squareRoot()
    let places = antennas.map { position, altitude in
      let way = Ellipsoid.wgs84.inverse(from: first.position, to: position)
      return Self.place(
        east: way.distance.metres * sin(way.azimuth.radians), north: way.distance.metres * cos(way.azimuth.radians),
        altitude: altitude.metres, radius
      ).place
    }
    let sensor = type.parameters.sensor
    guard
      let system = try? Multilateration(
        stations: places, timingErrorSeconds: sensor.timingSeconds ?? SensorParameters.assumedTimingSeconds,
        altitudeError: sensor.altitudeError)
    else { return nil }
    (self.system, self.radius, self.largest) = (system, radius, largest)
  }

  func isSmall(eastMetres east: Double, northMetres north: Double, altitude: Double, hearing: [Int]) -> Bool {
    guard let largest else { return true }
    return horizontal(eastMetres: east, northMetres: north, altitude: altitude, hearing: hearing).map { $0 <= largest }
      ?? false
  }

  /// The horizontal standard error (DRMS) of a place; nil where it is not determined.
  func horizontal(eastMetres east: Double, northMetres north: Double, altitude: Double, hearing: [Int]) -> Length? {
    let (place, up) = Self.place(east: east, north: north, altitude: altitude, radius)
    return system.error(at: place, up: up, hearing: hearing)?.horizontal
  }

  private static func place(
    east: Double, north: Double, altitude: Double, _ radius: Double
  ) -> (place: SIMD3<Double>, up: SIMD3<Double>) {
    let distance = (east * east + north * north).squareRoot()
    let angle = distance / radius
    let (sideways, upwards) = (distance > 0 ? sin(angle) / distance : 0, cos(angle))
    let up = SIMD3(sideways * east, sideways * north, upwards)
    return (up * (radius + altitude) - SIMD3(0, 0, radius), up)
  }
}
