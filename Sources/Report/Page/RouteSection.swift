internal import Coverage
internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// Each flight's route over the terrain: the ground, the floor of the network and the aircraft between them.
struct RouteSection: ReportSection {
  let id = "route-floors"
  let title = Phrase.routes
  private let ways: [(entry: FlightWindows, places: [RouteFloor])]

  /// Nil for a plan over a smooth Earth, and without flights.
  init?(_ input: ReportInput) {
    guard let terrain = input.plan.terrain else { return nil }
    ways = zip(input.plan.flights, terrain.routes).map { ($0, $1) }.filter { $0.1.count > 1 }
    if ways.isEmpty { return nil }
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] { [("route-floors", chart(say))] }

  func body(_ say: ReportLanguage) -> HTML {
    """
    <p>\(say(.routesNote, UnitSystem.current.heightSymbol))</p>
    \(chart(say).keyed)
    """
  }

  private let left = 60.0
  private let right = 20.0
  private let width = 960.0
  private let step = 150.0
  /// Floors above the highest of ground and aircraft by more than this are cut off.
  private let headroom = 1500.0

  private func chart(_ say: ReportLanguage) -> Chart {
    var chart = Chart(
      width: width, height: Double(ways.count) * step, title: say(.routesTitle, UnitSystem.current.heightSymbol))
    chart.key = ChartKey([
      (.area("p-above"), "k-above", say(.routeFloor)), (.area("f-seen"), "k-seen", say(.routeSeen)),
      (.area("f-strip"), "k-hidden", say(.routeHidden)),
    ])
    for (index, way) in ways.enumerated() { draw(way.entry, way.places, top: Double(index) * step, &chart, say) }
    return chart
  }

  /// The parts of a line that lie within the drawing, each up to where it crosses the upper edge.
  static func parts(of line: [(x: Double, height: Double)], upTo high: Double) -> [[(x: Double, height: Double)]] {
    var parts: [[(x: Double, height: Double)]] = []
    var part: [(x: Double, height: Double)] = []
    for (index, point) in line.enumerated() {
      if index > 0, (line[index - 1].height <= high) != (point.height <= high) {
        let before = line[index - 1]
        let share = (high - before.height) / (point.height - before.height)
        part.append((before.x + share * (point.x - before.x), high))
      }
      if point.height <= high {
        part.append(point)
      } else if !part.isEmpty {
        parts.append(part)
        part = []
      }
    }
    if !part.isEmpty { parts.append(part) }
    return parts.filter { $0.count > 1 }
  }

  /// One flight: the inbound route, the strip, the outbound route.
  private func draw(
    _ entry: FlightWindows, _ places: [RouteFloor], top: Double, _ chart: inout Chart, _ say: ReportLanguage
  ) {
    let flight = entry.flight
    let inbound = places.last { $0.isInbound }?.along ?? .zero
    let total = max((inbound + (places.last.map { $0.isInbound ? .zero : $0.along } ?? .zero)).shownDistance, 0.001)
    let grounds = places.compactMap { $0.floor.ground?.shownHeight }
    let altitudes = places.compactMap { $0.altitude?.shownHeight }
    guard let low = (grounds + altitudes).min(), let peak = (grounds + altitudes).max() else { return }
    let floors = places.compactMap { $0.floor.lowest?.shownHeight }
    let high = max(
      peak + Length.metres(100).shownHeight, min(floors.max() ?? peak, peak + Length.metres(headroom).shownHeight))
    let bottom = top + step - 26
    func x(_ place: RouteFloor) -> Double {
      let along = place.isInbound ? place.along : inbound + place.along
      return left + along.shownDistance / total * (width - left - right)
    }
    func y(_ metres: Double) -> Double {
      bottom - (min(max(metres, low), high) - low) / max(high - low, 1) * (step - 52)
    }
    // What is seen: above the floor, up to the top of the drawing.
    for run in places.split(whereSeparator: { $0.floor.lowest == nil }) where run.count > 1 {
      let line = run.map { (x($0), y($0.floor.lowest?.shownHeight ?? high)) }
      chart.path([(line[0].0, y(high))] + line + [(line[line.count - 1].0, y(high))], closed: true, "p-above")
      for part in Self.parts(of: run.map { (x($0), $0.floor.lowest?.shownHeight ?? high) }, upTo: high) {
        chart.path(part.map { ($0.x, y($0.height)) }, "p-lowest")
      }
    }
    for run in places.split(whereSeparator: { $0.floor.ground == nil }) where run.count > 1 {
      let line = run.map { (x($0), y($0.floor.ground?.shownHeight ?? low)) }
      chart.path([(line[0].0, bottom)] + line + [(line[line.count - 1].0, bottom)], closed: true, "p-ground")
    }
    var run: [RouteFloor] = []
    func close() {
      if run.count > 1 {
        chart.path(
          run.map { (x($0), y($0.altitude?.shownHeight ?? low)) }, run[1].seenBy.isEmpty ? "p-hidden" : "p-seen")
      }
    }
    for place in places where place.altitude != nil {
      if let last = run.last, run.count > 1 ? run[1].seenBy.isEmpty != place.seenBy.isEmpty : false {
        close()
        run = [last]
      }
      run.append(place)
    }
    close()
    let strip = left + inbound.shownDistance / total * (width - left - right)
    chart.line(strip, top + 24, strip, bottom, "p-drop")
    let name = Called.short(flight.strip.name, flight.strip.id, most: 40).isolated
    chart.text(strip, bottom + 20, name, anchor: "middle", "small halo")
    for metres in AxisSteps.values(from: low, to: high, count: 3) {
      chart.text(left - 6, y(metres) + 4, metres.fixed(0), anchor: "end", "small")
    }
    chart.line(left, bottom, width - right, bottom, "axis")
    let words = entry.timeline.firstDetection != nil ? "" : " – \(say(.neverSeen))"
    chart.text(
      left + 4, top + 18, "\(flight.id.isolated): \(total.fixed(0)) \(UnitSystem.current.distanceSymbol)\(words)",
      "strong halo")
  }
}
