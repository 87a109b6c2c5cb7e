import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Planning
import Radar
import Scenario
import Terrain
import TestSupport
import Testing
import Units

@testable import Report

private func hills(_ row: Int, _ column: Int) -> Float {
  let (x, y) = (Double(column), Double(row))
  return Float(700 + 300 * sin(x / 9) * cos(y / 6) + 60 * sin(x / 2.3 + y / 3.1))
}

extension MapFixture {
  /// The small plan over hills.
  static func planOverHills(
    _ scratch: Scratch, step: Double = 0.01, _ height: (Int, Int) -> Float = hills
  ) async throws -> Plan {
    var scenario = MapFixture.scenario()
    let (rows, columns) = (Int(2 / step), Int(2.2 / step))
    let frame = GridFrame(
      columns: columns, rows: rows, firstX: -75.1, firstY: -11, stepX: step, stepY: -step, crs: "EPSG:4326")
    var cells: [Float] = []
    for row in 0..<rows { for column in 0..<columns { cells.append(height(row, column)) } }
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: scratch.path("t.tif"), options: .init(noData: .nan))
    scenario.terrainSource = Scenario.TerrainSource(paths: ["t.tif"], resolvedPaths: [scratch.path("t.tif")])
    scenario.terrain = try Terrain.open([scratch.path("t.tif")])
    scenario.purchases = [
      Scenario.Purchase(
        id: "more", name: "more", budget: nil,
        items: [.init(site: try #require(scenario.sites.first { $0.id == "b" }), type: MapFixture.type)])
    ]
    return try await Plan.run(scenario, purchase: "more")
  }
}

/// The plan over hills, computed once, and that with the void.
enum HillPlans {
  private static let hilly = Task { try await MapFixture.planOverHills(Scratch.lasting()) }
  private static let holed = Task {
    try await MapFixture.planOverHills(Scratch.lasting()) { row, column in
      row > 130 && column > 150 ? .nan : hills(row, column)
    }
  }

  static var whole: Plan { get async throws { try await hilly.value } }
  static var withVoid: Plan { get async throws { try await holed.value } }
}

@Suite struct TerrainReportTests {
  @Test func `the files over terrain hold what the sweep tells`() async throws {
    let scratch = try Scratch()
    let plan = try await HillPlans.withVoid
    try PlanFiles(of: plan).write(to: scratch.path("out"))
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
    #expect(names.contains("floor.tif") && names.contains("second_floor.tif") && names.contains("radar.tif"))
    func read(_ name: String) throws -> [Float] {
      let file = try RasterFile(path: scratch.path("out/" + name))
      return try file.readFloats(rows: 0..<file.frame.rows, columns: 0..<file.frame.columns)
    }
    let (floor, second, radar) = (try read("floor.tif"), try read("second_floor.tif"), try read("radar.tif"))
    let terrain = try #require(plan.terrain)
    #expect(
      try RasterFile(path: scratch.path("out/floor.tif")).frame.firstX == terrain.coverage.region.grid.frame.firstX)
    let columns = terrain.coverage.region.grid.frame.columns
    var (seen, unseen, unknown) = (0, 0, 0)
    for index in stride(from: 0, to: floor.count, by: 7) {
      let place = try #require(
        try terrain.coverage.region.positions(columns: [Double(index % columns)], rows: [Double(index / columns)])[0])
      // Both radars asked one by one, at the post.
      var floors: [Double] = []
      for station in 0..<2 {
        if let span = try terrain.coverage.altitudes(seenBy: station, at: place, target: plan.scenario.coverageTarget) {
          floors.append(span.lowerBound.metres)
        }
      }
      floors.sort()
      switch floors.count {
      case 0: #expect(floor[index].isNaN && (radar[index].isNaN || radar[index] == 255))
      default:
        #expect(abs(Double(floor[index]) - floors[0]) < 0.002)
        #expect(radar[index] == 1 || radar[index] == 2)
      }
      #expect(floors.count > 1 ? abs(Double(second[index]) - floors[1]) < 0.002 : second[index].isNaN)
      if radar[index] == 255 { unknown += 1 } else if radar[index].isNaN { unseen += 1 } else { seen += 1 }
    }
    #expect(seen > 100 && unseen > 100 && unknown > 100)
    // The style beside the raster runs from its lowest floor to one that a twentieth of the posts exceed.
    let style = try String(contentsOfFile: scratch.path("out/floor.qml"), encoding: .utf8)
    let stops = style.split(separator: "<item value=\"").dropFirst().compactMap {
      Double($0.prefix { $0 != "\"" })
    }
    let known = floor.filter { !$0.isNaN }.map { Double($0) }
    #expect(stops.count == 6 && stops == stops.sorted())
    #expect(abs(try #require(stops.first) - known.min()!) <= 0.05)
    let beyond = Double(known.count { $0 > stops[5] + 0.05 }) / Double(known.count)
    #expect(beyond > 0.04 && beyond <= 0.05 + 1 / Double(known.count))
  }

