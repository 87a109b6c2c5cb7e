import Units

/// The ways to say where a row is.
enum PositionFields {
  static let position = Field<String>.text(
    "position", .optional("see above"), "Where, in any notation that `atalaya locate` reads: decimal, DMS, UTM, MGRS.",
    type: "position")
  static let latitude = Field<String>.text(
    "latitude", .optional("see above"), "Latitude on WGS 84, decimal degrees or DMS.", type: "latitude",
    aliases: ["lat", "latitude_deg", "lat_deg"])
  static let longitude = Field<String>.text(
    "longitude", .optional("see above"), "Longitude on WGS 84, decimal degrees or DMS.", type: "longitude",
    aliases: ["lon", "lng", "long", "longitude_deg", "lon_deg"])
  static let x = Field<String>.text(
    "x", .optional("see above"), "Easting, or longitude, in the layer’s `crs`.", type: "coordinate")
  static let y = Field<String>.text(
    "y", .optional("see above"), "Northing, or latitude, in the layer’s `crs`.", type: "coordinate")

  static let all = [position.format, latitude.format, longitude.format, x.format, y.format]
  /// Fields that are of use only together.
  static let pairs = [(latitude, longitude), (x, y)]

  /// The field without which another is of no use; nil for one that stands on its own.
  static func otherHalf(of field: String) -> Field<String>? {
    for (one, other) in pairs {
      if field == one.name { return other }
      if field == other.name { return one }
    }
    return nil
  }
}
