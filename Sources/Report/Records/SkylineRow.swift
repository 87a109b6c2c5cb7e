internal import Coverage
internal import Geodesy
internal import Radar
internal import Units

/// The skyline in one azimuth.
struct SkylineRow {
  var direction: HorizonProfile.Direction
  /// Where the highest ground is.
  var position: Position?

  init(_ direction: HorizonProfile.Direction, from antenna: Position) {
    self.direction = direction
    position = direction.distance.map {
      Ellipsoid.wgs84.direct(from: antenna, azimuth: direction.azimuth, distance: $0).position.normalized
    }
  }
}
