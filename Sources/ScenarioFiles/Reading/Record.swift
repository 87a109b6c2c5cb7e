import GeoFiles
import Units

/// One row, whether it was written in scenario.yaml or read from a layer.
struct Record: Sendable {
  /// Contents by field name in our spelling, empty ones left out.
  var cells: [String: Cell]
  /// Where it is, for a row of a layer that has a geometry.
  var geometry: Geometry?
  /// The third coordinates of the geometry.
  var heights: GeometryHeights?
  /// Whether the layer says what they are.
  var areHeightsStated = false
  /// When each line of a recorded track begins and ends, seconds since 1970.
  var lineTimes: [ClosedRange<Double>] = []
  /// The keys that stand with nothing behind them, in our spelling, and where.
  var emptyKeys: [(name: String, origin: Origin)] = []
  /// Whether the row has a geometry that could not be read, which has been reported.
  var isGeometryBroken = false
  /// Where the row begins.
  var origin: Origin

  /// A column's or key's name in our spelling, lower case with underscores: `cruise_km_h` for `Cruise (km/h)`.
  static func normalized(_ name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      if character == "²" {
        result.append("2")
      } else if character.isLetter || character.isNumber {
        result.append(character)
      } else if !result.isEmpty, result.last != "_" {
        result.append("_")
      }
    }
    while result.last == "_" { result.removeLast() }
    return result.isEmpty ? name : result
  }
}
