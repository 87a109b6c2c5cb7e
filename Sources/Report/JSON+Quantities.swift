internal import Units

extension JSON {
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
  static func optional(_ number: Double?, decimals: Int) -> JSON {
    number.map { .number($0, decimals: decimals) } ?? .null
  }
  /// Seconds to the millisecond.
  static func seconds(_ duration: Duration?) -> JSON { optional(duration?.inSeconds, decimals: 3) }
  /// A time as a clock shows it.
  static func clock(_ duration: Duration?) -> JSON { optional(duration?.clockSecondsText) }
  /// Metres to the millimetre.
  static func metres(_ length: Length?) -> JSON { optional(length?.metres, decimals: 3) }
  /// Degrees to a centimetre on the ground.
  static func degrees(_ degrees: Double?) -> JSON { optional(degrees, decimals: 7) }
}
