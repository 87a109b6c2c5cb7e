internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Scenario
internal import Units

/// Where a network sees at the lowest altitude band, by how certain that is.
struct CertaintyMap {
  private let plan: Plan
  private let certainty: NetworkCertainty
  private let band: Int

  /// The most cells of the drawing.
  private static let limit = 40_000

  /// Nil when nothing is in doubt.
  init?(_ plan: Plan) {
    guard let certainty = plan.terrain?.certainty,
      let band = plan.coverage.bands.indices.min(by: {
        plan.coverage.bands[$0].height < plan.coverage.bands[$1].height
      })
    else { return nil }
    (self.plan, self.certainty, self.band) = (plan, certainty, band)
  }

  /// The drawing; nil when its outlines cannot be drawn, or nothing is seen.
  func chart(_ say: ReportLanguage) -> Chart? {
    let layers = NetworkCertainty.Class.seen.reversed().compactMap { kind in
      (try? outlines(kind)).map { (kind, $0) }
    }
    let places = layers.flatMap { $0.1.joined().joined() } + plan.network.stations.map(\.position)
    guard layers.contains(where: { !$0.1.isEmpty }), let first = places.first else { return nil }
    var (south, north, west, east) = (90.0, -90.0, 360.0, -360.0)
    func longitude(_ place: Position) -> Double {
      // On the turn around the Earth that the first place is on.
      let off = place.longitudeDegrees - first.longitudeDegrees
      return place.longitudeDegrees - (off / 360).rounded() * 360
    }
    for place in places {
      (south, north) = (min(south, place.latitudeDegrees), max(north, place.latitudeDegrees))
      (west, east) = (min(west, longitude(place)), max(east, longitude(place)))
    }
    let narrow = cos((south + north) / 2 * .pi / 180)
    let scale = min(900 / max((east - west) * narrow, 1e-6), 560 / max(north - south, 1e-6))
    let title = say(.certaintyTitle, plan.coverage.bands[band].height.heightText)
    var chart = Chart(
      width: max((east - west) * narrow * scale, 300) + 60, height: (north - south) * scale + 40, title: title)
    chart.key = ChartKey(
      NetworkCertainty.Class.seen.map { (.area("c-\($0.word)"), "k-\($0.word)", say($0.phrase)) })
    func point(_ place: Position) -> (Double, Double) {
      (30 + (longitude(place) - west) * narrow * scale, 20 + (north - place.latitudeDegrees) * scale)
    }
    for (kind, polygons) in layers {
      chart.area(polygons.flatMap { $0.map { $0.map(point) } }, "c-\(kind.word)")
    }
    // A name that would cover another is left to the mark's title.
    var taken: [(x: ClosedRange<Double>, y: Double)] = []
    for station in plan.network.stations {
      let place = point(station.position)
      chart.circle(place.0, place.1, 4, "f-mark", title: station.name)
      let name = ConsoleText.cut(station.name, to: 28)
      let x = place.0 + 7...place.0 + 7 + 7 * Double(name.count)
      guard !taken.contains(where: { $0.x.overlaps(x) && abs($0.y - place.1) < 14 }) else { continue }
      taken.append((x, place.1))
      chart.text(place.0 + 7, place.1 + 4, name, "small halo")
    }
    return chart
  }

  /// Where the class is, on every n-th cell.
  private func outlines(_ kind: NetworkCertainty.Class) throws(GeoFileError) -> PolygonOverlay.Polygons {
    let grid = certainty.classes[band]
    let frame = grid.frame
    var n = 1
    while ((frame.columns + n - 1) / n) * ((frame.rows + n - 1) / n) > Self.limit { n += 1 }
    var small = frame
    (small.columns, small.rows) = (frame.columns / n, frame.rows / n)
    guard small.columns > 0, small.rows > 0 else { return [] }
    small.firstX += Double(n / 2) * frame.stepX
    small.firstY += Double(n / 2) * frame.stepY
    small.stepX *= Double(n)
    small.stepY *= Double(n)
    var cells: [UInt8] = []
    cells.reserveCapacity(small.columns * small.rows)
    for row in 0..<small.rows {
      for column in 0..<small.columns {
        cells.append(grid[row * n + n / 2, column * n + n / 2] == kind.rawValue ? 1 : 0)
      }
    }
    return try RasterPolygons.outlines(of: Grid(frame: small, cells: cells), smallest: 2)
  }
}

extension NetworkCertainty.Class {
  /// Its word on the page.
  var phrase: Phrase {
    switch self {
    case .certain: .certain
    case .likely: .likely
    case .doubtful: .doubtful
    case .unknown, .notSeen: .unknownArea
    }
  }
}
