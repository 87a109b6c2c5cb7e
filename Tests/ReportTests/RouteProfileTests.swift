import Foundation
import GeoFiles
import Geodesy
import Response
import Terrain
import TestSupport
import Testing
import Units

@testable import Report

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Ground of 100 m with a ridge of 900 m at 74° W, and a route straight over it.
private func profile(_ scratch: Scratch, areas: [RouteArea] = []) throws -> RouteProfile {
  let frame = GridFrame(
    columns: 61, rows: 41, firstX: -74.3, firstY: -11.8, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
  let cells = (0..<41).flatMap { _ in (0..<61).map { Float($0 == 30 ? 900 : 100) } }
  let path = scratch.path("ridge.tif")
  try RasterWriter.write(Grid(frame: frame, cells: cells), to: path, options: .init(noData: .nan))
  let terrain = try Terrain.open([path])
  let aircraft = try RouteAircraft(
    airspeed: SpeedByAltitude(.kilometresPerHour(216)), climb: SpeedByAltitude(.metresPerSecond(5)),
    descent: SpeedByAltitude(.metresPerSecond(5)), ceiling: .metres(3000), clearance: .metres(150))
  let route = try Route.find(
    from: Position(latitudeDegrees: -12, longitudeDegrees: -74.2),
    to: Position(latitudeDegrees: -12, longitudeDegrees: -73.8), aircraft, over: terrain)
  return try RouteProfile(route, by: aircraft, areas: areas, over: terrain)
}

@Suite struct RouteProfileTests {
  @Test func `the ground, the clearance and the altitudes are those of the terrain and the route`() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let profile = try profile(scratch)
    #expect(profile.ground.count == profile.ground.compactMap(\.height).count)
    // The geodesic meets the ridge's posts nowhere exactly: a sample is half a step of 1.1 km off at most, on a slope of 800 m a step.
    let top = try #require(profile.ground.max { $0.height ?? .zero < $1.height ?? .zero })
    let height = try #require(top.height).metres
    #expect(height > 500 && height <= 900)
    #expect(abs(top.distance.metres - profile.route.distance.metres / 2) < 600)
    #expect(abs(profile.ground[profile.ground.count - 1].distance.metres - profile.route.distance.metres) < 1)
    for point in profile.route.points where point.distance > .zero && point.distance < profile.route.distance {
      let ground = try #require(point.ground)
      #expect(point.altitude.metres >= ground.metres + profile.clearance.metres - 0.01)
    }
    #expect(!profile.isDetour && profile.crossings.isEmpty)
  }

  @Test func `an area is crossed where its edges are, and the drawing names its altitudes`() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    func place(_ latitude: Double, _ longitude: Double) -> Position {
      Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
    }
    let ring = [place(-12.05, -73.95), place(-12.05, -73.9), place(-11.95, -73.9), place(-11.95, -73.95)]
    let area = try RouteArea(name: "R<1>", ring: ring, bottom: .metres(2000), top: .metres(2500))
    let profile = try profile(scratch, areas: [area])
    let crossing = try #require(profile.crossings.first)
    #expect(profile.crossings.count == 1 && crossing.isActive)
    // An interval of the ground is a post of 1.1 km; the crossing begins and ends with one.
    for (found, longitude) in [(crossing.from, -73.95), (crossing.to, -73.9)] {
      let edge = Ellipsoid.wgs84.distance(from: place(-12, -74.2), to: place(-12, longitude)).metres
      #expect(abs(found.metres - edge) < 1150, "\(found.metres) and \(edge)")
    }
    let report = RouteReport(profile.route, from: "A & B", to: "C", allowance: .zero, assumed: [])
    let svg = report.svg(profile, back: profile)
    #expect(svg.contains("R&lt;1&gt;: 2000 m to 2500 m, at all hours") && svg.contains("A &amp; B"))
    #expect(svg.components(separatedBy: "class=\"p-closed\"").count - 1 == 4)
    // Both ways, each with its key: no ground under another straight line, for the route is the straight one.
    #expect(!svg.contains("class=\"p-straight\"") && svg.components(separatedBy: "minutes in the air").count == 3)
    try XMLText.check(svg)
  }
}

/// Whether a text is XML at all.
private enum XMLText {
  static func check(_ text: String) throws {
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
  }
}
