public import Geodesy
public import Response
internal import Units

/// Sun and Moon of a place and a date.
public struct SkyConditions: Sendable, Hashable {
  /// Where.
  public let position: Position
  /// The Sun's day.
  public let times: SunTimes
  /// The instant of ``view``.
  public let instant: UniversalTime
  /// Sun and Moon then.
  public let view: SkyView

  /// The sky over a place on a date of its solar time.
  /// - Parameter time: A time of day in UTC: that of the instant within 12 hours of the place's noon for which the Moon is given;
  ///   nil for the midnight that ends the day.
  public init(at position: Position, on date: CalendarDate, time: Duration? = nil) {
    self.position = position
    times = SunTimes(at: position, on: date)
    let day = Double(Duration.secondsPerDay)
    var seconds = times.noon.secondsSince1970 + day / 2
    if let time {
      let noon = times.noon.secondsSince1970
      let after = (time.inSeconds - noon).remainder(dividingBy: day)
      seconds = noon + after
    }
    instant = UniversalTime(secondsSince1970: seconds)
    view = SkyView(at: position, instant)
  }

  /// The solar date of a place at an instant.
  public static func date(at position: Position, _ time: UniversalTime) -> CalendarDate {
    (time + .hours(position.longitudeDegrees / 15)).date
  }
}
