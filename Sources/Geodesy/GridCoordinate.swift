internal import Units

/// A place on the Universal Transverse Mercator grid, or near the poles on the Universal Polar Stereographic one.
///
/// WGS 84. Zones and their exceptions in Norway and Svalbard follow NGA.STND.0037; UTM holds from 80° S to below 84° N.
public struct GridCoordinate: Sendable, Hashable {
  /// UTM zone 1 to 60; 0 on the polar grid.
  public var zone: Int
  /// Whether the northing counts from the equator, or in the polar grid whether the pole is the north pole.
  public var isNorth: Bool
  /// Easting in metres, false easting 500 km (polar: 2 000 km).
  public var eastingMetres: Double
  /// Northing in metres, false northing 10 000 km in the south (polar: 2 000 km).
  public var northingMetres: Double

  /// A place on the grid.
  public init(zone: Int, isNorth: Bool, eastingMetres: Double, northingMetres: Double) {
    self.zone = zone
    self.isNorth = isNorth
    self.eastingMetres = eastingMetres
    self.northingMetres = northingMetres
  }

  /// The latitude bands of 8°, C at 80° S to X, which reaches 84° N.
  static let bands = Array("CDEFGHJKLMNPQRSTUVWX")

  /// The letter of the band of a latitude between 80° S and 84° N; A to Z of the polar areas are not bands.
  static func band(ofLatitude degrees: Double) -> Character {
    // Divided before the shift: 24.000000000000004° S is in the band below 24° S, and adding 80 would lose that digit.
    bands[min(max(Int((degrees / 8).rounded(.down)) + 10, 0), 19)]
  }

  /// The latitudes, in degrees, between which a band lies; nil for a letter that is not a band.
  static func latitudes(ofBand letter: Character) -> ClosedRange<Double>? {
    guard let index = bands.firstIndex(of: letter) else { return nil }
    let south = Double(index) * 8 - 80
    return south...(letter == "X" ? 84 : south + 8)
  }

  /// The standard zone of a place: 0 for the polar grid.
  static func standardZone(of position: Position) -> Int {
    let latitude = position.latitudeDegrees
    let longitude = position.normalized.longitudeDegrees
    guard latitude >= -80, latitude < 84 else { return 0 }
    let zone = Int(((longitude + 180) / 6).rounded(.down)) + 1
    if latitude >= 56, latitude < 64, zone == 31, longitude >= 3 { return 32 }
    if latitude >= 72, longitude >= 0, longitude < 42 {
      return 2 * ((Int(longitude.rounded(.down)) + 183) / 12) + 1
    }
    return zone
  }

  /// The place on the grid, in its standard zone.
  /// - Accuracy: 5 nm against GeographicLib's GeoConvert (`GridCoordinateTests.swift`); PROJ's `utm` and `ups`.
  public init(_ position: Position) {
    self.init(position, zone: GridCoordinate.standardZone(of: position))
  }

  /// The place on the grid of a zone of the caller's choice (0: polar).
  init(_ position: Position, zone: Int) {
    let isNorth = position.latitudeDegrees >= 0
    var projection = GridProjection(zone: zone, isNorth: isNorth)
    self = projection.grid(of: position)
  }

  /// The place on the ellipsoid; nil when easting and northing lie where the projection has no place.
  public var position: Position? {
    var projection = GridProjection(zone: zone, isNorth: isNorth)
    return projection.position(eastingMetres: eastingMetres, northingMetres: northingMetres)
  }
}
