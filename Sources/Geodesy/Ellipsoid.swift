internal import CPROJ
public import Units

/// An ellipsoid of revolution and the geodesics on it.
///
/// Wraps the geodesic routines that libproj carries (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013).
/// Immutable; any number of tasks may share one.
public struct Ellipsoid: Sendable {
  private let geodesic: geod_geodesic
  let distanceKernel: DistanceKernel

  /// An ellipsoid from its equatorial radius and flattening; zero flattening is a sphere.
  public init(semiMajorAxis: Length, flattening: Double) {
    var geodesic = geod_geodesic()
    geod_init(&geodesic, semiMajorAxis.metres, flattening)
    self.geodesic = geodesic
    distanceKernel = DistanceKernel(semiMajorAxis: semiMajorAxis.metres, flattening: flattening)
  }

  /// The ellipsoid of WGS 84: a = 6 378 137 m, 1/f = 298.257 223 563 (NIMA TR8350.2).
  public static let wgs84 = Ellipsoid(
    semiMajorAxis: EarthFigure.semiMajorAxis, flattening: EarthFigure.flattening)

  /// The C struct, for the length of one call.
  func withGeodesic(_ body: (UnsafePointer<geod_geodesic>) -> Void) {
    withUnsafePointer(to: geodesic, body)
  }

  /// The shortest way between two places.
  public struct Inverse: Sendable, Hashable {
    /// Length of the geodesic.
    public let distance: Length
    /// Azimuth at the first place, clockwise from north, −180° to 180°.
    public let azimuth: Angle
    /// Azimuth at the second place, pointing onward.
    public let finalAzimuth: Angle
  }

  /// Where a geodesic leads.
  public struct Direct: Sendable, Hashable {
    /// The place reached.
    public let position: Position
    /// Azimuth there, pointing onward.
    public let finalAzimuth: Angle
  }

  /// The length of the geodesic between two places.
  public func distance(from a: Position, to b: Position) -> Length {
    var distance = 0.0
    withGeodesic {
      geod_inverse(
        $0, a.latitudeDegrees, a.longitudeDegrees, b.latitudeDegrees, b.longitudeDegrees, &distance, nil, nil)
    }
    return .metres(distance)
  }

  /// The geodesic between two places: its length and its azimuths at both ends.
  public func inverse(from a: Position, to b: Position) -> Inverse {
    var distance = 0.0
    var azimuth = 0.0
    var finalAzimuth = 0.0
    withGeodesic {
      geod_inverse(
        $0, a.latitudeDegrees, a.longitudeDegrees, b.latitudeDegrees, b.longitudeDegrees, &distance, &azimuth,
        &finalAzimuth)
    }
    return Inverse(distance: .metres(distance), azimuth: .degrees(azimuth), finalAzimuth: .degrees(finalAzimuth))
  }

  /// The place at an azimuth and a distance along the geodesic.
  public func direct(from start: Position, azimuth: Angle, distance: Length) -> Direct {
    var latitude = 0.0
    var longitude = 0.0
    var finalAzimuth = 0.0
    withGeodesic {
      geod_direct(
        $0, start.latitudeDegrees, start.longitudeDegrees, azimuth.degrees, distance.metres, &latitude, &longitude,
        &finalAzimuth)
    }
    return Direct(
      position: Position(latitudeDegrees: latitude, longitudeDegrees: longitude), finalAzimuth: .degrees(finalAzimuth))
  }
}
