public import Units

/// A place on the WGS 84 ellipsoid: geodetic latitude and longitude.
///
/// Longitude is kept as given (it may pass ±180 in the middle of a computation); ``normalized`` brings it to [−180, 180).
public struct Position: Sendable, Hashable {
  /// Geodetic latitude, degrees north, −90 to 90.
  public var latitudeDegrees: Double
  /// Longitude, degrees east of Greenwich.
  public var longitudeDegrees: Double

  /// A place from degrees north and degrees east.
  public init(latitudeDegrees: Double, longitudeDegrees: Double) {
    self.latitudeDegrees = latitudeDegrees
    self.longitudeDegrees = longitudeDegrees
  }

  /// A place from two angles.
  public init(latitude: Angle, longitude: Angle) {
    self.init(latitudeDegrees: latitude.degrees, longitudeDegrees: longitude.degrees)
  }

  /// Geodetic latitude, north positive.
  public var latitude: Angle { .degrees(latitudeDegrees) }
  /// Longitude, east positive.
  public var longitude: Angle { .degrees(longitudeDegrees) }

  /// The same place with its longitude in [−180, 180).
  public var normalized: Position {
    guard longitudeDegrees < -180 || longitudeDegrees >= 180 else { return self }
    var longitude = longitudeDegrees.remainder(dividingBy: 360)
    if longitude >= 180 { longitude -= 360 }
    return Position(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitude)
  }
}

extension [Position] {
  /// The same places with longitudes that go on from place to place without a jump at the antimeridian, beyond ±180° where
  /// they must.
  /// - Parameter longitudeDegrees: The first is taken on the turn around the Earth that is nearest to this; nil for its own.
  public func unwrapped(from longitudeDegrees: Double? = nil) -> [Position] {
    var longitude = longitudeDegrees ?? first?.longitudeDegrees ?? 0
    return map { place in
      longitude += (place.longitudeDegrees - longitude).remainder(dividingBy: 360)
      return Position(latitudeDegrees: place.latitudeDegrees, longitudeDegrees: longitude)
    }
  }
}
