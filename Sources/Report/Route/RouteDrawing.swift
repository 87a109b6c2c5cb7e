internal import Coverage
internal import Response
internal import Units

/// The vertical section of a route: the Earth is flat, and heights are stretched.
struct RouteDrawing {
  let profile: RouteProfile
  /// What start and end are called.
  let names: [String]
  /// Those of its words, of which the page shows one; a drawing of its own has one.
  let languages: [ReportLanguage]
  private let frame = ChartFrame(width: 960, height: 400, left: 70, right: 24, top: 78, bottom: 54)
  private let low: Double
  private let high: Double

  init(_ profile: RouteProfile, from start: String, to end: String, _ languages: [ReportLanguage]) {
    self.profile = profile
    names = [start, end]
    self.languages = languages
    let heights =
      (profile.ground + profile.straight).compactMap { $0.height?.metres } + profile.route.points.map(\.altitude.metres)
    let (least, most) = (heights.min() ?? 0, heights.max() ?? 1)
    // A ceiling far above the way would flatten all below it: the words have it.
    let isNear = profile.ceiling.metres - least < (most - least) * 1.6
    let top = isNear ? max(most, profile.ceiling.metres) : most
    let margin = max((top - least) * 0.08, 20)
    (low, high) = (least - margin, top + margin)
  }

  /// Whether the ceiling lies within the drawing.
  private var hasCeiling: Bool { profile.ceiling.metres < high }

  private func x(_ distance: Length) -> Double {
    let whole = max(profile.route.distance.metres, profile.straight.last?.distance.metres ?? 0, 1)
    return frame.x(min(max(distance.metres / whole, 0), 1))
  }
  private func y(_ altitude: Length) -> Double {
    frame.y(min(max(altitude.metres, low), high), from: low, to: high)
  }

  /// - Parameter flight: What is said of the time that it takes.
  func chart(flight: (ReportLanguage) -> String) -> Chart {
    let say = languages[0]
    var chart = Chart(
      width: frame.width, height: frame.height, title: say(.routeProfileTitle, names[0], names[1]))
    chart.key = Self.key(say, for: [profile])
    words(&chart, frame.left, 18) { flight($0) }
    words(&chart, frame.left, 36) { say in
      let route = profile.route
      return say(
        .routeProfileHeights, route.distance.text, route.straightDistance.text, route.highest.heightText,
        profile.ceiling.heightText, profile.clearance.heightText)
    }
    axes(&chart)
    areas(&chart)
    ground(&chart)
    lines(&chart)
    times(&chart)
    for (name, place) in zip(names, [(frame.left, "start"), (frame.end, "end")]) {
      chart.text(place.0, frame.height - 12, ConsoleText.cut(name, to: 32), anchor: place.1, "strong")
    }
    return chart
  }

  /// What the colours and lines of some drawings mean.
  static func key(_ say: ReportLanguage, for profiles: [RouteProfile]) -> ChartKey {
    var key = ChartKey([
      (.line("p-seen"), "k-flown", say(.routeKeyFlown)), (.area("p-ground"), "k-ground", say(.routeKeyGround)),
      (.line("p-lowest"), "k-clearance", say(.routeKeyClearance)),
    ])
    if profiles.contains(where: \.isDetour) {
      key.items.append((.line("p-straight"), "k-straight", say(.routeKeyStraight)))
    }
    // One above the drawing is in its words alone.
    if profiles.contains(where: { RouteDrawing($0, from: "", to: "", [say]).hasCeiling }) {
      key.items.append((.line("p-ceiling"), "k-ceiling", say(.routeKeyCeiling)))
    }
    if profiles.contains(where: { !$0.crossings.isEmpty }) {
      key.items.append((.area("p-closed"), "k-closed", say(.routeKeyArea)))
    }
    return key
  }

  private func words(
    _ chart: inout Chart, _ x: Double, _ y: Double, anchor: String = "start", _ cssClass: String = "",
    _ text: (ReportLanguage) -> String
  ) {
    for say in languages {
      chart.text(
        x, y, text(say), anchor: anchor, languages.count > 1 ? "\(cssClass) in-\(say.rawValue)" : cssClass)
    }
  }

