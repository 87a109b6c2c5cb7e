import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

/// A terrain whose elevation is a plane of latitude and longitude, which a bilinear reading follows exactly.
private func plane(_ scratch: Scratch, latitude: Double, longitude: Double, step: Double = 0.01) throws -> Terrain {
  let frame = GridFrame(
    columns: 101, rows: 101, firstX: longitude, firstY: latitude + 100 * step, stepX: step, stepY: -step,
    crs: "EPSG:4326")
  let cells = (0..<101 * 101).map { index -> Float in
    let (row, column) = (100 - index / 101, index % 101)
    return Float(1000 + 200 * row + 100 * column) / 64
  }
  let path = scratch.path("plane.tif")
  try RasterWriter.write(Grid(frame: frame, cells: cells), to: path)
  return try Terrain.open([path])
}

@Suite struct ProfileTests {
  @Test func `a profile follows the geodesic in even steps and tells the ground at each`() throws {
    let scratch = try Scratch()
    let terrain = try plane(scratch, latitude: 45, longitude: 7)
    let start = Position(latitudeDegrees: 45.1, longitudeDegrees: 7.2)
    let end = Position(latitudeDegrees: 45.9, longitudeDegrees: 7.95)
    let profile = try terrain.profile(from: start, to: end, step: .metres(500))
    let length = Ellipsoid.wgs84.distance(from: start, to: end).metres
    #expect(profile.samples.count == Int((length / 500).rounded(.up)) + 1)
    #expect(profile.samples.first?.position == start && profile.samples.last?.position == end)
    for (index, sample) in profile.samples.enumerated() {
      // Even steps, to a nanometre of rounding for each of the 100 km.
      #expect(abs(sample.distance.metres - length * Double(index) / Double(profile.samples.count - 1)) < 1e-6)
      // On the geodesic: the two parts add up to it. A point 1 m beside it would add 1e-5 m.
      let parts =
        Ellipsoid.wgs84.distance(from: start, to: sample.position).metres
        + Ellipsoid.wgs84.distance(from: sample.position, to: end).metres
      #expect(abs(parts - length) < 1e-6)
      let (row, column) = ((sample.position.latitudeDegrees - 45) / 0.01, (sample.position.longitudeDegrees - 7) / 0.01)
      // Floats near 500 m are 3e-5 m apart; all cells here are exact, so that only the doubles of degrees round.
      let ground: Double = (1000 + 200 * row + 100 * column) / 64
      #expect(abs((sample.elevation?.metres ?? .nan) - ground) < 1e-6)
    }
  }

  @Test func `the default step is a cell, the ends may be one place, and beyond the terrain is unknown`() throws {
    let scratch = try Scratch()
    let terrain = try plane(scratch, latitude: 60, longitude: 7)
    let start = Position(latitudeDegrees: 60.5, longitudeDegrees: 7.5)
    let east = try terrain.profile(from: start, to: Position(latitudeDegrees: 60.5, longitudeDegrees: 9.5))
    // A hundredth of a degree of longitude at 60° north is 558 m: less than the 1114 m of a hundredth of latitude.
    #expect((190...215).contains(east.samples.count))
    #expect(east.samples.first?.elevation != nil && east.samples.last?.elevation == nil)
    // The geodesic runs along the parallel here; known up to the last post at 8° E.
    let known = east.samples.filter { $0.elevation != nil }
    #expect(known.allSatisfy { $0.position.longitudeDegrees <= 8.0 + 1e-7 } && known.count > 48)
    let point = try terrain.profile(from: start, to: start)
    let ground = try terrain.elevation(at: start)
    #expect(point.samples.count == 1 && point.samples[0].elevation == ground)
  }

