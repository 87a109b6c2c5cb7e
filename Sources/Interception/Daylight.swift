/// The hours of daylight in local time, from begin to end; everything else is night.
public struct Daylight: Sendable, Hashable {
  /// First light, since midnight.
  public var begin: Duration
  /// Last light, since midnight; before ``begin`` when the day runs over midnight of the clock used.
  public var end: Duration

  /// The hours of daylight.
  public init(begin: Duration, end: Duration) {
    self.begin = begin
    self.end = end
  }
}
