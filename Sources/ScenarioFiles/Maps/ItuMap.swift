/// A digital map of the ITU-R: a table of numbers, a row for each latitude, without a head.
///
/// The maps are parts of Recommendations and may not be passed on: whoever uses them obtains them from the ITU.
package enum ItuMap: String, Sendable, CaseIterable {
  /// Median difference between the refractivity at the surface and a kilometre above, N-units (P.452, P.1812).
  case medianStep = "DN50.TXT"
  /// The same (P.2001).
  case median = "DN_Median.txt"
  /// How it grows in less than half of the time, N-units a decade (P.2001).
  case upperSlope = "DN_SupSlope.txt"
  /// How it falls in more than half of the time, N-units a decade (P.2001).
  case lowerSlope = "DN_SubSlope.txt"
  /// Median density of water vapour at the surface, g/m³ (P.836, as P.2001 has it).
  case vapour = "surfwv_50_fixed.txt"
  /// Mean height of 0 °C above mean sea level, km (P.839).
  case zeroDegrees = "h0.txt"
  /// Rain rate that is exceeded for 0.01 % of an average year, mm/h (P.837).
  case rain = "R001.TXT"

  /// Degrees between rows and between columns.
  var step: Double { self == .rain ? 0.125 : 1.5 }
  /// Rows, pole to pole.
  var rows: Int { self == .rain ? 1441 : 121 }
  /// Columns, all around, the first meridian twice.
  var columns: Int { self == .rain ? 2881 : 241 }
  /// Whether the first row is the north pole; else it is the south pole.
  var isNorthFirst: Bool { self != .rain }
  /// Longitude of the first column.
  var west: Double { self == .rain ? -180 : 0 }
  /// The values that make sense.
  var values: ClosedRange<Double> {
    switch self {
    case .medianStep, .median: 0...300
    case .upperSlope, .lowerSlope: -500...500
    case .vapour: 0...60
    case .zeroDegrees: -5...10
    case .rain: 0...500
    }
  }
  /// The Recommendation whose files on the ITU's site hold it.
  var recommendation: String {
    switch self {
    case .medianStep: "ITU-R P.452"
    case .median, .upperSlope, .lowerSlope, .vapour: "ITU-R P.2001"
    case .zeroDegrees: "ITU-R P.839"
    case .rain: "ITU-R P.837"
    }
  }
}
