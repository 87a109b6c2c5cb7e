internal import Coverage
internal import Units

extension Chart {
  /// A skyline all around, from north to north: the ground below its elevation angles.
  /// - Parameters:
  ///   - low: Degrees at the floor of the frame.
  ///   - high: Degrees at its top.
  mutating func skyline(_ profile: HorizonProfile, from low: Double, to high: Double, in frame: ChartFrame) {
    // The circle closes: what is at 0° is at 360°.
    let around = profile.directions.map { ($0.azimuth.degrees, $0) } + profile.directions.prefix(1).map { (360, $0) }
    for run in around.split(whereSeparator: { $0.1.elevation == nil }) {
      let edge = run.map {
        (frame.x($0.0 / 360), frame.y($0.1.elevation?.degrees ?? low, from: low, to: high))
      }
      ground(edge, downTo: frame.floor)
    }
  }

  /// Lines of even elevation angles, with their degrees.
  /// - Parameter style: The class of a line.
  mutating func elevationScale(
    from low: Double, to high: Double, count: Int, in frame: ChartFrame, _ cssClass: String = "",
    style: (Double) -> String
  ) {
    for angle in AxisSteps.values(from: low, to: high, count: count) {
      let y = frame.y(angle, from: low, to: high)
      line(frame.left, y, frame.end, y, style(angle))
      text(
        frame.left - 8, y + 4, "\(angle.fixed(angle == angle.rounded() ? 0 : 1))°", anchor: "end", cssClass)
    }
  }

  /// The points of the compass from north to north, with ticks at the floor.
  mutating func compass(_ say: ReportLanguage, in frame: ChartFrame, _ cssClass: String = "") {
    for (index, point) in say(.compass).split(separator: " ").enumerated() {
      let x = frame.x(Double(index) * 45 / 360)
      line(x, frame.floor, x, frame.floor + 5, "axis")
      text(x, frame.floor + 20, String(point), anchor: "middle", cssClass)
    }
  }
}
