/// A span of time, in local time since midnight of the day of departure.
public struct TimeSpan: Sendable, Hashable {
  /// When it begins.
  public var begin: Duration
  /// When it ends; never before ``begin``.
  public var end: Duration
  /// How long it is.
  public var length: Duration { end - begin }

  /// A span of time.
  package init(begin: Duration, end: Duration) {
    self.begin = begin
    self.end = end
  }

  /// Whether a time lies in it, both ends included.
  public func contains(_ time: Duration) -> Bool { begin <= time && time <= end }

  /// Whether it lasts as long as something that is asked for.
  ///
  /// Both ends of what a radar sees are known to a millisecond, so that a span which falls short by two is long enough.
  func lasts(_ duration: Duration) -> Bool { length + .milliseconds(2) >= duration }
}
