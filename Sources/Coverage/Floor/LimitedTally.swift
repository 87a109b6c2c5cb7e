internal import GeoFiles
internal import Units

/// Counts and copies floors as a radar with limits of its own sees.
struct LimitedTally: RasterTally {
  let limits: RadarLimits
  let bearings: AntennaBearings
  /// Posts within the range that lie in the terrain.
  private(set) var posts = 0
  /// Those whose line of sight is unknown at altitudes that the limits allow.
  private(set) var unknown = 0
  /// Those at which the limits, or the line of sight below them, leave no altitude.
  private(set) var blind = 0
  /// Those that are seen at ``FloorRaster/heights``.
  private(set) var seen = [Int](repeating: 0, count: FloorRaster.heights.count)

  init(limits: RadarLimits, bearings: AntennaBearings) {
    self.limits = limits
    self.bearings = bearings
  }

  mutating func add(
    floors: UnsafePointer<Float>, ground: UnsafePointer<Float>, out: UnsafeMutablePointer<Float>, row: Int,
    columns: Range<Int>, inRange: Range<Int>
  ) {
    for (index, column) in columns.enumerated() {
      out[index] = Float(FloorRaster.noData)
      let sight = Double(floors[index])
      guard inRange.contains(column) || !sight.isNaN else { continue }
      posts += 1
      guard let vector = bearings.vector(column: Double(column), row: Double(row)) else {
        unknown += 1
        continue
      }
      let span = limits.span(eastMetres: vector.east, northMetres: vector.north)
      // The comparison with NaN is false: what is unknown stays so.
      let lowest = span.lowestMetres > sight ? span.lowestMetres : sight
      guard span.lowestMetres <= span.highestMetres, !(lowest > span.highestMetres) else {
        blind += 1
        continue
      }
      guard !sight.isNaN else {
        unknown += 1
        continue
      }
      out[index] = lowest.upwardFloat
      for (number, height) in FloorRaster.heights.enumerated() {
        let altitude = Double(ground[index]) + height
        if altitude >= lowest, altitude <= span.highestMetres { seen[number] += 1 }
      }
    }
  }
}

extension Double {
  /// The nearest `Float` that is not below: a floor is never reported lower than it is.
  var upwardFloat: Float {
    let float = Float(self)
    return Double(float) < self ? float.nextUp : float
  }
}
