import Foundation
import GeoFiles
import Geodesy
import Planning
import Response
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// A base and a strip 50 km east of it on a terrain of posts 0.01° apart, 281 by 151 of them.
private func load(
  _ scratch: Scratch, routing: String = "routing: { clearance: 150 m, clearance_by_night: 300 m }",
  terrain: Bool = true, layers: String = "", files: [String: String] = [:],
  height: (_ row: Int, _ column: Int) -> Float = { _, _ in 500 }
) throws -> Scenario {
  let frame = GridFrame(
    columns: 281, rows: 151, firstX: -76.3, firstY: -11.25, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
  var cells: [Float] = []
  for row in 0..<151 { for column in 0..<281 { cells.append(height(row, column)) } }
  try RasterWriter.write(
    Grid(frame: frame, cells: cells), to: scratch.path("terrain.tif"), options: .init(noData: .nan))
  for (name, text) in files { try scratch.file(name, text) }
  try scratch.file(
    "scenario.yaml",
    """
    atalaya: 1
    name: Test
    ground_elevation: 500 m
    \(terrain ? "terrain: terrain.tif" : "")
    \(routing)
    layers:
      aircraft:
        - { id: h, kind: helicopter, cruise: 216 km/h, ceiling: 2000 m, endurance: 90 min, reserve: 10 min }
      bases:
        - { id: b, position: "-12, -75.4", elevation: 500 m }
      assets:
        - { base: b, aircraft: h, readiness_day: 5 min, readiness_night: 5 min }
      strips:
        - { id: s, position: "-12, -74.95", elevation: 500 m }
    \(layers)
    """)
  return try Scenario.load(folder: scratch.path)
}

private func response(_ scenario: Scenario, _ period: Period = .day) async throws -> ResponseTime {
  let plan = try await Plan.run(scenario, parts: .responses)
  return try #require(plan.responses.first { $0.period == period })
}

/// A wall of 4,000 m between base and strip at 75.2° W, open in a row of posts at a latitude.
private func wall(openAt row: Int) -> (Int, Int) -> Float { { r, c in c == 110 && r != row ? 4000 : 500 } }

/// A square from 75.25 to 75.15° W, 4 km to the north and south of the straight line.
private let square = """
  {"type":"FeatureCollection","features":[{"type":"Feature","properties":PROPERTIES,"geometry":{"type":"Polygon",
  "coordinates":[[[-75.25,-12.04],[-75.15,-12.04],[-75.15,-11.96],[-75.25,-11.96],[-75.25,-12.04]]]}}]}
  """

@Suite struct RoutePlanTests {
  @Test func `over open ground in still air a routed response takes the time of the straight line`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let straight = try await response(try load(scratch, routing: ""))
    let routed = try await response(try load(scratch))
    #expect(straight.routed == nil)
    #expect(routed.routed?.out != nil)
    // Rounding of sums over intervals.
    #expect(abs(routed.cruise.inSeconds - straight.cruise.inSeconds) < 1e-3)
    #expect(abs((routed.total ?? .zero).inSeconds - (straight.total ?? .zero).inSeconds) < 1e-3)
    #expect(routed.straightCruise == straight.cruise)
  }

  @Test func `a wall sends the flight through its gap, and both times are told`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    // The open row is at 12.2° S.
    let scenario = try load(scratch, height: wall(openAt: 95))
    let time = try await response(scenario)
    let gap = Position(latitudeDegrees: -12.2, longitudeDegrees: -75.2)
    let ends = [(-12.0, -75.4), (-12.0, -74.95)].map { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }
    let way = ends.map { Ellipsoid.wgs84.distance(from: $0, to: gap).metres }.reduce(0, +)
    // Between posts 1.1 km apart the wall rises by 3,500 m: beside the open one 0.4 km are free, and the line bends there twice.
    #expect(abs(time.cruise.inSeconds / (way / 60) - 1) < 0.01)
    #expect(time.isReachable)
    #expect((time.straightCruise ?? .zero) < time.cruise)
    #expect(time.cruiseBack.map { abs($0.inSeconds - time.cruise.inSeconds) < 30 } == true)
    let route = try Route.find(
      from: ends[0], to: ends[1],
      try RouteAircraft.of(scenario.assets[0].aircraft, by: .day).aircraft, over: try #require(scenario.terrain))
    #expect(abs(route.cruise.inSeconds / time.cruise.inSeconds - 1) < 0.01)
  }

  @Test
  func `behind a wall without a gap nothing is reached, and fuel that lasts for the straight line may not for the way`()
    async throws
  {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let closed = try await response(try load(scratch, height: wall(openAt: -1)))
    #expect(closed.obstacles == [.noRoute(.closed, isBack: false)])
    #expect(closed.total == nil)
    // Through a gap 75 km to the south the way is 160 km, 45 minutes each way, of 80.
    let far = try await response(try load(scratch, height: wall(openAt: 142)))
    #expect(far.routed?.out != nil)
    #expect(
      far.obstacles.contains {
        if case .endurance = $0 { true } else { false }
      })
  }

  @Test func `a restricted area is flown around while it counts`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    func time(_ properties: String) async throws -> ResponseTime {
      let file = square.replacingOccurrences(of: "PROPERTIES", with: properties)
      return try await response(
        try load(scratch, layers: "  restricted_areas: areas.geojson", files: ["areas.geojson": file]))
    }
    let straight = try await response(try load(scratch))
    let always = try await time("{}")
    // Around corners 4.4 km aside at 5.4 km on both sides of the middle: the legs to them are longer.
    let corners = [(-12.0, -75.4), (-11.96, -75.25), (-11.96, -75.15), (-12.0, -74.95)].map {
      Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
    }
    let way = zip(corners, corners.dropFirst()).map { Ellipsoid.wgs84.distance(from: $0, to: $1).metres }.reduce(0, +)
    #expect(abs(always.cruise.inSeconds / (way / 60) - 1) < 0.01)
    // The response by day stands for noon.
    #expect(try await time(#"{"begin":"02:00","end":"03:00"}"#).cruise == straight.cruise)
    #expect(try await time(#"{"begin":"11:00","end":"13:00"}"#).cruise > straight.cruise)
    #expect(try await time(#"{"bottom_amsl":"1500 m"}"#).cruise == straight.cruise)
  }

  @Test func `everything that is wrong with routing and its areas is said at once`() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let areas = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"bottom_amsl":"2000 m","top_amsl":"1000 m"},"geometry":{"type":"Polygon",
      "coordinates":[[[-75.25,-12.04],[-75.15,-12.04],[-75.15,-11.96],[-75.25,-12.04]]]}},
      {"type":"Feature","properties":{"begin":"10:00"},"geometry":{"type":"Polygon",
      "coordinates":[[[-75.25,-12.04],[-75.15,-12.04],[-75.15,-11.96],[-75.25,-12.04]]]}}]}
      """
    do {
      _ = try load(
        scratch, routing: "routing: { clearance: -5 m }", terrain: false,
        layers: "  restricted_areas: areas.geojson", files: ["areas.geojson": areas])
      Issue.record("it was read")
    } catch let error as ScenarioError {
      let text = error.problems.map(\.description).joined(separator: "\n")
      #expect(text.contains("clearance"))
      #expect(text.contains("needs terrain"))
      #expect(text.contains("top below its bottom"))
      #expect(text.contains("state begin and end"))
    }
  }
}
