internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// Timelines under one axis: minutes from each flight's landing.
struct GanttChart {
  let flights: [FlightWindows]
  /// What the assets are called, by their ids.
  private let names: [String: String]
  private static let most = 4
  private static let left = 236.0
  /// Room for the words behind a bar that ends at the edge.
  private static let right = 130.0
  private static let width = 960.0
  private static let row = 23.0

  init(flights: [FlightWindows]) {
    self.flights = flights
    // A letter of the small size is 7 wide at most.
    names = Called.labels(of: flights.first?.windows.map(\.asset) ?? [], most: Int((Self.left - 10) / 7))
  }

  /// The assets that are drawn: the best ones, without those that never take off.
  private func windows(of entry: FlightWindows) -> [Window] {
    Array(entry.ranking.map { entry.windows[$0] }.filter { $0.airborne != nil }.prefix(Self.most))
  }

  func chart(_ say: ReportLanguage) -> Chart {
    let begin = flights.map { ($0.timeline.departure - $0.timeline.landing).inMinutes }.min() ?? -1
    let end = flights.map { ($0.timeline.exit - $0.timeline.landing).inMinutes }.max() ?? 1
    let scale = (Self.width - Self.left - Self.right) / max(end - begin, 1)
    func x(_ minutes: Double) -> Double { Self.left + (min(max(minutes, begin), end) - begin) * scale }

    let heights = flights.map { 30 + Double(windows(of: $0).count) * Self.row + 10 }
    let bottom = 26 + heights.reduce(0, +)
    var chart = Chart(width: Self.width, height: bottom + 34, title: say(.ganttTitle, String(flights.count)))
    let key: [(String, Phrase)] = [
      ("seen", .keySeen), ("glimpse", .keyGlimpse), ("rejected", .keyRejected), ("unseen", .keyUnseen),
      ("strip", .keyStrip), ("ready", .keyReady),
      ("flying", .keyFlying), ("meet", .keyMeet), ("untracked", .keyUntracked),
    ]
    let shown = key.filter { key, _ in
      switch key {
      case "glimpse": flights.contains { !$0.timeline.glimpses.isEmpty }
      case "rejected": flights.contains { !$0.timeline.rejections.isEmpty }
      case "untracked": flights.contains { windows(of: $0).contains { !$0.untracked.isEmpty } }
      default: true
      }
    }
    chart.key = ChartKey(
      shown.map { (.area("f-\($0.0)"), "k-\($0.0)", say($0.1)) } + [(.order, "k-order", say(.keyOrder))])
    for tick in AxisSteps.values(from: begin, to: end, count: 10, steps: [1, 2, 3, 6, 10]) {
      chart.line(x(tick), 20, x(tick), bottom, abs(tick) < 1e-9 ? "axis" : "grid")
      chart.text(x(tick), bottom + 14, tick.fixed(0), anchor: "middle", "small")
    }
    chart.text(x(end), bottom + 28, say(.minutesFromLanding), anchor: "end", "small")

    var y = 26.0
    for (entry, height) in zip(flights, heights) {
      draw(entry, at: y, x: x, end: end, on: &chart, say)
      y += height
      chart.line(0, y - 6, Self.width, y - 6, "grid")
    }
    return chart
  }