  @Test func `a profile longer than what is read at once gives each place its own elevation`() throws {
    let scratch = try Scratch()
    let frame = GridFrame(
      columns: 4000, rows: 4000, firstX: -20, firstY: 20, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
    let path = scratch.path("large.tif")
    let ramp = (0..<6000).map { UInt16($0) }
    try RasterWriter.write(to: path, frame: frame, of: UInt16.self) { (sink) throws(GeoFileError) in
      for row in 0..<4000 {
        try sink.write(Array(ramp[row / 2..<row / 2 + 4000]), rows: row..<row + 1, columns: 0..<4000)
      }
    }
    let terrain = try Terrain.open([path])
    let places = stride(from: 0, to: 3999, by: 13).map { (column: $0, row: ($0 * 7) % 3998 / 2 * 2) }
    let elevations = try terrain.elevations(
      at: places.map {
        Position(latitudeDegrees: 20 - Double($0.row) * 0.01, longitudeDegrees: -20 + Double($0.column) * 0.01)
      })
    for (place, elevation) in zip(places, elevations) {
      // On a post: the rounding of degrees is under 1e-6 of a cell, and a cell differs from the next by 1.
      #expect(abs((elevation?.metres ?? .nan) - Double(place.row / 2 + place.column)) < 1e-6)
    }
  }

  @Test func `a window around a place holds every cell within the radius, in degrees and in metres`() throws {
    let scratch = try Scratch()
    for (crs, step, x, y, centre) in [
      ("EPSG:4326", 0.1, -3.0, 72.0, Position(latitudeDegrees: 70, longitudeDegrees: 1)),
      ("EPSG:32631", 5000.0, 300_000.0, 8_000_000.0, Position(latitudeDegrees: 71, longitudeDegrees: 1)),
      ("EPSG:4326", 0.1, -3.0, 89.95, Position(latitudeDegrees: 89.7, longitudeDegrees: 170)),
      ("EPSG:4326", 0.1, 178.0, 1.0, Position(latitudeDegrees: 0, longitudeDegrees: -179.5)),
    ] {
      let frame = GridFrame(columns: 60, rows: 50, firstX: x, firstY: y, stepX: step, stepY: -step, crs: crs)
      let path = scratch.path("a.tif")
      try RasterWriter.write(Grid(frame: frame, cells: [Float](repeating: 7, count: 3000)), to: path)
      let terrain = try Terrain.open([path])
      let window = try terrain.window(around: centre, radius: .kilometres(60))
      var within = 0
      let cells = (0..<3000).map { (row: $0 / 60, column: $0 % 60) }
      let places = try terrain.positions(columns: cells.map { Double($0.column) }, rows: cells.map { Double($0.row) })
      for (cell, place) in zip(cells, places) {
        guard let place, Ellipsoid.wgs84.distance(from: centre, to: place).kilometres <= 60 else { continue }
        within += 1
        #expect(window.rows.contains(cell.row) && window.columns.contains(cell.column), "\(crs) \(cell)")
      }
      #expect(within > 20)
      let grid = try terrain.read(around: centre, radius: .kilometres(60))
      #expect(grid.cells.count == window.rows.count * window.columns.count && grid.cells.allSatisfy { $0 == 7 })
      #expect(throws: TerrainError.self) { try terrain.read(around: centre, radius: .kilometres(60), limit: 100) }
    }
  }

  @Test func `a window reaches around the Earth, and into the sea where missing tiles are the sea`() throws {
    let scratch = try Scratch()
    let frame = GridFrame(columns: 360, rows: 5, firstX: -179.5, firstY: 2, stepX: 1, stepY: -1, crs: "EPSG:4326")
    let path = scratch.path("globe.tif")
    try RasterWriter.write(Grid(frame: frame, cells: (0..<1800).map { Float($0 % 360) }), to: path)
    let globe = try Terrain.open([path])
    let seam = Position(latitudeDegrees: 0, longitudeDegrees: 180)
    let grid = try globe.read(around: seam, radius: .kilometres(100))
    // The columns at 179.5° and −179.5° are neighbours.
    let row = grid.cells.prefix(grid.frame.columns).map { $0 }
    #expect(zip(row, row.dropFirst()).contains { $0 == 359 && $1 == 0 })
    #expect(try globe.elevation(at: Position(latitudeDegrees: 0, longitudeDegrees: 180))?.metres == 179.5)

    let small = GridFrame(columns: 2, rows: 2, firstX: 0, firstY: 1, stepX: 1, stepY: -1, crs: "EPSG:4326")
    let island = scratch.path("island.tif")
    try RasterWriter.write(Grid<Float>(frame: small, cells: [5, 5, 5, 5]), to: island)
    let centre = Position(latitudeDegrees: 0.5, longitudeDegrees: 0.5)
    let known = try Terrain.open([island]).read(around: centre, radius: .kilometres(500))
    #expect(known.cells == [5, 5, 5, 5])
    let sea = try Terrain.open([island], missing: .sea).read(around: centre, radius: .kilometres(500))
    #expect(
      sea.cells.count > 81 && sea.cells.filter { $0 == 5 }.count == 4 && sea.cells.allSatisfy { $0 == 5 || $0 == 0 })
  }

  @Test func `one cell and one row are terrain`() throws {
    let scratch = try Scratch()
    for (columns, rows) in [(1, 1), (5, 1), (1, 5)] {
      let frame = GridFrame(
        columns: columns, rows: rows, firstX: 10, firstY: 50, stepX: 0.1, stepY: -0.1, crs: "EPSG:4326")
      let path = scratch.path("a.tif")
      try RasterWriter.write(
        Grid(frame: frame, cells: [Float](repeating: 3, count: columns * rows)), to: path,
        options: .init(isCloudOptimized: true))
      let terrain = try Terrain.open([path])
      #expect(try terrain.elevation(at: Position(latitudeDegrees: 50, longitudeDegrees: 10))?.metres == 3)
      // A cell reaches half a cell, 0.05°, beyond its centre.
      #expect(try terrain.elevation(at: Position(latitudeDegrees: 50.049, longitudeDegrees: 9.951))?.metres == 3)
      #expect(try terrain.elevation(at: Position(latitudeDegrees: 50.051, longitudeDegrees: 10)) == nil)
      #expect(try terrain.statistics().cells == columns * rows)
    }
  }
}
