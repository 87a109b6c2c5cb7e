/// The hours of daylight in local time; all other hours are night.
public struct Daylight: Sendable, Hashable {
  /// First light, as time since midnight.
  public var begin: Duration
  /// Last light, as time since midnight; earlier than ``begin`` when daylight spans midnight of the clock in use.
  public var end: Duration

  /// Creates hours of daylight.
  public init(begin: Duration, end: Duration) {
    self.begin = begin
    self.end = end
  }
}
