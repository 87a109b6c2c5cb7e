extension Duration {
  /// Seconds in a day of 24 hours.
  package static let secondsPerDay = 86_400

  /// From minutes, to the nearest attosecond that `Double` can tell; see ``seconds(clamping:)`` for what is too long.
  public static func minutes(_ value: Double) -> Duration { .seconds(clamping: value * 60) }
  /// From hours.
  public static func hours(_ value: Double) -> Duration { .seconds(clamping: value * 3600) }

  /// In seconds.
  public var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
  /// In minutes.
  public var inMinutes: Double { inSeconds / 60 }
  /// In hours.
  public var inHours: Double { inSeconds / 3600 }
}
