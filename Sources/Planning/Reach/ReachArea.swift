internal import Coverage
internal import Foundation
public import GeoFiles
internal import Geodesy
internal import Response
internal import Scenario
internal import Terrain
internal import Units

/// The cells in which reach is computed: a grid of degrees, and which of its cells lie in the area that counts.
public struct ReachArea: Sendable {
  /// What the area is.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// The region of interest of the scenario.
    case region
    /// A rectangle that was asked for.
    case rectangle
    /// The box around bases, strips and demand points.
    case places
  }

  /// What it is.
  public let origin: Origin
  /// Where the cells lie; longitudes may go on beyond 180°.
  public let frame: GridFrame
  /// Whether the centre of a cell lies in the area, row by row.
  public let isInside: [Bool]
  /// The area of a cell by row, m².
  public let cellAreas: [Double]

  /// The area inside, m².
  public var squareMetres: Double { sum { isInside[$0] } }

  /// The area of some cells, m².
  func sum(_ counts: (Int) -> Bool) -> Double {
    var sum = 0.0
    for row in 0..<frame.rows {
      var cells = 0
      for index in row * frame.columns..<(row + 1) * frame.columns where counts(index) { cells += 1 }
      sum += Double(cells) * cellAreas[row]
    }
    return sum
  }

  /// Where the centres of the cells of a row are.
  func centres(row: Int) -> [Position] {
    let latitude = frame.firstY + Double(row) * frame.stepY
    return (0..<frame.columns).map {
      Position(latitudeDegrees: latitude, longitudeDegrees: frame.firstX + Double($0) * frame.stepX).normalized
    }
  }

  /// About so many cells where no step is stated.
  private static let usualCells = 40_000.0
  /// The longest and widest that a box around places without extent is.
  private static let leastMargin = Length.kilometres(20)

  init(_ scenario: Scenario, _ question: ReachQuestion) throws(ReachError) {
    let box: Box
    if let stated = question.box {
      origin = .rectangle
      box = Box(stated)
    } else if let region = scenario.region, !region.polygons.isEmpty {
      origin = .region
      box = Box(holding: region.polygons.compactMap(\.first))
    } else {
      origin = .places
      let places =
        scenario.bases.map(\.position) + scenario.strips.map(\.position) + scenario.demandPoints.map(\.position)
      guard !places.isEmpty else {
        throw ReachError(
          Fault(
            .noArea, "the scenario has no region, no bases, no strips and no demand points",
            remedy: "state an area"))
      }
      box = Box(holding: places.map { [$0] }).widened(by: Self.leastMargin)
    }
    guard box.width > 0, box.north > box.south else {
      throw ReachError(Fault(.noArea, "the area has no width or no height", remedy: "state a larger one"))
    }
    let frame = try Self.frame(box, question)
    self.frame = frame
    cellAreas = (0..<frame.rows).map { row in
      let middle = frame.firstY + Double(row) * frame.stepY
      let (a, b) = (middle - frame.stepY / 2, middle + frame.stepY / 2)
      return abs(
        Ellipsoid.zone(toLatitudeDegrees: min(max(a, -90), 90))
          - Ellipsoid.zone(toLatitudeDegrees: min(max(b, -90), 90))) * frame.stepX / 360
    }
    guard origin == .region, let region = scenario.region else {
      isInside = [Bool](repeating: true, count: frame.rows * frame.columns)
      return
    }
    isInside = try Self.inside(region.polygons, frame)
  }

  /// Cells that fill the box exactly, none wider or higher than the step.
  private static func frame(_ box: Box, _ question: ReachQuestion) throws(ReachError) -> GridFrame {
    // A degree of latitude is 110.574 km at the equator and 111.694 km at the poles; of longitude at most 111.320 km.
    let degree = 111_320.0
    let widest = box.south <= 0 && box.north >= 0 ? 0 : min(abs(box.south), abs(box.north))
    let cosine = max(cos(widest * .pi / 180), 1e-6)
    let (width, height) = (box.width * degree * cosine, (box.north - box.south) * degree)
    let step = question.step?.metres ?? Self.round((width * height / usualCells).squareRoot())
    let (columns, rows) = (max((width / step).rounded(.up), 1), max((height / step).rounded(.up), 1))
    guard columns * rows <= Double(question.mostCells) else {
      throw ReachError(
        Fault(
          .tooManyCells,
          "the area has \((columns * rows).grouped) cells of \(Length.metres(step).text), more than "
            + Double(question.mostCells).grouped,
          remedy: "state a longer step or a smaller area"))
    }
    return GridFrame(
      columns: Int(columns), rows: Int(rows), firstX: box.west + box.width / columns / 2,
      firstY: box.north - (box.north - box.south) / rows / 2, stepX: box.width / columns,
      stepY: -(box.north - box.south) / rows, crs: "EPSG:4326")
  }

  /// The next of 1, 2 and 5 times a power of ten.
  private static func round(_ step: Double) -> Double {
    let power = pow(10, floor(log10(max(step, 10))))
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= step * 0.999 } ?? step
  }

  private static func inside(
    _ polygons: PolygonOverlay.Polygons, _ frame: GridFrame
  ) throws(ReachError) -> [Bool] {
    var inside = [Bool](repeating: false, count: frame.rows * frame.columns)
    let posts = PolygonRows.Posts(isGeographic: true, step: (frame.stepX, frame.stepY)) { positions in
      let middle = frame.firstX + Double(frame.columns - 1) / 2 * frame.stepX
      return positions.map { place in
        let east = (place.longitudeDegrees - middle).remainder(dividingBy: 360)
        return (
          column: Double(frame.columns - 1) / 2 + east / frame.stepX,
          row: (place.latitudeDegrees - frame.firstY) / frame.stepY
        )
      }
    }
    do {
      for polygon in polygons {
        let lines = try PolygonRows(of: polygon, on: posts, name: "region of interest")
        lines.forEachRun(rows: 0..<frame.rows, columns: 0..<frame.columns) { row, run in
          for column in run { inside[row * frame.columns + column] = true }
        }
      }
    } catch {
      throw ReachError(Fault(.region, "the region cannot be laid on the cells", underlying: error))
    }
    return inside
  }
}