  private func draw(
    _ entry: FlightWindows, at top: Double, x: (Double) -> Double, end: Double, on chart: inout Chart,
    _ say: ReportLanguage
  ) {
    let timeline = entry.timeline
    func place(_ time: Duration) -> Double { x((time - timeline.landing).inMinutes) }
    func span(_ begin: Duration, _ end: Duration) -> String { "\(begin.clockText)–\(end.clockText)" }
    chart.text(4, top + 14, say(.landsAt, entry.flight.id.isolated, timeline.landing.clockText), "strong")
    let flying = [(timeline.departure, timeline.landing), (timeline.takeoff, timeline.exit)]
    for (begin, end) in flying {
      chart.rect(
        place(begin), top + 7, place(end) - place(begin), 6, "f-unseen", title: "\(entry.flight.id) \(span(begin, end))"
      )
    }
    for (rejections, phrase) in [(timeline.rejections, Phrase.keyNotch), (timeline.blindSpeeds, .keyBlindSpeed)] {
      for rejection in rejections {
        let (begin, end) = (rejection.span.begin, rejection.span.end)
        chart.rect(
          place(begin), top + 5, max(place(end) - place(begin), 1), 10, "f-rejected",
          title: "\(say(phrase)): \(rejection.stationIDs.joined(separator: ", ")), \(rejection.span.length.text)")
      }
    }
    for glimpse in timeline.glimpses {
      let (begin, end) = (glimpse.span.begin, glimpse.span.end)
      chart.rect(
        place(begin), top + 5, max(place(end) - place(begin), 1), 10, "f-glimpse",
        title: "\(say(.keyGlimpse)): \(glimpse.stationIDs.joined(separator: ", ")), \(glimpse.span.length.text)")
    }
    for sighting in timeline.sightings {
      let (begin, end) = (sighting.span.begin, sighting.span.end)
      chart.rect(
        place(begin), top + 4, place(end) - place(begin), 12, "f-seen",
        title: "\(say(.keySeen)): \(sighting.stationIDs.joined(separator: ", ")), \(span(begin, end))")
    }
    chart.rect(
      place(timeline.landing), top + 1, max(place(timeline.takeoff) - place(timeline.landing), 2), 18, "f-strip",
      title: "\(say(.keyStrip)) \(span(timeline.landing, timeline.takeoff))")
    if let ordered = timeline.ordered {
      chart.path(
        [(place(ordered) - 5, top - 3), (place(ordered) + 5, top - 3), (place(ordered), top + 5)], closed: true,
        "f-order", title: "\(say(.keyOrder)) \(ordered.clockText)")
    }
    for (index, window) in windows(of: entry).enumerated() {
      draw(
        window, entry, at: top + 28 + Double(index) * Self.row, place: place, end: timeline.landing + .minutes(end),
        on: &chart, say)
    }
  }

  private func draw(
    _ window: Window, _ entry: FlightWindows, at top: Double, place: (Duration) -> Double, end: Duration,
    on chart: inout Chart, _ say: ReportLanguage
  ) {
    guard let airborne = window.airborne, let ordered = entry.timeline.ordered else { return }
    chart.text(
      Self.left - 6, top + 10, names[window.asset.id] ?? window.asset.id, anchor: "end", "small")
    chart.rect(
      place(ordered), top + 3, place(airborne) - place(ordered), 7, "f-ready",
      title: "\(say(.keyReady)) \(ordered.clockText)–\(airborne.clockText)")
    for intercept in window.intercepts + window.untracked {
      let (begin, end) = (intercept.span.begin, intercept.span.end)
      chart.rect(
        place(begin), top + 12, place(end) - place(begin), 6, intercept.isTracked ? "f-meet" : "f-untracked",
        title: "\(say(intercept.isTracked ? .keyMeet : .keyUntracked)) \(begin.clockText)–\(end.clockText)")
    }
    guard let arrival = window.arrival else { return }
    if arrival > end {
      // The bar goes on beyond the axis.
      let edge = Self.width - Self.right
      chart.path([(edge + 2, top), (edge + 9, top + 5.5), (edge + 2, top + 11)], closed: true, "f-flying")
    }
    let slack = window.slack.map { SlackText.text($0, say) } ?? ""
    chart.rect(
      place(airborne), top + 1, max(place(arrival) - place(airborne), 1), 9, "f-flying",
      title: "\(names[window.asset.id] ?? window.asset.id): \(airborne.clockText)–\(arrival.clockText), \(slack)")
    let meetings = (window.intercepts + window.untracked).map(\.span)
    let last = max(place(arrival), meetings.map { place($0.end) }.max() ?? 0)
    chart.text(last + (arrival > end ? 13 : 4), top + 9, slack, "small halo")
  }
}
