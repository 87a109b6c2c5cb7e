internal import Units

/// A part of every day, by the local clock.
public struct DailyHours: Sendable, Hashable {
  /// When it begins, since midnight.
  public var begin: Duration
  /// When it ends; before ``begin``: on the next day. The same as ``begin``: the whole day.
  public var end: Duration

  /// Hours.
  public init(begin: Duration, end: Duration) {
    self.begin = begin
    self.end = end
  }

  /// Whether a span lies within the hours, its ends included.
  /// - Parameters:
  ///   - start: Local time of day; may go on beyond midnight.
  ///   - length: Of the span.
  public func hold(from start: Duration, for length: Duration) -> Bool {
    let (open, since) = (seconds, secondsSinceBegin(at: start))
    return open == 0 || since + length.inSeconds <= open
  }

  /// Whether some instant of a span lies within the hours.
  func touch(from start: Duration, for length: Duration) -> Bool {
    let (open, since) = (seconds, secondsSinceBegin(at: start))
    return since <= open || since + length.inSeconds >= Self.day || open == 0
  }

  private static let day = Double(Duration.secondsPerDay)
  private var seconds: Double { Self.onTheClock(end.inSeconds - begin.inSeconds) }
  private func secondsSinceBegin(at time: Duration) -> Double { Self.onTheClock(time.inSeconds - begin.inSeconds) }

  private static func onTheClock(_ seconds: Double) -> Double {
    let rest = seconds.truncatingRemainder(dividingBy: day)
    return rest < 0 ? rest + day : rest
  }
}
