public import Units

/// What went wrong with a coordinate, a reference system or a transformation.
public typealias GeodesyError = Fault<GeodesyFault>

/// The kinds of fault of coordinates, reference systems and transformations.
public enum GeodesyFault: String, FaultCode {
  /// The text is no coordinate in any notation known here.
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

extension Fault<GeodesyFault> {
  /// A fault.
  /// - Parameters:
  ///   - input: The text that was read.
  ///   - problem: What is wrong with it.
  ///   - remedy: What would be right.
  public init(_ code: GeodesyFault, _ input: String, _ problem: String, remedy: String? = nil) {
    self.init(code, at: FaultPlace(text: input), problem, remedy: remedy)
  }
}
