import Radar
import Scenario
import Units

/// A unit of a number that no quantity stands for: decibels, kelvins, parts of a second.
struct ScaledUnit: Sendable {
  /// As it is written behind a number, the commonest first; the ending of a column's name is the last.
  var spellings: [String]
  /// What one of it is.
  var scale: Double

  static let decibels = [ScaledUnit(spellings: ["dB", "db"], scale: 1)]
  static let gains = [ScaledUnit(spellings: ["dBi", "dbi"], scale: 1), ScaledUnit(spellings: ["dB", "db"], scale: 1)]
  static let decibelMilliwatts = [ScaledUnit(spellings: ["dBm", "dbm"], scale: 1)]
  static let kelvins = [ScaledUnit(spellings: ["K", "k"], scale: 1)]
  static let seconds = [
    ScaledUnit(spellings: ["µs", "μs", "us"], scale: 1e-6), ScaledUnit(spellings: ["ns"], scale: 1e-9),
    ScaledUnit(spellings: ["ms"], scale: 1e-3), ScaledUnit(spellings: ["s"], scale: 1),
  ]

  /// The ending of a column's name.
  var ending: String { spellings.last ?? "" }

  func isNamed(_ text: String) -> Bool { spellings.contains { $0.lowercased() == text.lowercased() } }
}
