internal import CPROJ
public import Units

extension Ellipsoid {
  /// The full solution of a geodesic problem, with what areas and circles need besides distance and azimuths.
  public struct General: Sendable, Hashable {
    /// The second place, longitude in [−180, 180].
    public let position: Position
    /// Length of the geodesic.
    public let distance: Length
    /// Azimuth at the first place, clockwise from north.
    public let azimuth: Angle
    /// Azimuth at the second place, pointing onward.
    public let finalAzimuth: Angle
    /// m12: how far, per radian of azimuth at the first place, the second place moves sideways.
    public let reducedLength: Length
    /// M12: the separation at the second place of geodesics that run parallel at the first.
    public let geodesicScale: Double
    /// M21: the same the other way; it is also the change of m12 per metre at the second place.
    public let backwardScale: Double
    /// S12: the area between the geodesic and the equator, positive eastward in the north.
    public let areaToEquator: Area
  }

  /// The place at an azimuth and a distance, with the geodesic's reduced length, scales and area to the equator.
  public func generalDirect(from start: Position, azimuth: Angle, distance: Length) -> General {
    var latitude = 0.0
    var longitude = 0.0
    var finalAzimuth = 0.0
    var s12 = 0.0
    var m12 = 0.0
    var M12 = 0.0
    var M21 = 0.0
    var S12 = 0.0
    withGeodesic {
      _ = geod_gendirect(
        $0, start.latitudeDegrees, start.longitudeDegrees, azimuth.degrees, UInt32(GEOD_NOFLAGS.rawValue),
        distance.metres, &latitude, &longitude, &finalAzimuth, &s12, &m12, &M12, &M21, &S12)
    }
    return General(
      position: Position(latitudeDegrees: latitude, longitudeDegrees: longitude), distance: .metres(s12),
      azimuth: azimuth, finalAzimuth: .degrees(finalAzimuth), reducedLength: .metres(m12), geodesicScale: M12,
      backwardScale: M21, areaToEquator: .squareMetres(S12))
  }

  /// The geodesic between two places, with its reduced length, scales and area to the equator.
  public func generalInverse(from a: Position, to b: Position) -> General {
    var azimuth = 0.0
    var finalAzimuth = 0.0
    var s12 = 0.0
    var m12 = 0.0
    var M12 = 0.0
    var M21 = 0.0
    var S12 = 0.0
    withGeodesic {
      _ = geod_geninverse(
        $0, a.latitudeDegrees, a.longitudeDegrees, b.latitudeDegrees, b.longitudeDegrees, &s12, &azimuth, &finalAzimuth,
        &m12, &M12, &M21, &S12)
    }
    return General(
      position: b, distance: .metres(s12), azimuth: .degrees(azimuth), finalAzimuth: .degrees(finalAzimuth),
      reducedLength: .metres(m12), geodesicScale: M12, backwardScale: M21, areaToEquator: .squareMetres(S12))
  }

  /// The area between a geodesic and the equator, positive where it runs eastward in the north.
  ///
  /// Summed around a closed boundary it gives the area within, anticlockwise negative, up to multiples of the
  /// ellipsoid's area and, where the boundary goes round a pole, half of it.
  public func areaToEquator(from a: Position, to b: Position) -> Area {
    var S12 = 0.0
    withGeodesic {
      _ = geod_geninverse(
        $0, a.latitudeDegrees, a.longitudeDegrees, b.latitudeDegrees, b.longitudeDegrees, nil, nil, nil, nil, nil, nil,
        &S12)
    }
    return .squareMetres(S12)
  }

  /// The area of the whole ellipsoid.
  public var surfaceArea: Area {
    var geodesic = 0.0
    withGeodesic { geodesic = 4 * .pi * $0.pointee.c2 }
    return .squareMetres(geodesic)
  }

  /// The equatorial radius.
  public var semiMajorAxis: Length {
    var radius = 0.0
    withGeodesic { radius = $0.pointee.a }
    return .metres(radius)
  }
}
