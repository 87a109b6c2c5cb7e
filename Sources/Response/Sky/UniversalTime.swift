internal import Units

/// An instant in UTC.
///
/// Leap seconds are not counted, and UTC is taken for the Earth's rotation (UT1), from which it differs by less than a second.
/// Before 1972, when there was no UTC, and in the future, where its leap seconds are not known, it is UT1.
public struct UniversalTime: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01 00:00 UTC.
  public var secondsSince1970: Double

  /// An instant.
  public init(secondsSince1970: Double) { self.secondsSince1970 = secondsSince1970 }

  /// An instant by its date and the time since midnight, UTC.
  public init(_ date: CalendarDate, _ time: Duration) {
    secondsSince1970 = Double(date.daysSince1970) * Double(Duration.secondsPerDay) + time.inSeconds
  }

  /// Whether the first is the earlier one.
  public static func < (a: UniversalTime, b: UniversalTime) -> Bool { a.secondsSince1970 < b.secondsSince1970 }
  /// Some time later.
  public static func + (a: UniversalTime, b: Duration) -> UniversalTime {
    UniversalTime(secondsSince1970: a.secondsSince1970 + b.inSeconds)
  }

  /// The whole seconds since 1970, rounded, as days and the rest.
  private var parts: (days: Int, seconds: Int) {
    let seconds = Int(clamping: secondsSince1970.rounded())
    let days = Int(clamping: (Double(seconds) / Double(Duration.secondsPerDay)).rounded(.down))
    return (days, seconds - days * Duration.secondsPerDay)
  }

  /// The date in UTC, within the years of ``CalendarDate``.
  public var date: CalendarDate { CalendarDate(daysSince1970: parts.days) }

  /// The time since midnight UTC.
  public var timeOfDay: Duration { .seconds(parts.seconds) }

  /// ISO 8601, to the nearest second: `2026-08-12T22:54:33Z`.
  public var text: String {
    let (days, seconds) = parts
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(CalendarDate(daysSince1970: days))T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
  }
}
