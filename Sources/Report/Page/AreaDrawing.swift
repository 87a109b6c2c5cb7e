internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Units

/// A drawing of areas over the plan's radars: classes of a grid, each in its colour.
struct AreaDrawing {
  /// A class of cells.
  struct Class {
    /// Its style in drawings, and that of its switch.
    let style, key: String
    let label: String
    /// Its cells on every n-th post of the grid.
    let outlines: PolygonOverlay.Polygons
  }

  /// From the lowest up: each is drawn over those before it.
  let classes: [Class]
  let stations: [RadarStation]
  let title: String

  /// The most cells of a drawing.
  private static let limit = 40_000

  /// The drawing; nil where nothing has a class.
  var chart: Chart? {
    let places = classes.flatMap { $0.outlines.joined().joined() } + stations.map(\.position)
    guard classes.contains(where: { !$0.outlines.isEmpty }), let first = places.first else { return nil }
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
    var chart = Chart(
      width: max((east - west) * narrow * scale, 300) + 60, height: (north - south) * scale + 40, title: title)
    chart.key = ChartKey(classes.reversed().map { (.area($0.style), $0.key, $0.label) })
    func point(_ place: Position) -> (Double, Double) {
      (30 + (longitude(place) - west) * narrow * scale, 20 + (north - place.latitudeDegrees) * scale)
    }
    for kind in classes {
      chart.area(kind.outlines.flatMap { $0.map { $0.map(point) } }, kind.style)
    }
    // A name that would cover another is left to the mark's title.
    var taken: [(x: ClosedRange<Double>, y: Double)] = []
    for station in stations {
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

  /// Where cells of a grid are of a class, on every n-th cell.
  /// - Throws: ``GeoFileError`` when the outlines cannot be drawn.
  static func outlines<Cell>(
    of grid: Grid<Cell>, where holds: (Cell) -> Bool
  ) throws(GeoFileError) -> PolygonOverlay.Polygons {
    let frame = grid.frame
    var n = 1
    while ((frame.columns + n - 1) / n) * ((frame.rows + n - 1) / n) > limit { n += 1 }
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
        cells.append(holds(grid[row * n + n / 2, column * n + n / 2]) ? 1 : 0)
      }
    }
    return try RasterPolygons.outlines(of: Grid(frame: small, cells: cells), smallest: 2)
  }
}
