internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// The map as a drawing: for paper, for slides, and where the map library is missing.
struct StaticMap {
  let plan: Plan
  let layers: GeoLayers

  private static let width = 960.0

  /// A plate carrée around the places of the plan, true to scale at its middle latitude.
  struct Frame {
    let west, north, scaleX, scaleY, height: Double
    /// Whether the places lie on both sides of the antimeridian; then the map goes on eastward beyond 180°.
    let isAcross: Bool

    /// Least and greatest height, in parts of the width: A4 upright at most.
    private static let (flattest, tallest) = (0.4, 1.4)

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
      let margin = max((east - west) * cosine * 0.06, (north - south) * 0.06, 0.2)
      let (wide, tall) = ((east - west) * cosine + 2 * margin, north - south + 2 * margin)
      // Tall countries get more room at the sides, wide ones above and below, so that the drawing fits a page.
      let ratio = min(max(tall / wide, Self.flattest), Self.tallest)
      height = width * ratio
      scaleY = min(width / wide, height / tall)
      scaleX = scaleY * cosine
      self.west = (west + east) / 2 - width / 2 / scaleX
      self.north = (south + north) / 2 + height / 2 / scaleY
    }

    func place(_ position: Position) -> (Double, Double) {
      let longitude = position.longitudeDegrees + (isAcross && position.longitudeDegrees < 0 ? 360 : 0)
      return ((longitude - west) * scaleX, (north - position.latitudeDegrees) * scaleY)
    }

