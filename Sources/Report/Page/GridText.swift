internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Units

/// Grids as text: each cell less its western neighbour, low bytes before high bytes, zlib, base64.
enum GridText {
  /// Elevations count from here, so that the lowest land on Earth (−430 m) stays positive.
  static let base = -1000.0
  /// Stands for a height at which nothing is seen.
  static let unseen: UInt16 = 65_534
  /// Stands for what is not known.
  static let unknown: UInt16 = 65_535

  /// A height above ground in whole metres, rounded up so that neither it nor its sum with the ``elevation(_:)`` of the
  /// ground is lower than it was: a floor is never reported lower than it is.
  static func height(_ metres: Float, ground: Float) -> UInt16 {
    guard !metres.isNaN else { return unknown }
    let whole = (Double(max(metres, 0)) + max(-roundingUp(ground), 0)).rounded(.up)
    return whole < Double(unseen) ? UInt16(whole) : unseen
  }

  /// A height above ground up to which something is seen, rounded down in the same way; ``unseen`` stands for no limit.
  static func top(_ metres: Float, ground: Float) -> UInt16 {
    guard metres < Float(unseen) else { return unseen }
    return UInt16(max(Double(metres) - max(roundingUp(ground), 0), 0).rounded(.down))
  }

  /// An elevation above mean sea level in whole metres from ``base``.
  static func elevation(_ metres: Float) -> UInt16 {
    guard metres.isFinite else { return unknown }
    return UInt16(min(max(Double(metres) - base, 0), 65_533).rounded())
  }

  /// By how much ``elevation(_:)`` is higher than the ground.
  private static func roundingUp(_ ground: Float) -> Double {
    ground.isFinite ? Double(elevation(ground)) + base - Double(ground) : 0
  }

  static func packed(_ cells: [UInt16], columns: Int) -> String {
    var low = [UInt8](repeating: 0, count: cells.count)
    var high = low
    for index in cells.indices {
      let difference = cells[index] &- (index % columns == 0 ? 0 : cells[index - 1])
      low[index] = UInt8(truncatingIfNeeded: difference)
      high[index] = UInt8(difference >> 8)
    }
    return text(low + high)
  }

  static func packed(_ cells: [UInt8], columns: Int) -> String {
    text(cells.indices.map { cells[$0] &- ($0 % columns == 0 ? 0 : cells[$0 - 1]) })
  }

  private static func text(_ bytes: [UInt8]) -> String { Data(Deflate.zlib(bytes) ?? []).base64EncodedString() }
}