/// A box in degrees, from a meridian so far to the east.
private struct Box {
  var west: Double
  var width: Double
  var south: Double
  var north: Double

  init(_ box: ReachQuestion.Box) {
    west = box.southWest.longitudeDegrees
    let east = (box.northEast.longitudeDegrees - west).truncatingRemainder(dividingBy: 360)
    width = east > 0 ? east : box.northEast.longitudeDegrees == west ? 0 : east + 360
    (south, north) = (box.southWest.latitudeDegrees, box.northEast.latitudeDegrees)
  }

  /// The narrowest box around some shapes, each within one turn: it leaves out the widest gap between their meridians.
  init(holding shapes: [[Position]]) {
    let spans = shapes.compactMap { shape -> (west: Double, east: Double)? in
      let longitudes = shape.map(\.longitudeDegrees)
      guard let low = longitudes.min(), let high = longitudes.max() else { return nil }
      let west = low - (low / 360).rounded(.down) * 360
      return (west, west + high - low)
    }.sorted { $0.west < $1.west }
    let latitudes = shapes.joined().map(\.latitudeDegrees)
    (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
    guard let first = spans.first else {
      (west, width) = (0, 0)
      return
    }
    var reached = first.east
    var gap = (begin: 0.0, length: -1.0)
    for span in spans.dropFirst() {
      if span.west - reached > gap.length { gap = (reached, span.west - reached) }
      reached = max(reached, span.east)
    }
    let last = first.west + 360 - reached
    if last >= gap.length { gap = (reached, last) }
    width = min(360 - max(gap.length, 0), 360)
    west = Position(latitudeDegrees: 0, longitudeDegrees: gap.begin + max(gap.length, 0)).normalized.longitudeDegrees
    if width >= 360 { (west, width) = (-180, 360) }
  }

  /// A tenth more on each side, and some length at least.
  func widened(by least: Length) -> Box {
    var box = self
    let up = max((north - south) / 10, least.metres / 110_574)
    box.south = max(south - up, -90)
    box.north = min(north + up, 90)
    let cosine = cos(max(abs(box.south), abs(box.north)) * .pi / 180)
    let aside = max(width / 10, least.metres / 111_320 / max(cosine, 1e-3))
    guard width + 2 * aside < 360 else {
      (box.west, box.width) = (-180, 360)
      return box
    }
    box.width = width + 2 * aside
    box.west =
      Position(latitudeDegrees: 0, longitudeDegrees: west - aside).normalized.longitudeDegrees
    return box
  }
}
