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
  /// Lines to find one's way by.
  let border: [[Position]]
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
    let (width, height) = (max((east - west) * narrow * scale, 300) + 60, (north - south) * scale + 40)
    var chart = Chart(width: width, height: height + Self.foot, title: title)
    chart.key = ChartKey(classes.reversed().map { (.area($0.style), $0.key, $0.label) })
    func point(_ place: Position) -> (Double, Double) {
      (30 + (longitude(place) - west) * narrow * scale, 20 + (north - place.latitudeDegrees) * scale)
    }
    chart.window(width: width, height: height) { map in
      for line in border { map.path(line.map(point), "m-border") }
    }
    for kind in classes {
      chart.area(kind.outlines.flatMap { $0.map { $0.map(point) } }, kind.style)
    }
    // A name that would cover another, or a mark, or be cut at both edges is left to the mark's title.
    let marks = stations.map { point($0.position) }
    var taken = marks.map { (x: $0.0 - 5...$0.0 + 5, y: $0.1) }
    for (station, place) in zip(stations, marks) {
      chart.circle(place.0, place.1, 4, "f-mark", title: station.name)
      let name = ConsoleText.cut(Called.head(station.name), to: 28)
      let length = 7 * Double(name.count)
      let sides = [(place.0 + 7...place.0 + 7 + length, "start"), (place.0 - 7 - length...place.0 - 7, "end")]
      let free = sides.first { x, _ in
        x.lowerBound >= 0 && x.upperBound <= width
          && !taken.contains { $0.x.overlaps(x) && abs($0.y - place.1) < 14 }
      }
      guard let (x, anchor) = free else { continue }
      taken.append((x, place.1))
      chart.text(anchor == "start" ? x.lowerBound : x.upperBound, place.1 + 4, name, anchor: anchor, "small halo")
    }
    // A degree of latitude is 111 km long.
    Self.drawScale(on: &chart, pixelsPerKilometre: scale / 111.2, left: 30, y: height + 8)
    return chart
  }

  /// The height of the scale below the map.
  private static let foot = 20.0

  /// A line of a round length.
  private static func drawScale(on chart: inout Chart, pixelsPerKilometre: Double, left: Double, y: Double) {
    let unit = UnitSystem.current.distance
    let pixels = pixelsPerKilometre * unit.kilometres
    guard let length = AxisSteps.values(from: 0, to: 200 / pixels, count: 4).last, length > 0 else { return }
    let end = left + length * pixels
    chart.line(left, y, end, y, "axis")
    for x in [left, end] { chart.line(x, y - 4, x, y + 4, "axis") }
    chart.text(end + 6, y + 4, (unit * length).text, "small")
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
