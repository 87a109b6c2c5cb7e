internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Response
internal import Scenario
internal import Units

/// The map as a drawing: for paper, for slides, and where the map library is missing.
struct StaticMap {
  let plan: Plan
  let layers: GeoLayers

  private static let width = 960.0

  /// A plate carrée around the places of the plan, true to scale at its middle latitude.
  private struct Frame {
    let west, north, scaleX, scaleY, height: Double
    /// Whether the places lie on both sides of the antimeridian; then the map goes on eastward beyond 180°.
    let isAcross: Bool

    init(_ positions: [Position], width: Double) {
      var (south, north, west, east) = (90.0, -90.0, 360.0, -360.0)
      let longitudes = positions.map(\.longitudeDegrees)
      let eastward = longitudes.map { $0 < 0 ? $0 + 360 : $0 }
      func extent(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
      isAcross = extent(longitudes) > 180 && extent(eastward) < extent(longitudes)
      for (position, longitude) in zip(positions, isAcross ? eastward : longitudes) {
        south = min(south, position.latitudeDegrees)
        north = max(north, position.latitudeDegrees)
        west = min(west, longitude)
        east = max(east, longitude)
      }
      if positions.isEmpty { (south, north, west, east) = (-1, 1, -1, 1) }
      let cosine = max(cos((south + north) / 2 * .pi / 180), 0.05)
      let margin = max((east - west) * 0.06, (north - south) * 0.06, 0.2)
      self.west = west - margin / cosine
      self.north = north + margin
      let span = east - west + 2 * margin / cosine
      // Tall countries get a narrower degree, so that the drawing fits a page.
      let tall = (north - south + 2 * margin) / (span * cosine)
      scaleX = width / span
      scaleY = scaleX / cosine
      height = min(width * tall, width * 3)
    }

    func place(_ position: Position) -> (Double, Double) {
      let longitude = position.longitudeDegrees + (isAcross && position.longitudeDegrees < 0 ? 360 : 0)
      return ((longitude - west) * scaleX, (north - position.latitudeDegrees) * scaleY)
    }
  }

  /// - Parameter languages: Those of its words, of which the page shows one; a drawing of its own has one.
  func chart(_ languages: [ReportLanguage]) -> Chart {
    let say = languages[0]
    let scenario = plan.scenario
    let places =
      scenario.strips.map(\.position) + scenario.bases.map(\.position) + plan.network.stations.map(\.position)
      + plan.flights.flatMap { ($0.flight.inbound + $0.flight.outbound).map(\.position) }
    let frame = Frame(places.map(\.normalized), width: Self.width)
    var chart = Chart(width: Self.width, height: frame.height + 52, title: say(.staticMapTitle))
    chart.rect(0, 0, Self.width, frame.height, "m-ground")
    drawCoverage(on: &chart, frame)
    for line in scenario.border { chart.path(line.map { frame.place($0.normalized) }, "m-border") }
    drawWays(on: &chart, frame)
    drawFlights(on: &chart, frame)
    drawPlaces(on: &chart, frame)
    // What runs out of the frame is hidden by the page's colour below it.
    chart.rect(0, frame.height, Self.width, 52, "m-page")
    legend(on: &chart, at: frame.height + 18)
    symbols(on: &chart, at: frame.height + 40, languages)
    return chart
  }

  private func drawCoverage(on chart: inout Chart, _ frame: Frame) {
    for (index, shapes) in layers.shapes.enumerated().reversed() {
      let rings = (shapes.network.first ?? []).flatMap { $0 }.map { $0.map(frame.place) }
      chart.area(rings, "m-band b\(FloorColours.index(index, of: layers.shapes.count))")
    }
  }

  private func drawFlights(on chart: inout Chart, _ frame: Frame) {
    for entry in plan.flights {
      for leg in GeoLayers.Leg.allCases {
        for part in GeodesicLine(layers.waypoints(leg, of: entry.flight)).split {
          chart.path(part.map { frame.place($0.position) }, leg == .inbound ? "m-in" : "m-out", title: entry.flight.id)
        }
      }
    }
    for entry in plan.flights {
      guard let position = entry.timeline.firstDetectionPosition else { continue }
      let (x, y) = frame.place(position.normalized)
      chart.diamond(x, y, title: entry.flight.id)
    }
  }

  private func drawWays(on chart: inout Chart, _ frame: Frame) {
    for entry in plan.leak?.entries ?? [] {
      let points = (entry.way?.places ?? []).map { Waypoint(position: $0, altitude: .aboveGround(.zero)) }
      for part in GeodesicLine(points).split {
        chart.path(part.map { frame.place($0.position) }, "m-way", title: entry.strip.id)
      }
    }
  }

