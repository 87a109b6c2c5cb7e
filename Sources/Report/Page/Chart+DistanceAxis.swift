internal import Units

extension Chart {
  /// The axis of a profile's distances: a line with ticks, their figures in the reader's unit, and a heading.
  /// - Parameter words: What follows the unit in the heading.
  mutating func distanceAxis(_ distance: Length, in frame: ChartFrame, _ words: String) {
    distanceTicks(distance, in: frame, size: 5, figure: 20) { "\($0.fixed($0 == $0.rounded() ? 0 : 2))" }
    line(frame.left, frame.floor, frame.end, frame.floor, "axis")
    text(
      (frame.left + frame.end) / 2, frame.height - 12, "\(UnitSystem.current.distanceSymbol) \(words)",
      anchor: "middle")
  }

  /// The ticks alone.
  /// - Parameters:
  ///   - size: The length of a tick.
  ///   - figure: How far below the floor the figures stand.
  ///   - text: The figure of a distance in the reader's unit.
  mutating func distanceTicks(
    _ distance: Length, in frame: ChartFrame, size: Double, figure: Double, _ cssClass: String = "",
    text: (Double) -> String
  ) {
    let length = distance.shownDistance
    for mark in AxisSteps.values(from: 0, to: length, count: 8) {
      let x = frame.x(mark / length)
      line(x, frame.floor, x, frame.floor + size, "axis")
      self.text(x, frame.floor + figure, text(mark), anchor: "middle", cssClass)
    }
  }

  /// Ground from its upper edge down to a floor; nothing for no edge.
  mutating func ground(_ edge: [(Double, Double)], downTo floor: Double) {
    guard let first = edge.first, let last = edge.last else { return }
    path([(first.0, floor)] + edge + [(last.0, floor)], closed: true, "p-ground")
  }
}