  @Test func `each of more than 254 radars keeps its number in the raster of radars and in the counts`() async throws {
    let scratch = try Scratch()
    var scenario = MapFixture.scenario()
    let type = RadarType(
      id: "near", name: "near", kind: .primary, instrumentedRange: .kilometres(3), detectionRange: .kilometres(3),
      referenceCrossSection: .squareMetres(1), minimumRange: .zero, antennaHeight: .metres(20))
    // 16 × 16 radars, 10 posts and more than three ranges apart, and 256 more where the last one stands.
    let places = (0..<256).map { (row: 10 + $0 / 16 * 10, column: 10 + $0 % 16 * 10) }
    scenario.altitudeBands = [.metres(300)]
    scenario.sites = (places + [(Int, Int)](repeating: places[255], count: 256)).enumerated().map { index, place in
      Scenario.Site(
        id: "r\(index)", name: "",
        position: MapFixture.at(-11 - Double(place.0) * 0.01, -75.1 + Double(place.1) * 0.01),
        elevation: nil, radar: type, antennaHeight: nil)
    }
    scenario.flights = []
    let frame = GridFrame(
      columns: 180, rows: 180, firstX: -75.1, firstY: -11, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
    try RasterWriter.write(
      Grid(frame: frame, cells: [Float](repeating: 700, count: 180 * 180)), to: scratch.path("t.tif"), options: .init())
    scenario.terrainSource = Scenario.TerrainSource(paths: ["t.tif"], resolvedPaths: [scratch.path("t.tif")])
    scenario.terrain = try Terrain.open([scratch.path("t.tif")])
    let plan = try await Plan.run(scenario)
    let rasters = try #require(TerrainRasters(plan))
    try rasters.writeRadar(to: scratch.path("radar.tif"))
    let file = try RasterFile(path: scratch.path("radar.tif"))
    #expect(file.cellType == "UInt16")
    let picture = try #require(plan.terrain?.picture)
    let counts = picture.masks.counts[0]
    for (index, place) in places.enumerated() {
      // The raster begins at the first post of the windows.
      let at = (
        row: place.row - Int(((frame.firstY - file.frame.firstY) / 0.01).rounded()),
        column: place.column - Int(((file.frame.firstX - frame.firstX) / 0.01).rounded())
      )
      let value = try file.readFloats(rows: at.row..<at.row + 1, columns: at.column..<at.column + 1)
      #expect(value == [Float(index + 1)])
      #expect(counts[at.row, at.column] == (index == 255 ? 257 : 1))
    }
    let style = PaletteStyle(rasters.radarClasses).qml
    #expect(style.contains("value=\"512\" label=\"r511\"") && style.contains("value=\"65535\" label=\"unknown\""))
  }

  @Test func `the raster of bands has the lowest band at which a radar sees, with its colour and words`() async throws {
    let scratch = try Scratch()
    let plan = try await HillPlans.withVoid
    try PlanFiles(of: plan).write(to: scratch.path("out"))
    let file = try RasterFile(path: scratch.path("out/seen_from.tif"))
    let classes = try file.readFloats(rows: 0..<file.frame.rows, columns: 0..<file.frame.columns)
    let coverage = try #require(plan.terrain).coverage
    let bands = plan.scenario.altitudeBands
    var counts = [Int](repeating: 0, count: bands.count + 1)
    let posts = Array(stride(from: 0, to: classes.count, by: 11))
    let positions = try coverage.region.positions(
      columns: posts.map { Double($0 % file.frame.columns) }, rows: posts.map { Double($0 / file.frame.columns) })
    let places = positions.compactMap(\.self)
    try #require(places.count == posts.count)
    let grounds = try #require(try plan.scenario.terrain?.elevations(at: places))
    for (index, (place, ground)) in zip(posts, zip(places, grounds)) {
      let told = classes[index].isNaN ? 0 : Int(classes[index])
      counts[told] += 1
      guard let ground else {
        #expect(told == 0)
        continue
      }
      let spans = try plan.network.stations.indices.compactMap {
        try coverage.altitudes(seenBy: $0, at: place, target: plan.scenario.coverageTarget)
      }
      let heights = bands.map { ground + $0 }
      // A band that grazes a floor may fall on either side.
      guard !spans.contains(where: { span in heights.contains { abs(($0 - span.lowerBound).metres) < 0.01 } }) else {
        continue
      }
      let first = heights.firstIndex { height in spans.contains { $0.contains(height) } }
      #expect(told == (first.map { $0 + 1 } ?? 0))
    }
    #expect(counts.allSatisfy { $0 > 20 }, "\(counts)")
    let style = try String(contentsOfFile: scratch.path("out/seen_from.qml"), encoding: .utf8)
    #expect(style.contains("value=\"1\" label=\"50 m above ground\" color=\"#5a2a83\""))
    let radars = try String(contentsOfFile: scratch.path("out/radar.qml"), encoding: .utf8)
    for (index, station) in plan.network.stations.enumerated() {
      #expect(radars.contains("value=\"\(index + 1)\" label=\"\(station.id)\""))
    }
  }

  @Test func `plan.json tells along each way what each radar sees there`() async throws {
    let plan = try await HillPlans.whole
    let document = try #require(try JSONSerialization.jsonObject(with: Data(plan.json.utf8)) as? [String: Any])
    let coverage = try #require(plan.terrain).coverage
    var places = 0
    for (entry, flight) in zip(plan.flights, try #require(document["flights"] as? [[String: Any]])) {
      for row in try #require(flight["route_floors"] as? [[String: Any]]) {
        func number(_ key: String) -> Double? { row[key] as? Double }
        let place = Position(
          latitudeDegrees: try #require(number("latitude")), longitudeDegrees: try #require(number("longitude")))
        guard let altitude = number("aircraft_amsl_m"), let ground = number("ground_amsl_m") else { continue }
        #expect(altitude >= ground)
        let spans = try plan.network.stations.indices.map {
          try coverage.altitudes(seenBy: $0, at: place, target: entry.flight.target)
        }
        let floors = spans.compactMap { $0?.lowerBound.metres }.sorted()
        // A centimetre of position moves a floor over hills as steep as these by less than a decimetre.
        for (key, floor) in zip(
          ["lowest_seen_amsl_m", "second_seen_amsl_m"], [floors.first, floors.dropFirst().first])
        {
          if let floor, let told = number(key) {
            #expect(abs(told - floor) < 0.1)
          } else {
            #expect((floor == nil) == (number(key) == nil))
          }
        }
        let seeing = zip(plan.network.stations, spans).filter { $1.map { $0.contains(.metres(altitude)) } ?? false }
        let edge = spans.contains { $0.map { abs($0.lowerBound.metres - altitude) < 0.1 } ?? false }
        if !edge { #expect(row["seen_by"] as? [String] == seeing.map(\.0.id)) }
        places += 1
      }
    }
    #expect(places > 100)
  }

  @Test(.enabled(if: SchemaValidator.isHere, "no Python with jsonschema"))
  func `plan.json over terrain is valid`() async throws {
    #expect(try SchemaValidator.complaints(await HillPlans.whole.json) == [])
  }

  @Test func `the map's grids tell what each radar sees over the middle of each cell`() async throws {
    let scratch = try Scratch()
    let plan = try await MapFixture.planOverHills(scratch, step: 0.0025) { $0 > 480 && $1 > 480 ? .nan : hills($0, $1) }
    let layers = try #require(try TerrainLayers(of: plan))
    let coverage = try #require(plan.terrain).coverage
    #expect(layers.networks.map(\.purchase) == [nil, "more"])
    #expect(layers.networks.map { $0.radars.map { coverage.stations[$0].position } }.map(\.count) == [1, 2])
    var (seen, unseen, unknown) = (0, 0, 0)
    for cell in stride(from: 0, to: layers.groundElevation.count, by: 997) {
      let place = Position(
        latitudeDegrees: layers.north - (Double(cell / layers.columns) + 0.5) * (layers.north - layers.south)
          / Double(layers.rows),
        longitudeDegrees: layers.west + (Double(cell % layers.columns) + 0.5) * (layers.east - layers.west)
          / Double(layers.columns))
      let ground = Double(layers.groundElevation[cell])
      for station in coverage.stations.indices {
        let floor = Double(layers.floors[station][cell])
        guard
          let span = try coverage.altitudes(seenBy: station, at: place, target: plan.scenario.coverageTarget)
        else {
          #expect(!floor.isFinite)
          if floor.isNaN { unknown += 1 } else { unseen += 1 }
          continue
        }
        seen += 1
        // A Float of some kilometres is good to half a millimetre.
        #expect(abs(floor + ground - span.lowerBound.metres) < 0.002)
        let top = Double(layers.tops[station][cell])
        #expect(
          top.isFinite
            ? abs(top + ground - span.upperBound.metres) < 0.002
            : span.upperBound.metres - ground > layers.highest.metres - 0.002)
      }
    }
    #expect(seen > 20 && unseen > 20 && unknown > 5)
  }

  @Test func `flat ground is lit by the sine of the sun's height, slopes by where they face`() async throws {
    let scratch = try Scratch()
    let flat = try #require(try TerrainLayers(of: await MapFixture.planOverHills(scratch) { _, _ in 100 }))
    // sin 45° · 255 = 180.3.
    #expect(flat.hillshade?.allSatisfy { $0 == 180 } == true)
    // Rising to the south-east, facing the sun in the north-west, and the other way.
    let facing = try #require(
      try TerrainLayers(of: await MapFixture.planOverHills(try Scratch()) { Float($0 + $1) * 20 }))
    let turned = try #require(
      try TerrainLayers(of: await MapFixture.planOverHills(try Scratch()) { 80_000 / 10 - Float($0 + $1) * 20 }))
    let middle = flat.rows / 2 * flat.columns + flat.columns / 2
    #expect(try #require(facing.hillshade)[middle] > 180)
    #expect(try #require(turned.hillshade)[middle] < 180)
  }

  @Test func `outlines of coverage hold the area that the table tells`() async throws {
    // Rough ground, on which single posts are seen and others hidden.
    let rough = try await MapFixture.planOverHills(try Scratch()) { row, column in
      let noise = (row * 7919 + column * 104_729 + row * column * 31) % 97
      return hills(row, column) + Float(noise) * 3
    }
    let hilly = try await HillPlans.whole
    for (plan, limit) in [(hilly, 2_000_000), (rough, 2_000_000), (rough, 8000)] {
      let terrain = try #require(plan.terrain)
      let masks = NetworkMasks(
        of: try #require(terrain.coverage.network(of: plan.network.stations)),
        heights: plan.scenario.altitudeBands.map { .aboveGround($0) }, target: plan.scenario.coverageTarget,
        limit: limit)
      #expect((masks.reduction == 1) == (limit > 44_000))
      for (height, band) in plan.coverage.bands.enumerated() {
        for (index, seen) in band.areaSeenByAtLeast.enumerated() where seen > .zero {
          let outlines = try masks.outlines(atLeast: index + 1, height: height)
          let area = outlines.joined().reduce(0) { $0 + Ellipsoid.wgs84.areaAndPerimeter(of: $1).area.squareKilometres }
          // Where blocks stand for posts, half a block of the scarcest coverage adds to the hundredth.
          let least = masks.reduction == 1 ? 0 : 16.0
          #expect(
            abs(area - seen.squareKilometres) < 0.01 * seen.squareKilometres + least,
            "\(index + 1) radars at \(band.height): \(area) of \(seen.squareKilometres) km²")
          for polygon in outlines { #expect(try PolygonRepair.repaired(polygon).fault == nil) }
          // Polygons that overlapped would cover less together than one by one. Both areas with edges straight in degrees:
          // geodesics between the same corners enclose a little more or less.
          let union = try PolygonOverlay.coverage(of: [outlines], depth: 1)[0]
          let apart = PolygonOverlay.area(of: outlines).squareKilometres
          #expect(abs(PolygonOverlay.area(of: union).squareKilometres - apart) < 1e-6 * apart)
        }
      }
    }
    let smooth = try CoverageSummary(of: hilly.network, heights: [.metres(300)], target: hilly.scenario.coverageTarget)
    #expect(hilly.coverage.bands[1].areaSeenByAtLeast[0] < smooth.bands[0].areaSeenByAtLeast[0])
    #expect(try GeoLayers(hilly).kml.contains("Over terrain, k"))
  }

  @Test func `a section draws the skyline of each radar and its way to the nearest strip, in both languages`()
    async throws
  {
    let plan = try await HillPlans.whole
    let page = try ReportPage(of: plan, command: "atalaya report x", library: nil)
    let names = page.drawings.map(\.name)
    #expect(names.contains("skylines") && names.contains("ways"))
    #expect(page.html.contains("id=\"skylines\"") && page.html.contains("Horizonte de cada radar"))
    let ways = try #require(page.drawings.first { $0.name == "ways" }).svg
    let line = try SightLine(
      over: .along(
        from: MapFixture.at(-12, -74).place, to: MapFixture.at(-12.2, -74).place,
        over: try #require(plan.terrain).coverage.region.grid),
      antenna: .aboveSeaLevel(try #require(plan.terrain?.coverage.floors.first?.antennaAltitude)),
      target: .aboveGround(.zero))
    let height = try #require(line.lowestVisibleHeight)
    #expect(ways.contains("in sight from \(max(height.metres.rounded(), 0).fixed(0)) m above the strip"))
    let smooth = try ReportPage(of: await Plan.run(MapFixture.scenario()), command: "x", library: nil)
    #expect(!smooth.html.contains("id=\"skylines\""))
  }
}
