import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

/// Terrain on datums and in units of its own.
@Suite struct TerrainSystemTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func open(
    _ crs: String, x: Double, y: Double, step: Double, name: String = "a.tif", unit: String = "",
    _ reading: TerrainReading = TerrainReading()
  ) throws -> Terrain {
    let frame = GridFrame(columns: 21, rows: 21, firstX: x, firstY: y, stepX: step, stepY: -step, crs: crs)
    try RasterWriter.write(
      Grid(frame: frame, cells: (0..<441).map { Float($0) }), to: scratch.path(name), options: .init(unit: unit))
    return try Terrain.open([scratch.path(name)], reading: reading)
  }

  @Test(arguments: [
    ("EPSG:4248", -74.0, -12.5, 0.01), ("EPSG:4301", 139.6, 35.8, 0.01), ("EPSG:4230", 8, 47.2, 0.01),
    ("EPSG:4618", -56, -15, 0.01), ("EPSG:4267", -100, 40, 0.01), ("EPSG:4277", -2, 52, 0.01),
    // Grads east of Paris, and degrees east of Jakarta.
    ("EPSG:4807", 2, 52, 0.01), ("EPSG:4820", 3, -1, 0.01), ("EPSG:2264", 1_500_000, 600_000, 500),
  ])
  func `posts lie where PROJ has them, there and back`(_ crs: String, _ x: Double, _ y: Double, _ step: Double) throws {
    let terrain = try open(crs, x: x, y: y, step: step)
    var way = try CoordinateTransformation(from: crs, to: "EPSG:4326")
    var back = try CoordinateTransformation(from: "EPSG:4326", to: crs)
    for (column, row) in [(0.0, 0.0), (20, 3), (7.5, 19.25)] {
      let wanted = try way.point(x: x + column * step, y: y - row * step)
      let place = try #require(try terrain.position(column: column, row: row))
      // A nanodegree is a tenth of a millimetre: sums of degrees in another order.
      #expect(abs(place.latitudeDegrees - wanted.y) < 1e-9 && abs(place.longitudeDegrees - wanted.x) < 1e-9)
      let cell = try #require(try terrain.cell(of: place))
      // The way back is PROJ's own; a millionth of a cell is 1 mm.
      let there = try back.point(x: place.longitudeDegrees, y: place.latitudeDegrees)
      #expect(abs(cell.column - (there.x - x) / step) < 1e-6 && abs(cell.row - (y - there.y) / step) < 1e-6)
      // Places have no heights, ellipsoids of two datums lie some tens of metres apart, and their normals differ by up to
      // 1e-4: PROJ's cs2cs comes back to within 7 mm in these places.
      let again = try #require(try terrain.position(column: cell.column, row: cell.row))
      #expect(Ellipsoid.wgs84.distance(from: place, to: again) < .metres(0.01))
    }
  }

  @Test func `rows asked for by many tasks at a time are the same as one by one`() async throws {
    let terrain = try open("EPSG:32718", x: 500_000, y: 8_600_000, step: 90)
    func row(_ number: Int) throws -> [Position?] {
      try terrain.positions(columns: (0..<200).map(Double.init), rows: [Double](repeating: Double(number), count: 200))
    }
    let wanted = try (0..<40).map(row)
    let found = try await withThrowingTaskGroup(of: (Int, [Position?]).self) { group in
      for number in 0..<40 { group.addTask { (number, try row(number)) } }
      return try await group.reduce(into: [Int: [Position?]]()) { $0[$1.0] = $1.1 }
    }
    #expect((0..<40).allSatisfy { found[$0] == wanted[$0] })
  }

  @Test func `a datum that is unknown is said, and one that is known is not`() throws {
    let unknown = try open("+proj=utm +zone=18 +south +ellps=intl +units=m +type=crs", x: 5e5, y: 8.6e6, step: 90)
    #expect(unknown.warnings.contains { $0.text.contains("change of datum is left out") })
    #expect(try open("EPSG:4022", x: 10, y: 50, step: 0.01).warnings.contains { $0.code == .transformation })
    for crs in ["EPSG:4326", "EPSG:32718"] {
      let known = try open(crs, x: crs == "EPSG:4326" ? -75 : 5e5, y: crs == "EPSG:4326" ? -12 : 8.6e6, step: 0.01)
      #expect(!known.warnings.contains { $0.text.contains("coordinate system") }, "\(known.warnings)")
    }
  }

  @Test func `a map in feet whose heights have no unit is doubtful, and the unit can be stated`() throws {
    func warning(_ terrain: Terrain) -> Bool { terrain.warnings.contains { $0.code == .unstatedUnit } }
    func height(_ terrain: Terrain) throws -> Float { try terrain.read(rows: 0..<1, columns: 10..<11).cells[0] }
    let silent = try open("EPSG:2264", x: 1_500_000, y: 600_000, step: 500)
    #expect(try warning(silent) && height(silent) == 10)
    #expect(try warning(open("EPSG:4326", x: -80, y: 35, step: 0.01, name: "county_dem_ft.tif")))
    #expect(try !warning(open("EPSG:2264", x: 1_500_000, y: 600_000, step: 500, unit: "ft")))
    let feet = try open("EPSG:2264", x: 1_500_000, y: 600_000, step: 500, .init(heights: .surveyFeet))
    #expect(!warning(feet))
    #expect(try abs(height(feet) - Float(10 * 1200.0 / 3937)) < 1e-6)
    let metres = try open("EPSG:2264", x: 1_500_000, y: 600_000, step: 500, .init(heights: .metres))
    #expect(try height(metres) == 10 && !warning(metres))
    let other = try open("EPSG:2264", x: 1_500_000, y: 600_000, step: 500, unit: "ft", .init(heights: .metres))
    #expect(try height(other) == 10 && other.warnings.contains { $0.code == .otherUnit })
  }

  @Test func `posts on the poles have cells of a size, and sites are sought between them`() throws {
    let frame = GridFrame(columns: 361, rows: 181, firstX: -180, firstY: 90, stepX: 1, stepY: -1, crs: "EPSG:4326")
    let cells = (0..<361 * 181).map { Float(100 + ($0 * 7919) % 83) }
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: scratch.path("globe.tif"))
    let globe = try Terrain.open([scratch.path("globe.tif")])
    for latitude in [-90.0, 90] {
      let size = try #require(try globe.cellSize(near: Position(latitudeDegrees: latitude, longitudeDegrees: 5)))
      // Columns meet there, so that the size is a 64th of a row's: a degree of a meridian, whose radius of curvature at a pole
      // is a²/b, and half a degree from there 8e-7 less.
      let degree = 6_378_137.0 * 6_378_137 / 6_356_752.314_245 * .pi / 180
      #expect(abs(size.metres - degree / 64) < 0.01, "\(latitude): \(size.metres)")
    }
    let sites = try globe.proposedSites(SiteSearch(spacing: .kilometres(1000), count: 3))
    #expect(sites.count == 3)
  }
}
