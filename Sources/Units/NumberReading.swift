/// What is known of the decimal mark of a number.
///
/// It matters only where a number has one mark before three digits, as in `1.420`: any other number says by itself what
/// its marks are.
public enum NumberReading: Sendable, Hashable {
  /// The point is the decimal mark; `1,420` is refused.
  case asWritten
  /// The source states it or shows it: `1.420` is 1420 with decimal commas, and `12.5` is refused there.
  case known(DecimalMark)
  /// Nothing shows it: `1.420` and `1,420` are refused.
  case unsure
}
