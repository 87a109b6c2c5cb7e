internal import Foundation

extension Position {
  /// Degrees, minutes and seconds: `12°36'00.00"S 73°49'48.00"W`.
  /// - Parameter decimals: Decimals of the seconds, 0 to 9; 2 are 0.3 m.
  public func dms(decimals: Int = 2) -> String {
    let place = normalized
    return Position.dms(place.latitudeDegrees, decimals, "N", "S") + " "
      + Position.dms(place.longitudeDegrees, decimals, "E", "W")
  }

  private static func dms(_ degrees: Double, _ decimals: Int, _ positive: String, _ negative: String) -> String {
    let decimals = min(max(decimals, 0), 9)
    let unit = pow(10, Double(decimals))
    // Whole counts of the last digit, so that 59.9999″ carries into the minute and the degree.
    let count = Int64((abs(degrees) * 3600 * unit).rounded())
    let perMinute = 60 * Int64(unit)
    let whole = count / (60 * perMinute)
    let minutes = count / perMinute % 60
    let seconds = Double(count % perMinute) / unit
    let width = decimals == 0 ? 2 : decimals + 3
    return String(format: "%lld°%02lld'%0*.*f\"", whole, minutes, width, decimals, seconds)
      + (degrees < 0 && count > 0 ? negative : positive)
  }

  /// UTM with its band letter, `18L 627084.0 8606816.0`; near the poles UPS, `north 2000000.0 2000000.0`.
  ///
  /// In band S, from 32° to 40° N, the hemisphere stands for the letter, `30 north 439728.2 4361400.2`: 30S has two readings.
  /// - Parameter decimals: Decimals of the metre.
  public func utm(decimals: Int = 0) -> String {
    let grid = GridCoordinate(self)
    let numbers = String(format: "%.*f %.*f", decimals, grid.eastingMetres, decimals, grid.northingMetres)
    guard grid.zone > 0 else { return "\(grid.isNorth ? "north" : "south") \(numbers)" }
    let band = GridCoordinate.band(ofLatitude: latitudeDegrees)
    return "\(grid.zone)\(band == "S" ? " north" : String(band)) \(numbers)"
  }

  /// The MGRS reference of the square of one metre that holds the place (``MGRS/text(_:digits:)``).
  public func mgrs(digits: Int = 5) -> String { MGRS.text(self, digits: digits) }

  /// Decimal degrees, `-12.600000, -73.830000`; six decimals are 0.1 m.
  public func decimal(decimals: Int = 6) -> String {
    let place = normalized
    return String(format: "%.*f, %.*f", decimals, place.latitudeDegrees, decimals, place.longitudeDegrees)
  }
}
