public import Units

/// The kinds of fault of air, wind and sky.
public enum ConditionsFault: String, FaultCode {
  /// An altitude outside the standard atmosphere.
  case altitudeOutOfRange
  /// A temperature at which no air is, or a dew point above the temperature.
  case impossibleTemperature
  /// A true airspeed that is not above zero, or a speed that is not a number.
  case impossibleSpeed
  /// Levels of a profile that contradict each other, or none.
  case impossibleLevels
  /// A date outside 1900 to 2100, or one that no calendar has.
  case impossibleDate
  /// A text that cannot be read.
  case unreadable

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