  private func axes(_ chart: inout Chart) {
    let unit = UnitSystem.current.height.metres
    for mark in AxisSteps.values(from: low / unit, to: high / unit, count: 6) {
      let height = Length.metres(mark * unit)
      chart.line(frame.left, y(height), frame.end, y(height), "p-arc")
      chart.text(frame.left - 8, y(height) + 4, height.heightText, anchor: "end")
    }
    chart.distanceTicks(profile.route.distance, in: frame, size: 5, figure: 20) {
      "\($0.fixed($0 == $0.rounded() ? 0 : 2))"
    }
    chart.line(frame.left, frame.floor, frame.end, frame.floor, "axis")
    words(&chart, (frame.left + frame.end) / 2, frame.height - 12, anchor: "middle") {
      $0(.routeProfileAxis, UnitSystem.current.distanceSymbol)
    }
  }

  /// Minutes along the upper edge, where the way has them.
  private func times(_ chart: inout Chart) {
    let points = profile.route.points
    guard let end = points.last?.time.inMinutes, end > 0 else { return }
    chart.line(frame.left, frame.top, frame.end, frame.top, "axis")
    words(&chart, frame.left, frame.top - 24, "small") { $0(.routeProfileMinutes) }
    var taken = -Double.infinity
    for minutes in AxisSteps.values(from: 0, to: end, count: 10) {
      let index = points.firstIndex { $0.time.inMinutes >= minutes } ?? points.count - 1
      let (after, before) = (points[index], points[max(index - 1, 0)])
      let span = (after.time - before.time).inMinutes
      let share = span > 0 ? (minutes - before.time.inMinutes) / span : 1
      let place = x(before.distance + (after.distance - before.distance) * share)
      // Climb and descent over an end take time and no distance.
      guard place - taken > 26 else { continue }
      taken = place
      chart.line(place, frame.top - 5, place, frame.top, "axis")
      chart.text(place, frame.top - 9, minutes.fixed(minutes == minutes.rounded() ? 0 : 1), anchor: "middle", "small")
    }
  }

  /// What areas close, with their names in rows, so that neighbours do not cover one another's.
  private func areas(_ chart: inout Chart) {
    for (index, crossing) in profile.crossings.enumerated() {
      let area = crossing.area.area
      let (left, right) = (x(crossing.from), x(crossing.to))
      let top = area.top.map(y) ?? frame.top
      let bottom = area.bottom.map(y) ?? frame.floor
      chart.rect(
        left, top, max(right - left, 1), max(bottom - top, 1), crossing.isActive ? "p-closed" : "p-open",
        title: area.name)
      let isRight = left > frame.width * 0.6
      let line = min(max(top, frame.top) + 14 + 15 * Double(index % 3), frame.floor - 8)
      words(&chart, isRight ? right - 4 : left + 4, line, anchor: isRight ? "end" : "start", "small halo") { say in
        let limits = "\(ConsoleText.cut(area.name, to: 30)): \(crossing.area.limits(say))"
        return crossing.isActive ? limits : say(.areaInactive, limits)
      }
    }
  }

  /// Known ground as areas down to the axis, unknown ground as bands.
  private func ground(_ chart: inout Chart) {
    for run in runs(of: profile.ground) { chart.ground(run.map { (x($0.0), y($0.1)) }, downTo: frame.floor) }
    let ground = profile.ground
    for index in ground.indices where ground[index].height == nil {
      let from = x(ground[max(index - 1, 0)].distance)
      let to = x(ground[min(index + 1, ground.count - 1)].distance)
      chart.rect(from, frame.top, to - from, frame.floor - frame.top, "p-unknown")
    }
  }

  private func runs(of ground: [RouteProfile.Ground]) -> [[(Length, Length)]] {
    ground.split(whereSeparator: { $0.height == nil }).map { run in
      run.map { ($0.distance, $0.height ?? .zero) }
    }.filter { $0.count > 1 }
  }

  private func lines(_ chart: inout Chart) {
    for run in runs(of: profile.isDetour ? profile.straight : []) {
      chart.path(run.map { (x($0.0), y($0.1)) }, "p-straight")
    }
    for run in runs(of: profile.ground) {
      chart.path(run.map { (x($0.0), y($0.1 + profile.clearance)) }, "p-lowest")
    }
    if hasCeiling {
      chart.line(frame.left, y(profile.ceiling), frame.end, y(profile.ceiling), "p-ceiling")
    }
    chart.path(profile.route.points.map { (x($0.distance), y($0.altitude)) }, "p-seen")
  }
}
