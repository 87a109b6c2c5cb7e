import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Report
import Response
import Scenario
import ScenarioFiles
import Testing
import Units

@Suite struct GeoLayersTests {
  private func layer(_ map: GeoLayers, _ name: String) throws -> OutputLayer {
    try #require(map.layers.first { $0.name == name })
  }

  private func value(_ layer: OutputLayer, _ row: Int, _ field: String) throws -> FieldValue {
    layer.rows[row].values[try #require(layer.fields.firstIndex { $0.name == field })]
  }

  private func real(_ layer: OutputLayer, _ row: Int, _ field: String) throws -> Double {
    guard case .real(let number) = try value(layer, row, field) else { throw CocoaError(.coderValueNotFound) }
    return number
  }

  private func polygons(_ row: OutputLayer.Row) -> [[[Position]]] {
    if case .polygons(let polygons) = row.geometry { polygons } else { [] }
  }

  @Test func `areas and demand points have layers, styles and folders where there are any`() throws {
    var scenario = MapFixture.scenario()
    func square(_ west: Double) -> [Position] {
      [(-1.0, 0.0), (-1, 1), (1, 1), (1, 0), (-1, 0)].map { MapFixture.at($0.0, west + $0.1 * 2) }
    }
    scenario.pursuitAreas = [PursuitArea([square(-75)]), PursuitArea([square(179)])]
    scenario.routing = RouteSettings(areas: [
      RestrictedArea(
        try RouteArea(name: "R", ring: square(-75), top: .metres(1500)), begin: .hours(20), end: .hours(4))
    ])
    scenario.demandPoints = [9, 2, 0].map {
      DemandPoint(id: "d\($0)", name: "", position: MapFixture.at(-12, -74), weight: $0)
    }
    let map = try MapFixture.map(scenario)
    #expect(
      map.layers.map(\.name).dropFirst(8).prefix(4) == ["border", "no_pursuit", "restricted_areas", "demand_points"])
    // The second one crosses the antimeridian: two polygons of one degree each.
    let parts = polygons(try layer(map, "no_pursuit").rows[1])
    #expect(parts.count == 2 && parts.flatMap { $0.flatMap { $0 } }.allSatisfy { abs($0.longitudeDegrees) <= 180 })
    let restricted = try layer(map, "restricted_areas")
    #expect(try real(restricted, 0, "top_amsl_m") == 1500)
    #expect(try value(restricted, 0, "begin") == "20:00" && value(restricted, 0, "bottom_amsl_m") == .null)
    #expect(try real(try layer(map, "demand_points"), 1, "weight") == 2)
    for words in [
      "the ground to 1500 m", "20:00–04:00", "Areas closed to pursuit", "#demand-3", "#demand-2", "#demand-1",
    ] {
      #expect(map.kml.contains(words), "\(words)")
    }
  }

