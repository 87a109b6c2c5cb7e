/// A speed; base unit metre per second.
public struct Speed: Quantity {
  /// The amount in the base unit; use a named unit instead.
  public let _base: Double
  /// Builds from the base unit; use a named unit instead.
  public init(_base value: Double) { _base = value }

  /// From metres per second.
  public static func metresPerSecond(_ value: Double) -> Speed { Speed(_base: value) }
  /// From kilometres per hour.
  public static func kilometresPerHour(_ value: Double) -> Speed { Speed(_base: value / 3.6) }
  /// From knots, nautical miles per hour.
  public static func knots(_ value: Double) -> Speed { Speed(_base: value * Length.metresPerNauticalMile / 3600) }
  /// From feet per minute.
  public static func feetPerMinute(_ value: Double) -> Speed { Speed(_base: value * Length.metresPerFoot / 60) }
  /// From metres per minute.
  public static func metresPerMinute(_ value: Double) -> Speed { Speed(_base: value / 60) }

  /// In metres per second.
  public var metresPerSecond: Double { _base }
  /// In kilometres per hour.
  public var kilometresPerHour: Double { _base * 3.6 }
  /// In knots.
  public var knots: Double { _base * 3600 / Length.metresPerNauticalMile }
}