    /// What is drawn at a place of the drawing; nil beyond a pole.
    func position(_ x: Double, _ y: Double) -> Position? {
      let latitude = north - y / scaleY
      guard abs(latitude) <= 90 else { return nil }
      return Position(latitudeDegrees: latitude, longitudeDegrees: west + x / scaleX).normalized
    }
  }

  /// - Parameter languages: Those of its words, of which the page shows one; a drawing of its own has one.
  func chart(_ languages: [ReportLanguage]) -> Chart {
    let say = languages[0]
    let scenario = plan.scenario
    let places =
      scenario.strips.map(\.position) + scenario.bases.map(\.position) + plan.network.stations.map(\.position)
      + scenario.illuminators.map(\.position)
      + plan.flights.flatMap { ($0.flight.inbound + $0.flight.outbound).map(\.position) }
    let frame = frame(of: places.map(\.normalized))
    let unknown = unknownCells(frame)
    let legend = StaticMapLegend(
      plan: plan, layers: layers, languages: languages, width: Self.width, hasUnknown: !unknown.isEmpty)
    var chart = Chart(
      width: Self.width, height: frame.height + 8 + legend.height, title: say(.staticMapTitle))
    chart.window(width: Self.width, height: frame.height) { map in
      map.rect(0, 0, Self.width, frame.height, "m-ground")
      drawCoverage(on: &map, frame)
      Hatching.draw(unknown, cell: Self.cell, on: &map)
      drawAreas(on: &map, frame)
      for line in scenario.border { map.path(line.map { frame.place($0.normalized) }, "m-border") }
      drawWays(on: &map, frame)
      drawFlights(on: &map, frame)
      drawPlaces(on: &map, frame)
    }
    legend.draw(on: &chart, top: frame.height + 8)
    return chart
  }

  /// Around the places, and around all that is seen where that is not much more.
  private func frame(of places: [Position]) -> Frame {
    let frame = Frame(places, width: Self.width)
    let seen = layers.shapes.flatMap { ($0.network.first ?? []).flatMap { $0.flatMap { $0 } } }
    let wide = Frame(places + seen.map(\.normalized), width: Self.width)
    return wide.isAcross == frame.isAcross && wide.scaleY > frame.scaleY * Self.leastScale ? wide : frame
  }

  /// What is seen may shrink the places to this part.
  private static let leastScale = 0.7

  /// The side of a cell of unknown terrain.
  private static let cell = 6.0

  /// Columns and rows of cells where unknown terrain leaves open whether a radar sees the target.
  private func unknownCells(_ frame: Frame) -> Set<[Int]> {
    guard let terrain = plan.terrain else { return [] }
    let (columns, rows) = (Int(Self.width / Self.cell), Int(frame.height / Self.cell))
    let cells = (0..<rows).flatMap { row in
      (0..<columns).compactMap { column in
        frame.position((Double(column) + 0.5) * Self.cell, (Double(row) + 0.5) * Self.cell).map { ([column, row], $0) }
      }
    }
    let positions = cells.map(\.1)
    let isUnknown =
      (try? terrain.coverage.isUnknown(
        at: positions, network: terrain.networks[terrain.chosen], target: plan.coverage.target)) ?? []
    let isOutside = isOutside(positions, terrain)
    return Set(zip(cells, zip(isUnknown, isOutside)).filter { $0.1.0 || $0.1.1 }.map(\.0.0))
  }

  /// Whether places lie outside the terrain, within the range of a radar: there nothing is computed.
  private func isOutside(_ positions: [Position], _ terrain: PlanTerrain) -> [Bool] {
    let region = terrain.coverage.region
    let (columns, rows) = (Double(region.grid.frame.columns) - 0.5, Double(region.grid.frame.rows) - 0.5)
    let ranges = plan.network.stations.filter { !plan.blindStations.contains($0.id) }.map {
      (station: $0, range: $0.slantRange(of: plan.coverage.target))
    }
    let posts = (try? region.posts(of: positions)) ?? positions.map { _ in nil }
    return zip(positions, posts).map { position, post in
      if let post, (-0.5...columns).contains(post.column), (-0.5...rows).contains(post.row) { return false }
      return ranges.contains { station, range in
        // A degree of latitude is at least 110.5 km long.
        let north = abs(station.position.latitudeDegrees - position.latitudeDegrees) * 110_500
        guard north <= range.metres else { return false }
        let way = Ellipsoid.wgs84.inverse(from: station.position, to: position)
        return way.distance <= range && !station.blindSectors.contains { $0.contains(way.azimuth) }
      }
    }
  }

  private func drawCoverage(on chart: inout Chart, _ frame: Frame) {
    // Bands lie within each other: the lowest is on top, and only all of them together let the ground shine through.
    chart.group("m-bands") { bands in
      for (index, shapes) in layers.shapes.enumerated().reversed() {
        let rings = (shapes.network.first ?? []).flatMap { $0 }.map { $0.map(frame.place) }
        bands.area(rings, "m-band", fill: Palette.floor(index, of: layers.shapes.count))
      }
    }
  }

  private func drawFlights(on chart: inout Chart, _ frame: Frame) {
    for entry in plan.flights {
      for leg in GeoLayers.Leg.allCases {
        for part in GeodesicLine(LegRow(entry: entry, leg: leg).points).split {
          chart.path(
            part.map { frame.place($0.position) }, leg == .inbound ? "m-in" : "m-out",
            title: Called.short(entry.flight.name, entry.flight.id, most: 60))
        }
      }
    }
    for entry in plan.flights {
      guard let position = entry.timeline.firstDetectionPosition else { continue }
      let (x, y) = frame.place(position.normalized)
      chart.diamond(x, y, title: Called.short(entry.flight.name, entry.flight.id, most: 60))
    }
  }

  private func drawWays(on chart: inout Chart, _ frame: Frame) {
    for entry in plan.leak?.entries ?? [] {
      let points = (entry.way?.places ?? []).map { Waypoint(position: $0, altitude: .aboveGround(.zero)) }
      for part in GeodesicLine(points).split {
        chart.path(
          part.map { frame.place($0.position) }, "m-way",
          title: Called.plain(entry.strip.name, entry.strip.id))
      }
    }
  }

  /// The transmitters of others, and the lines between antennas that see together.
  private func drawLinks(on chart: inout Chart, _ frame: Frame) {
    for link in SensorLink.all(of: plan.network.stations) {
      let (a, b) = (frame.place(link.from.normalized), frame.place(link.to.normalized))
      chart.path([a, b], "m-link", title: link.title)
    }
    for illuminator in plan.scenario.illuminators {
      let (x, y) = frame.place(illuminator.position.normalized)
      chart.path(
        [(x - 6, y - 5), (x + 6, y - 5), (x, y + 6)], closed: true, "m-illuminator",
        title: Called.plain(illuminator.name, illuminator.id))
    }
  }

  private func drawPlaces(on chart: inout Chart, _ frame: Frame) {
    drawLinks(on: &chart, frame)
    for strip in plan.scenario.strips {
      let (x, y) = frame.place(strip.position.normalized)
      chart.rect(x - 3, y - 3, 6, 6, "m-strip", title: Called.plain(strip.name, strip.id))
    }
    let radars = plan.network.stations.map { frame.place($0.position.normalized) }
    for base in plan.scenario.bases {
      let (x, y) = frame.place(base.position.normalized)
      // Around a radar that would cover it.
      let isCovered = radars.contains { hypot($0.0 - x, $0.1 - y) < 9 }
      chart.circle(x, y, isCovered ? 11 : 5, "m-base", title: base.name)
    }
    for (station, (x, y)) in zip(plan.network.stations, radars) {
      chart.path(
        [(x, y - 8), (x + 7, y + 5), (x - 7, y + 5)], closed: true,
        station.isMember ? "m-radar member" : layers.isExisting(station) ? "m-radar" : "m-radar bought",
        title: station.name)
    }
    drawLabels(on: &chart, frame)
  }

  /// Names of radars, then of bases: beside the mark, above or below it, where they cover neither a name nor a mark; one that
  /// has no such place is left out.
  private func drawLabels(on chart: inout Chart, _ frame: Frame) {
    let (radars, bases) = (plan.network.stations, plan.scenario.bases)
    let places = radars.map { ($0.id, $0.name) } + bases.map { ($0.id, $0.name) }
    let labels = zip(
      Called.labels(of: places),
      radars.map { (position: $0.position, cssClass: "small halo strong") }
        + bases.map { (position: $0.position, cssClass: "small halo") })
    let marks = radars.map(\.position) + bases.map(\.position) + plan.scenario.strips.map(\.position)
    var taken = marks.map { position -> LabelBox in
      let (x, y) = frame.place(position.normalized)
      return LabelBox(left: x - 5, right: x + 5, top: y - 5, bottom: y + 5)
    }
    for (text, name) in labels {
      let (x, y) = frame.place(name.position.normalized)
      // A letter of the small size is 7 wide at most, a strong one 8.
      let width = Double(text.count) * (name.cssClass.hasSuffix("strong") ? 8 : 7)
      let spots: [(x: Double, y: Double, anchor: String, left: Double)] = [
        (x + 11, y + 4, "start", x + 11), (x - 11, y + 4, "end", x - 11 - width),
        (x, y - 12, "middle", x - width / 2), (x, y + 20, "middle", x - width / 2),
      ]
      let free = spots.first { spot in
        let box = LabelBox(left: spot.left, right: spot.left + width, top: spot.y - 10, bottom: spot.y + 3)
        return box.left >= 0 && box.right <= Self.width && !taken.contains { $0.overlaps(box) }
      }
      guard let free else { continue }
      taken.append(LabelBox(left: free.left, right: free.left + width, top: free.y - 10, bottom: free.y + 3))
      chart.text(free.x, free.y, text, anchor: free.anchor, name.cssClass)
    }
  }

  /// What a name or a mark covers.
  private struct LabelBox {
    let left, right, top, bottom: Double

    func overlaps(_ other: LabelBox) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }
}
