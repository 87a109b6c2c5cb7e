internal import Coverage
internal import Radar
internal import Units

/// The drawing of the losses over free space by the distance of the target.
struct LossDrawing {
  private let losses: SightLosses
  private let line: SightLine
  private let frame = ChartFrame(width: 1000, height: 358, left: 70, right: 24, top: 92, bottom: 54)
  private let high: Double

  /// Nil without losses along the way.
  init?(_ losses: SightLosses, of line: SightLine) {
    let known = losses.alongTheWay.compactMap { $0?.beyondFreeSpace.value }
    guard let most = known.max() else { return nil }
    self.losses = losses
    self.line = line
    high = max(most * 1.08, 1)
  }

  private func point(_ distance: Length, _ decibels: Double) -> (Double, Double) {
    (frame.x(distance / line.profile.distance), frame.y(decibels, from: 0, to: high))
  }

  var chart: Chart {
    var chart = Chart(width: frame.width, height: frame.height, title: "Losses over free space by distance")
    let whole = losses.loss.map {
      ": at the target \($0.beyondFreeSpace.value.fixed(1)) dB, with free space \($0.total.value.fixed(1)) dB, two way "
        + "\($0.total.twice.value.fixed(1)) dB"
    }
    chart.text(frame.left, 20, "Losses one way over free space, for the target’s height over each place\(whole ?? "")")
    let parts = losses.parts
    for (index, words) in [parts.prefix(3), parts.dropFirst(3)].enumerated() {
      chart.text(frame.left, 38 + 16 * Double(index), words.joined(separator: ", "), "small")
    }
    axes(&chart)
    draw(&chart, "p-lowest", "gas and rain") { $0.gas.value + $0.rain.value }
    draw(&chart, "p-seen", "diffraction, gas and rain") { $0.beyondFreeSpace.value }
    if let loss = losses.loss {
      let end = point(line.profile.distance, loss.beyondFreeSpace.value)
      chart.circle(end.0, end.1, 5, "f-mark", title: "the target")
    }
    return chart
  }

  private func axes(_ chart: inout Chart) {
    for mark in AxisSteps.values(from: 0, to: high, count: 6) {
      let y = point(.zero, mark).1
      chart.line(frame.left, y, frame.end, y, "p-arc")
      chart.text(frame.left - 8, y + 4, "\(mark.fixed(mark == mark.rounded() ? 0 : 1)) dB", anchor: "end")
    }
    chart.distanceAxis(line.profile.distance, in: frame, "along the ground")
    chart.line(frame.left, 72, frame.left + 24, 72, "p-seen")
    chart.text(frame.left + 30, 76, "diffraction, gas and rain", "small")
    chart.line(frame.left + 220, 72, frame.left + 244, 72, "p-lowest")
    chart.text(frame.left + 250, 76, "gas and rain alone", "small")
  }

  private func draw(_ chart: inout Chart, _ style: String, _ title: String, _ value: (PathLoss) -> Double) {
    var run: [(Double, Double)] = []
    for (sample, loss) in zip(line.profile.samples, losses.alongTheWay) {
      if let loss {
        run.append(point(sample.distance, value(loss)))
      } else {
        chart.path(run, style, title: title)
        run = []
      }
    }
    chart.path(run, style, title: title)
  }
}
