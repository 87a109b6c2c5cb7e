import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing

private func mask(
  _ rows: [String], west: Double = 0, north: Double = 0, step: Double = 1, crs: String = "EPSG:4326"
) -> Grid<UInt8> {
  let cells = rows.flatMap { $0.map { $0 == "#" ? 1 : 0 as UInt8 } }
  return Grid(
    frame: GridFrame(
      columns: rows[0].count, rows: rows.count, firstX: west + step / 2, firstY: north - step / 2, stepX: step,
      stepY: -step, crs: crs), cells: cells)
}

/// Whether a place lies in polygons, by the parity of edges to its east.
private func holds(_ polygons: PolygonOverlay.Polygons, _ x: Double, _ y: Double) -> Bool {
  var crossings = 0
  for ring in polygons.joined() {
    for (a, b) in zip(ring, ring.dropFirst() + [ring[0]]) where (a.latitudeDegrees > y) != (b.latitudeDegrees > y) {
      let part = (y - a.latitudeDegrees) / (b.latitudeDegrees - a.latitudeDegrees)
      if a.longitudeDegrees + part * (b.longitudeDegrees - a.longitudeDegrees) > x { crossings += 1 }
    }
  }
  return !crossings.isMultiple(of: 2)
}

/// Twice the area in square degrees, outer rings positive, holes negative.
private func doubledArea(_ polygons: PolygonOverlay.Polygons) -> Double {
  var sum = 0.0
  for ring in polygons.joined() {
    for (a, b) in zip(ring, ring.dropFirst() + [ring[0]]) {
      sum += a.longitudeDegrees * b.latitudeDegrees - b.longitudeDegrees * a.latitudeDegrees
    }
  }
  return sum
}

@Suite struct RasterPolygonsTests {
  @Test func `a block with a hole is a square with a hole`() throws {
    let outlines = try RasterPolygons.outlines(
      of: mask(["......", ".####.", ".#..#.", ".#..#.", ".####.", "......"], west: 10, north: 50), tolerance: 0)
    try #require(outlines.count == 1 && outlines[0].count == 2)
    // Twelve cells; the outer ring winds anticlockwise and the hole clockwise, so that their areas add up.
    #expect(doubledArea(outlines) == 24)
    #expect(Set(outlines[0][0].map(\.longitudeDegrees)) == [11, 15])
    #expect(Set(outlines[0][1].map(\.latitudeDegrees)) == [46, 48])
  }

  @Test func `outlines hold the cells that are set and no other`() throws {
    var random = SplitMix(seed: 3)
    let rows = (0..<40).map { _ in
      String((0..<50).map { _ in Double.random(in: 0...1, using: &random) < 0.45 ? "#" : "." as Character })
    }
    let outlines = try RasterPolygons.outlines(of: mask(rows, west: -20, north: 30, step: 0.5), tolerance: 0)
    for (row, text) in rows.enumerated() {
      for (column, character) in text.enumerated() {
        let (x, y) = (-20 + (Double(column) + 0.5) * 0.5, 30 - (Double(row) + 0.5) * 0.5)
        #expect(holds(outlines, x, y) == (character == "#"), "\(row) \(column)")
      }
    }
  }

