/// The value of one attribute.
public enum FieldValue: Sendable, Hashable {
  /// No value.
  case null
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A real number.
  case real(Double)
}
