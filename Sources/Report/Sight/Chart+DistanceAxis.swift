internal import Units

extension Chart {
  /// The axis of a profile's distances: a line with ticks, their figures in the reader's unit, and a heading.
  /// - Parameters:
  ///   - distance: The length of the profile.
  ///   - left: Where it begins.
  ///   - right: Where it ends.
  ///   - floor: The height of the line.
  ///   - heading: The height of the heading.
  ///   - words: What follows the unit in the heading.
  mutating func distanceAxis(
    _ distance: Length, from left: Double, to right: Double, at floor: Double, heading: Double, _ words: String
  ) {
    let length = distance.shownDistance
    for mark in AxisSteps.values(from: 0, to: length, count: 8) {
      let x = left + mark / length * (right - left)
      line(x, floor, x, floor + 5, "axis")
      text(x, floor + 20, "\(mark.fixed(mark == mark.rounded() ? 0 : 2))", anchor: "middle")
    }
    line(left, floor, right, floor, "axis")
    text((left + right) / 2, heading, "\(UnitSystem.current.distanceSymbol) \(words)", anchor: "middle")
  }
}