  @Test func `the layers stand in their order with a row for each thing`() throws {
    let map = try MapFixture.map(MapFixture.scenario())
    #expect(
      map.layers.map(\.name) == [
        "rings", "network", "radars", "bases", "strips", "candidate_sites", "routes", "detections", "border",
      ])
    // 2 radars × 2 bands; 2 bands × 3 counts; one free site; a way in and a way out.
    #expect(map.layers.map(\.rows.count) == [4, 6, 2, 1, 1, 1, 2, 1, 1])
    #expect(try value(try layer(map, "radars"), 0, "status") == "existing")
    #expect(try value(try layer(map, "radars"), 1, "status") == "bought")
    #expect(try value(try layer(map, "candidate_sites"), 0, "id") == "c")
    // 15 minutes and ten; nobody flies by night.
    let strips = try layer(map, "strips")
    #expect(try real(strips, 0, "day_min") == 25)
    #expect(try value(strips, 0, "day_asset_id") == "h")
    #expect(try value(strips, 0, "night_min") == .null)
  }

  @Test func `every vertex of a ring lies on its radius, and inner rings on theirs`() throws {
    let map = try MapFixture.map(MapFixture.scenario())
    let rings = try layer(map, "rings")
    for (index, row) in rings.rows.enumerated() {
      let centre = map.stations[index % 2].position
      let shape = polygons(row)
      #expect(shape.count == 1 && shape[0].count == 2)
      for (ring, field) in zip(shape[0], ["outer_radius_km", "inner_radius_km"]) {
        let radius = try real(rings, index, field)
        let worst =
          ring.map { abs(Ellipsoid.wgs84.distance(from: centre, to: $0).kilometres - radius) }.max() ?? .infinity
        // The table gives metres; the vertices are exact.
        #expect(worst < 0.0006)
      }
    }
  }

  @Test func `the areas in the table fit the polygons`() throws {
    let map = try MapFixture.map(MapFixture.scenario())
    for name in ["rings", "network"] {
      let layer = try layer(map, name)
      for (index, row) in layer.rows.enumerated() {
        let stated = try real(layer, index, "area_km2")
        let drawn = polygons(row).joined().reduce(0) { $0 + Self.area($1) }
        // Chords cut 2 π² / 3 n² = 1.1e-4 off a circle of 240 vertices; the table rounds to 0.1 km².
        #expect(abs(drawn - stated) < 2e-4 * stated + 0.1, "\(name) row \(index)")
      }
    }
  }

  /// The signed area of a small ring on the authalic sphere of WGS 84: (λ₂ − λ₁)(sin β₁ + sin β₂) / 2 per edge.
  private static func area(_ ring: [Position]) -> Double {
    let e2 = 0.0066943799901413165
    let e = e2.squareRoot()
    func q(_ latitude: Double) -> Double {
      let s = sin(latitude * .pi / 180)
      return (1 - e2) * (s / (1 - e2 * s * s) - log((1 - e * s) / (1 + e * s)) / (2 * e))
    }
    // Authalic radius of WGS 84 in kilometres (Snyder 1987, 3-13).
    let radius = 6378.137 * (q(90) / 2).squareRoot()
    var sum = 0.0
    for (a, b) in zip(ring, ring.dropFirst()) {
      let step = (b.longitudeDegrees - a.longitudeDegrees) * .pi / 180
      sum -= step * (q(a.latitudeDegrees) + q(b.latitudeDegrees)) / 2 / q(90)
    }
    return sum * radius * radius
  }

  @Test func `at the antimeridian nothing leaves ±180 and no area is lost`() throws {
    let here = try MapFixture.map(MapFixture.scenario(longitude: -74))
    let there = try MapFixture.map(MapFixture.scenario(longitude: 179.9))
    for name in ["rings", "network"] {
      let (a, b) = (try layer(here, name), try layer(there, name))
      for (index, row) in b.rows.enumerated() {
        let shape = polygons(row)
        #expect(shape.joined().joined().allSatisfy { abs($0.longitudeDegrees) <= 180 })
        for ring in shape.joined() {
          let longitudes = ring.map(\.longitudeDegrees)
          #expect((longitudes.max() ?? 0) - (longitudes.min() ?? 0) < 180)
          #expect(ring.first == ring.last)
        }
        let areas = (
          shape.joined().reduce(0) { $0 + Self.area($1) },
          polygons(a.rows[index]).joined().reduce(0) { $0 + Self.area($1) }
        )
        // The same circles, split at another vertex: their chords differ by far less than the chords from the circle.
        #expect(abs(areas.0 - areas.1) <= 2e-4 * areas.1)
      }
    }
    for row in try layer(there, "routes").rows {
      guard case .lines(let lines) = row.geometry else { throw CocoaError(.coderValueNotFound) }
      #expect(lines.count == 2)
      for line in lines {
        #expect(line.allSatisfy { abs($0.longitudeDegrees) <= 180 })
        #expect(zip(line, line.dropFirst()).allSatisfy { abs($0.longitudeDegrees - $1.longitudeDegrees) < 1 })
      }
    }
  }

  @Test func `a radar near the pole sees around it`() throws {
    var scenario = MapFixture.scenario()
    scenario.sites = [scenario.sites[0]]
    scenario.sites[0].position = MapFixture.at(89.8, 20)
    let map = try MapFixture.map(scenario)
    let rings = try layer(map, "rings")
    let row = rings.rows.count - 1
    let shape = polygons(rings.rows[row])
    // The pole is 22 km away and well within 60 km: the shape reaches it along every meridian, as a map in longitude and
    // latitude has to show.
    #expect(shape.joined().joined().map(\.latitudeDegrees).max() == 90)
    let stated = try real(rings, row, "area_km2")
    let drawn = shape.joined().reduce(0) { $0 + Self.area($1) }
    // Chords in longitude and latitude are poor near a pole; a hundredth still tells a disc from a wedge.
    #expect(abs(drawn - stated) < 0.02 * stated)
  }

  @Test func `routes follow geodesics and say their length`() throws {
    let map = try MapFixture.map(MapFixture.scenario())
    let routes = try layer(map, "routes")
    let ends = (MapFixture.at(-12.5, -70), MapFixture.at(-12.2, -74))
    let distance = Ellipsoid.wgs84.distance(from: ends.0, to: ends.1).kilometres
    // Rounded to metres.
    #expect(abs(try real(routes, 0, "length_km") - distance) < 0.0006)
    guard case .lines(let lines) = routes.rows[0].geometry else { throw CocoaError(.coderValueNotFound) }
    let pieces = zip(lines[0], lines[0].dropFirst()).map { Ellipsoid.wgs84.distance(from: $0, to: $1).kilometres }
    // Points on one geodesic: their distances sum to the whole within rounding.
    #expect(abs(pieces.reduce(0, +) - distance) < 1e-6)
    #expect((pieces.max() ?? .infinity) <= 20.000001)
    #expect(try value(routes, 0, "altitudes") == "150 m AGL, 0 m AGL")
  }

  @Test func `the files read back with the rows of the layers`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("map-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let map = try MapFixture.map(MapFixture.scenario())
    let package = folder.appendingPathComponent("coverage.gpkg").path
    try map.writeGeoPackage(to: package)
    for layer in map.layers {
      let read = try VectorLayer.read(path: package, layer: layer.name)
      // Control characters are replaced on the way into a file.
      let written = layer.rows.map { row in
        row.values.map { value in
          if case .text(let text) = value {
            return .text(text.replacing(MapFixture.nastyName, with: MapFixture.cleanName))
          }
          return value
        } as [FieldValue]
      }
      #expect(read.features.map { $0.fields.map(\.value) } == written, "\(layer.name)")
      #expect(read.features.map(\.geometry) == layer.rows.map(\.geometry), "\(layer.name)")
    }
    let json = folder.appendingPathComponent("coverage.geojson").path
    try map.writeGeoJSON(to: json)
    let collection = try VectorLayer.read(path: json)
    // Four rings and, in two bands, what one and what two radars see; three radars see nothing.
    #expect(
      collection.features.map { $0["kind"] } == Array(repeating: "ring", count: 4)
        + Array(repeating: "network", count: 4))
    #expect(collection.features.allSatisfy { $0.geometry != nil })
  }
}
