internal import Coverage
internal import Geodesy
internal import Units

/// The drawing of a profile.
struct SightDrawing {
  private let report: SightReport
  private var line: SightLine { report.line }
  private let frame = ChartFrame(width: 1000, height: 460, left: 70, right: 24, top: 74, bottom: 54)
  private var low = 0.0
  private var high = 1.0

  init(_ report: SightReport) {
    self.report = report
    let line = report.line
    var values = [
      line.drawn(distance: .zero, altitude: line.antennaAltitude).y,
      line.drawn(distance: line.profile.distance, altitude: line.targetAltitude).y,
    ]
    if let lowest = line.lowestVisibleAltitude {
      values.append(line.drawn(distance: line.profile.distance, altitude: lowest).y)
    }
    for sample in line.profile.samples {
      if let ground = sample.top { values.append(line.drawn(distance: sample.distance, altitude: ground).y) }
    }
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let margin = max((most - least) * 0.08, 5)
    (low, high) = (least - margin, most + margin)
  }

  private func point(_ distance: Length, _ altitude: Length) -> (Double, Double) {
    let place = line.drawn(distance: distance, altitude: altitude)
    let length = line.profile.distance.metres
    return (frame.x(min(max(place.x / length, 0), 1)), frame.y(place.y, from: low, to: high))
  }

  var chart: Chart {
    let names = [report.antennaName ?? "antenna", report.targetName ?? "target"]
    var chart = Chart(width: frame.width, height: frame.height, title: "Sight line from \(names[0]) to \(names[1])")
    axes(&chart)
    ground(&chart)
    lines(&chart)
    ends(&chart, names)
    answer(&chart)
    return chart
  }

  /// Arcs of even altitude, and distances below.
  private func axes(_ chart: inout Chart) {
    let unit = UnitSystem.current.height.metres
    for mark in AxisSteps.values(from: low / unit, to: high / unit, count: 6) {
      let altitude = Length.metres(mark * unit)
      let arc = (0...60).map { step in
        point(line.profile.distance * (Double(step) / 60), altitude)
      }
      for run in arc.split(whereSeparator: { $0.1 < frame.top || $0.1 > frame.floor }) {
        chart.path(Array(run), "p-arc")
      }
      if arc[0].1 >= frame.top, arc[0].1 <= frame.floor {
        chart.text(frame.left - 8, arc[0].1 + 4, altitude.heightText, anchor: "end")
      }
    }
    chart.distanceAxis(
      line.profile.distance, in: frame, "along the ground; heights above mean sea level")
  }

  /// Known ground as areas down to the axis, unknown ground as bands.
  private func ground(_ chart: inout Chart) {
    var known: [(Double, Double)] = []
    func close() {
      if known.count > 1 { chart.ground(known, downTo: frame.floor) }
      known = []
    }
    let samples = thinned
    for (index, sample) in samples.enumerated() {
      if let ground = sample.top {
        known.append(point(sample.distance, ground))
      } else {
        close()
        let from = point(samples[max(index - 1, 0)].distance, .zero).0
        let to = point(samples[min(index + 1, samples.count - 1)].distance, .zero).0
        chart.rect(from, frame.top, to - from, frame.floor - frame.top, "p-unknown", title: "unknown ground")
      }
    }
    close()
  }

  /// The highest and the lowest sample of each half unit of the drawing, and every unknown one between known ones.
  private var thinned: [SightProfile.Sample] {
    let samples = line.profile.samples
    let bins = Int(2 * frame.across)
    guard samples.count > 2 * bins else { return samples }
    var result: [SightProfile.Sample] = []
    var bin: [SightProfile.Sample] = []
    var number = 0
    func flush() {
      let ordered = bin.filter { $0.top != nil }.sorted { ($0.top ?? .zero) < ($1.top ?? .zero) }
      var kept = [ordered.first, ordered.last].compactMap { $0 }
      if let unknown = bin.first(where: { $0.top == nil }) { kept.append(unknown) }
      kept.sort { $0.distance < $1.distance }
      for sample in kept where result.last != sample { result.append(sample) }
      bin = []
    }
    for sample in samples {
      let index = Int(clamping: sample.distance / line.profile.distance * Double(bins))
      if index != number { flush() }
      number = index
      bin.append(sample)
    }
    flush()
    return result
  }

  private func lines(_ chart: inout Chart) {
    let (start, end) = (point(.zero, line.antennaAltitude), point(line.profile.distance, line.targetAltitude))
    if !line.isVisible, let lowest = line.lowestVisibleAltitude {
      let grazing = point(line.profile.distance, lowest)
      chart.path([start, grazing], "p-lowest", title: "lowest line in sight")
      chart.text(
        grazing.0 - 6, max(grazing.1 - 8, frame.top + 12), "lowest in sight \(lowest.heightText) AMSL", anchor: "end",
        "halo")
    }
    chart.path([start, end], line.isVisible ? "p-seen" : "p-hidden", title: "line of sight")
    if let block = line.blockingPoint {
      let mark = point(block.distance, block.ground)
      chart.circle(mark.0, mark.1, 6, "p-block", title: "blocking point")
      let isRight = mark.0 > frame.width * 0.6
      chart.line(mark.0, mark.1 + 6, mark.0, frame.floor, "p-drop")
      chart.text(
        mark.0 + (isRight ? -8 : 8), frame.floor - 8,
        "\(block.ground.heightText) at \(block.distance.text), \(block.obstruction.heightText) above the line",
        anchor: isRight ? "end" : "start", "halo")
    }
  }

  private func ends(_ chart: inout Chart, _ names: [String]) {
    let places: [(Length, Length?, Length, String)] = [
      (.zero, line.profile.antennaGround, line.antennaAltitude, "start"),
      (line.profile.distance, line.profile.targetGround, line.targetAltitude, "end"),
    ]
    for ((distance, ground, altitude, anchor), name) in zip(places, names) {
      let tip = point(distance, altitude)
      if let ground, anchor == "start" {
        let foot = point(distance, ground)
        chart.line(foot.0, foot.1, tip.0, tip.1, "p-mast")
      }
      chart.circle(tip.0, tip.1, 5, "f-mark", title: name)
      // Below the axis, where neither ground nor lines run; the words in the middle leave room for 36 letters on each side.
      chart.text(tip.0, frame.height - 12, ConsoleText.cut(name, to: 36), anchor: anchor, "strong")
    }
  }

  private func answer(_ chart: inout Chart) {
    let profile = line.profile
    let ends = [
      (report.antennaName ?? "antenna", line.antennaAltitude), (report.targetName ?? "target", line.targetAltitude),
    ]
    let names = ends.map { "\(ConsoleText.cut($0.0, to: 32)), \($0.1.heightText) AMSL" }.joined(separator: " – ")
    chart.text(
      frame.left, 20,
      "\(names): \(profile.distance.text)" + (report.azimuth.map { ", azimuth \($0.degrees.fixed(1))°" } ?? ""))
    chart.text(frame.left, 38, line.cause.map { "not in sight: \(SightReport.reason($0))" } ?? "in sight")
    var more: [String] = []
    if let lowest = line.lowestVisibleAltitude {
      more.append(
        "lowest in sight \(lowest.heightText) AMSL"
          + (line.lowestVisibleHeight.map { " (\($0.heightText) above ground)" } ?? ""))
    }
    if !line.isVisible, let mast = line.mastToClear {
      more.append(
        "\(mast.heightText) more of mast would clear it\(mast > .metres(150) ? ", which no mast reaches" : "")")
    }
    more.append("k = \(line.k.fixed(3))")
    chart.text(frame.left, 56, more.joined(separator: "; "))
  }
}