  @Test func `outlines hold the same places in files of seven decimals, and are valid there`() throws {
    var random = SplitMix(seed: 17)
    let scratch = try Scratch()
    for step in [1.0 / 120, 1.0 / 1200] {
      // Patches with ragged edges, whose simplified outlines come near each other and touch at corners.
      let phases = (0..<4).map { _ in Double.random(in: 0...6, using: &random) }
      let cells = (0..<160 * 160).map { cell -> UInt8 in
        let (x, y) = (Double(cell % 160), Double(cell / 160))
        let waves =
          sin(x / 7 + phases[0]) * cos(y / 5 + phases[1]) + sin((x + y) / 17 + phases[2]) + cos(y / 3 + phases[3])
        return waves + Double.random(in: -0.6...0.6, using: &random) > 0 ? 1 : 0
      }
      let frame = GridFrame(
        columns: 160, rows: 160, firstX: -76.65, firstY: -12.0479, stepX: step, stepY: -step, crs: "EPSG:4326")
      let outlines = try RasterPolygons.outlines(of: Grid(frame: frame, cells: cells), smallest: 3)
      for place in outlines.joined().joined() {
        for degrees in [place.latitudeDegrees, place.longitudeDegrees] {
          #expect(degrees == (degrees * 1e7).rounded() / 1e7)
        }
      }
      let text = outlines.map { rings in
        let rings = rings.map { ring in
          let places = (ring + ring.prefix(1)).map {
            String(format: "[%.7f,%.7f]", $0.longitudeDegrees, $0.latitudeDegrees)
          }
          return "[\(places.joined(separator: ","))]"
        }
        return "[\(rings.joined(separator: ","))]"
      }
      let path = try scratch.file(
        "outlines.geojson", #"{"type":"MultiPolygon","coordinates":[\#(text.joined(separator: ","))]}"#)
      // GEOS, by way of GDAL's tools.
      let told = try Program.output(
        "ogrinfo", ["-q", "-dialect", "SQLite", "-sql", "select ST_IsValid(geometry) as valid from outlines", path])
      #expect(told.contains("valid (Integer) = 1"), "\(told)")
    }
  }

  @Test func `small patches and holes go, and stairs become slopes`() throws {
    let rows = ["#........", "...######", "..#######", ".########", "####.####", "#########"]
    let kept = try RasterPolygons.outlines(of: mask(rows), smallest: 3, tolerance: 0)
    // Without the lone cell and with the hole filled.
    #expect(doubledArea(kept) == 2 * (6 + 7 + 8 + 9 + 9))
    let smooth = try RasterPolygons.outlines(of: mask(rows), smallest: 3, tolerance: 0.75, share: 1)
    #expect(smooth[0][0].count < kept[0][0].count)
    // No corner moves by more than 0.75 of a cell: 30 cells of outline at most 22 cells of area.
    #expect(abs(doubledArea(smooth) - doubledArea(kept)) < 2 * 22)
    // A corner that is cut takes half a cell of 39, more than the 0.4 % by which a patch may change: by default none is.
    #expect(try RasterPolygons.outlines(of: mask(rows), smallest: 3) == kept)
  }

  @Test func `a flight of stairs becomes a slope of the same area`() throws {
    let steps = 100
    let rows = (1...steps).map { String(repeating: "#", count: $0) + String(repeating: ".", count: steps - $0) }
    let stairs = try RasterPolygons.outlines(of: mask(rows, step: 0.125), tolerance: 0)
    let slope = try RasterPolygons.outlines(of: mask(rows, step: 0.125))
    try #require(stairs.count == 1 && slope.count == 1)
    // The slope runs from an inner corner to an outer one: what it takes from each step it gives to the next. Sides are powers
    // of two, so that areas are exact.
    let area = Double(steps * (steps + 1)) * 0.125 * 0.125
    #expect(doubledArea(stairs) == area && doubledArea(slope) == area)
    // Three corners, those next to the ends of the slope, and the one where the ring begins, which may lie on the slope.
    #expect(stairs[0][0].count > 2 * steps && (5...6).contains(slope[0][0].count))
  }

  @Test func `an outline across the antimeridian is cut there`() throws {
    let outlines = try RasterPolygons.outlines(
      of: mask(["......", ".####.", ".####."], west: 178.5, north: 0, step: 0.5), tolerance: 0)
    #expect(outlines.count == 2)
    let longitudes = outlines.map { $0[0].map(\.longitudeDegrees) }
    #expect(Set(longitudes.map { $0.min()! }) == [179, -180] && Set(longitudes.map { $0.max()! }) == [180, -179])
    #expect(doubledArea(outlines) == 2 * 8 * 0.25)
  }

  @Test func `outlines of a grid of metres come back to where PROJ has its corners`() throws {
    // UTM 18 south.
    let outlines = try RasterPolygons.outlines(
      of: mask(["##", "##"], west: 600_000, north: 8_600_000, step: 10_000, crs: "EPSG:32718"), tolerance: 0)
    var way = try CoordinateTransformation(from: "EPSG:4326", to: "EPSG:32718")
    let corners = way.transform(outlines[0][0].map { (x: $0.longitudeDegrees, y: $0.latitudeDegrees) })
    for corner in corners {
      // Rounded to seven decimals of a degree: half of 11.1 mm, there and back again.
      #expect(abs(corner.x - (corner.x / 10_000).rounded() * 10_000) < 6e-3)
      #expect(abs(corner.y - (corner.y / 10_000).rounded() * 10_000) < 6e-3)
    }
    #expect(Set(corners.map { Int(($0.x / 10_000).rounded()) }) == [60, 62])
    #expect(try RasterPolygons.outlines(of: mask(["..", ".."])).isEmpty)
  }

  @Test(arguments: [
    ("EPSG:4248", -74.0, -12.0), ("EPSG:4301", 139.5, 36), ("EPSG:4230", 8, 47), ("EPSG:4618", -56, -15),
    ("EPSG:4277", -2, 52), ("EPSG:4820", 3, -1),
  ])
  func `outlines on a grid of degrees of another datum lie on WGS 84`(_ crs: String, _ x: Double, _ y: Double) throws {
    let frame = GridFrame(columns: 9, rows: 9, firstX: x, firstY: y, stepX: 0.01, stepY: -0.01, crs: crs)
    var cells = [UInt8](repeating: 0, count: 81)
    for row in 2..<7 { for column in 3..<8 { cells[row * 9 + column] = 1 } }
    let outlines = try RasterPolygons.outlines(of: Grid(frame: frame, cells: cells))
    var way = try CoordinateTransformation(from: crs, to: "EPSG:4326")
    let corners = try [(2.5, 1.5), (7.5, 1.5), (7.5, 6.5), (2.5, 6.5)].map {
      try way.point(x: x + $0.0 * 0.01, y: y - $0.1 * 0.01)
    }
    let ring = try #require(outlines.first?.first)
    for corner in corners {
      // Half of the seventh decimal, to which corners are rounded.
      #expect(
        ring.contains {
          abs($0.longitudeDegrees - corner.x) < 0.51e-7 && abs($0.latitudeDegrees - corner.y) < 0.51e-7
        })
    }
  }
}
