public import Units

/// The kinds of fault of coordinates, reference systems and transformations.
public enum GeodesyFault: String, FaultCode {
  /// The text is not a coordinate in any supported notation.
  case unreadableCoordinate
  /// The text has more than one reading.
  case ambiguousCoordinate
  /// A number lies outside its range: latitude, longitude, minutes, easting, zone.
  case outOfRange
  /// A zone, band or square that does not exist or does not fit the rest.
  case impossibleGrid
  /// PROJ knows no such coordinate reference system.
  case unknownReferenceSystem
  /// PROJ has no operation between two reference systems.
  case noTransformation
  /// A point cannot be transformed.
  case transformationFailed
}
