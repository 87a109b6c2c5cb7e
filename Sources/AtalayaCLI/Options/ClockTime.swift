import Atalaya

/// A time of day, as the time since midnight.
struct ClockTime: OptionReadable {
  var time: Duration

  static func read(_ text: String) throws -> ClockTime { ClockTime(time: try TimeOfDay.parse(text)) }
}
