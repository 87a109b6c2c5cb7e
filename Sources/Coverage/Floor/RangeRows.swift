internal import Foundation

/// Which columns of each row lie within a distance of the antenna.
///
/// The circle is a polygon of 1024 corners on it: its chords lie inside by up to five millionths of the distance.
struct RangeRows: Sendable {
  /// The columns within the distance, for each of the rows that were asked for; empty where there are none.
  let columns: [Range<Int>]

  /// Cuts a circle by rows.
  /// - Parameters:
  ///   - track: The way from the antenna.
  ///   - distance: The radius of the circle along the ground, metres.
  ///   - rows: The rows.
  ///   - columns: The columns to which they are clamped.
  init(_ track: GroundTrack, distance: Double, rows: Range<Int>, columns: Range<Int>) {
    var left = [Double](repeating: -.infinity, count: rows.count)
    var right = [Double](repeating: .infinity, count: rows.count)
    let count = 1024
    var last = track.post(azimuth: 0, distance: distance)
    for step in 1...count {
      let next = track.post(azimuth: Double(step) / Double(count) * 2 * .pi, distance: distance)
      defer { last = next }
      guard next.row.isFinite, next.column.isFinite, last.row.isFinite, last.column.isFinite else { continue }
      let low = max(min(last.row, next.row).rounded(.up), Double(rows.lowerBound))
      let high = min(max(last.row, next.row).rounded(.down), Double(rows.upperBound - 1))
      guard low <= high else { continue }
      for row in Int(low)...Int(high) {
        let part = next.row == last.row ? 0 : (Double(row) - last.row) / (next.row - last.row)
        let column = last.column + (next.column - last.column) * part
        let i = row - rows.lowerBound
        if column <= track.column { left[i] = max(left[i], column) } else { right[i] = min(right[i], column) }
      }
    }
    self.columns = zip(left, right).map { left, right in
      guard left.isFinite, right.isFinite else { return columns.lowerBound..<columns.lowerBound }
      let low = min(max(left.rounded(.up), Double(columns.lowerBound)), Double(columns.upperBound))
      let high = max(low, min(right.rounded(.down) + 1, Double(columns.upperBound)))
      return Int(low)..<Int(high)
    }
  }
}