  private func drawPlaces(on chart: inout Chart, _ frame: Frame) {
    for strip in plan.scenario.strips {
      let (x, y) = frame.place(strip.position.normalized)
      chart.rect(x - 3, y - 3, 6, 6, "m-strip", title: "\(strip.id) \(strip.name)")
    }
    for base in plan.scenario.bases {
      let (x, y) = frame.place(base.position.normalized)
      chart.circle(x, y, 5, "m-base", title: base.name)
    }
    for station in plan.network.stations {
      let (x, y) = frame.place(station.position.normalized)
      chart.path(
        [(x, y - 8), (x + 7, y + 5), (x - 7, y + 5)], closed: true,
        layers.isExisting(station) ? "m-radar" : "m-radar bought", title: station.name)
    }
    drawLabels(on: &chart, frame)
  }

  /// Names of radars, then of bases; one that would cover another is left out.
  private func drawLabels(on chart: inout Chart, _ frame: Frame) {
    let names =
      plan.network.stations.map { (id: $0.id, position: $0.position, cssClass: "small halo strong", drop: 5.0) }
      + plan.scenario.bases.map { (id: $0.id, position: $0.position, cssClass: "small halo", drop: -5.0) }
    var taken: [(x: Double, y: Double, width: Double)] = []
    for name in names {
      let (x, y) = frame.place(name.position.normalized)
      let label = (x: x + 9, y: y + name.drop, width: Double(name.id.count) * 7)
      let isFree = taken.allSatisfy { other in
        abs(other.y - label.y) > 13 || other.x + other.width < label.x || label.x + label.width < other.x
      }
      guard isFree else { continue }
      taken.append(label)
      chart.text(label.x, label.y, name.id, name.cssClass)
    }
  }

  /// What the marks and lines mean.
  private func symbols(on chart: inout Chart, at y: Double, _ languages: [ReportLanguage]) {
    var x = 4.0
    func words(_ phrase: Phrase) {
      for say in languages {
        chart.text(x + 22, y + 1, say(phrase), languages.count > 1 ? "small in-\(say)" : "small")
      }
      // A letter of the small size is 7 wide at most.
      x += 38 + 7 * Double(languages.map { $0(phrase).count }.max() ?? 0)
    }
    func triangle(_ cssClass: String) {
      chart.path([(x + 9, y - 11), (x + 16, y + 2), (x + 2, y + 2)], closed: true, cssClass)
    }
    if plan.network.stations.contains(where: layers.isExisting) {
      triangle("m-radar")
      words(.radar)
    }
    if !plan.network.stations.allSatisfy(layers.isExisting) {
      triangle("m-radar bought")
      words(.legendBought)
    }
    if !plan.scenario.bases.isEmpty {
      chart.circle(x + 9, y - 4, 5, "m-base")
      words(.base)
    }
    if !plan.scenario.strips.isEmpty {
      chart.rect(x + 6, y - 7, 6, 6, "m-strip")
      words(.strip)
    }
    if !plan.flights.isEmpty {
      chart.line(x, y - 4, x + 18, y - 4, "m-in")
      words(.legendIn)
      chart.line(x, y - 4, x + 18, y - 4, "m-out")
      words(.legendOut)
    }
    if plan.flights.contains(where: { $0.timeline.firstDetectionPosition != nil }) {
      chart.diamond(x + 9, y - 4)
      words(.firstSeen)
    }
    if plan.leak != nil {
      chart.line(x, y - 4, x + 18, y - 4, "m-way")
      words(.legendWay)
    }
    if !plan.scenario.border.isEmpty {
      chart.line(x, y - 4, x + 18, y - 4, "m-border")
      words(.layerBorder)
    }
  }

  private func legend(on chart: inout Chart, at y: Double) {
    var x = 4.0
    for (index, band) in plan.coverage.bands.enumerated() {
      chart.rect(x, y - 9, 18, 12, "m-band b\(FloorColours.index(index, of: plan.coverage.bands.count))")
      chart.text(x + 22, y + 1, "\(band.height.heightText) AGL", "small")
      x += 110
    }
  }
}

/// Classes of the lowest height that is seen.
enum FloorColours {
  /// The number of a band's colour in the page's style: `b0`, seen near the ground, to `b5`, above the highest band.
  static func index(_ index: Int, of bands: Int) -> Int { Int((Double(index) / Double(max(bands, 1)) * 5).rounded()) }
}
