/// What went wrong with a coordinate, a reference system or a transformation.
public struct GeodesyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of fault, for programs.
  public enum Code: String, Sendable, Hashable {
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

  /// The kind of fault.
  public let code: Code
  /// What was read.
  public let input: String
  /// What is wrong and what would be right.
  public let message: String

  /// A fault.
  package init(_ code: Code, _ input: String, _ message: String) {
    self.code = code
    self.input = input
    self.message = message
  }

  /// The input and what is wrong with it.
  public var description: String { "‘\(input)’: \(message)" }
}
