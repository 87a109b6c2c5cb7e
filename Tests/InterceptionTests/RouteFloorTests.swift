import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Radar
import Response
import Terrain
import TestSupport
import Testing
import Units

/// A radar 20 km west of a wall of 600 m along the meridian of 10.5° E, and a flight behind the wall along the equator.
private struct WalledFlight {
  let coverage: TerrainCoverage
  let flight: Flight
  let track: FlightTrack
  private let radius = 4.0 / 3 * 6_378_137
  private let degree = 6_378_137 * Double.pi / 180

  init(_ scratch: Scratch) throws {
    let (rows, columns) = (81, 201)
    let frame = GridFrame(
      columns: columns, rows: rows, firstX: 10, firstY: 0.4, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
    let cells = (0..<rows * columns).map { $0 % columns == 50 ? 600 as Float : 0 }
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: scratch.path("walled.tif"), options: .init())
    coverage = try TerrainCoverage.load(
      [station("a", place(0, 10.32), Self.type), station("b", place(0.3, 11.6), Self.low)],
      over: try Terrain.open([scratch.path("walled.tif")]),
      targets: [Target(crossSection: .squareMetres(2), hasTransponder: false)], options: .init(quality: .exact))
    flight = InterceptionTests.flight(
      [place(0, 11.9), place(0, 10.6)], [place(0, 10.6), place(0, 11.9)], height: .aboveSeaLevel(.metres(2500)))
    track = try FlightTrack(flight, over: coverage.region, groundElevation: .zero)
  }

  private static let type = radar(.kilometres(200), mast: .metres(30))
  private static let low = radar(.kilometres(20))

  /// The altitude of the ray over the wall's top at a longitude, by vectors in the plane of the equator.
  func ray(_ longitude: Double) -> Double {
    let (wall, angle) = (0.18 * degree / radius, (longitude - 10.32) * degree / radius)
    let (x, y) = ((radius + 600) * sin(wall), (radius + 600) * cos(wall) - radius - 30)
    return (radius + 30) / (cos(angle) - sin(angle) * y / x) - radius
  }
}

struct RouteFloorTests {
  @Test func `the floor along a way is the ray over the wall`() throws {
    let scratch = try Scratch()
    let walled = try WalledFlight(scratch)
    let network = walled.coverage.network(of: [0])
    let places = walled.track.floors(seenBy: network, walled.track.timeline(seenBy: network, alert: prompt))
    #expect(places.first?.along == .zero && places.first?.isInbound == true)
    #expect(places.count { $0.isInbound } > 140)
    for place in places {
      #expect(place.altitude == .metres(2500) && place.floor.ground == .zero)
      let floor = try #require(place.floor.lowest).metres
      // Floors between posts 1.1 km apart are linear: the ray is straight, the Earth under it falls by
      // (1.1 km)² / 8 / 8500 km = 0.02 m; floats of 10 km are 0.001 m.
      #expect(abs(floor - walled.ray(place.position.longitudeDegrees)) < 0.05)
      #expect(place.seenBy == (floor <= 2500 ? [0] : []))
      #expect(abs(try #require(place.aboveFloor).metres - (2500 - floor)) < 1e-6)
    }
    // A kilometre apart at most: half a post's spacing, 0.55 km, once.
    let inbound = places.filter(\.isInbound).map(\.along.kilometres)
    #expect(zip(inbound, inbound.dropFirst()).allSatisfy { $1 > $0 && $1 - $0 <= 1.0001 })
    #expect(abs(try #require(inbound.last) - walled.track.inbound.length.kilometres) < 1e-6)
  }

  @Test func `what is seen along a way is what sightings tell`() throws {
    let scratch = try Scratch()
    let walled = try WalledFlight(scratch)
    let sightings = walled.track.sightings(by: walled.coverage)
    #expect(!sightings.isEmpty)
    // Ends of sightings lie between two samples, 0.55 km apart, flown in 8.4 s.
    let timeline = walled.track.timeline(seenBy: walled.coverage, alert: prompt)
    var (seen, unseen) = (0, 0)
    for place in walled.track.floors(seenBy: walled.coverage, timeline, every: .metres(600)) {
      let time = place.time
      let isNearEdge = sightings.contains {
        abs(($0.span.begin - time).inSeconds) < 9 || abs(($0.span.end - time).inSeconds) < 9
      }
      if isNearEdge { continue }
      #expect(sightings.contains { $0.span.begin <= time && time <= $0.span.end } == !place.seenBy.isEmpty)
      if place.seenBy.isEmpty { unseen += 1 } else { seen += 1 }
    }
    #expect(seen > 20 && unseen > 20, "\(seen) \(unseen)")
  }

  @Test func `a required point tells the floor there and whether the network sees far enough`() throws {
    let scratch = try Scratch()
    let walled = try WalledFlight(scratch)
    let network = walled.coverage.network(of: [0])
    let timeline = walled.track.timeline(seenBy: network, alert: prompt)
    let seen = try #require(timeline.firstDetection)
    for minutes in [2.0, 30] {
      var row = RequiredDetection(
        flight: walled.flight, period: .day, assets: [asset(at: place(0, 10.6), readiness: .minutes(minutes))],
        alert: prompt, onScene: .zero, groundElevation: .zero)
      row = try row.judged(by: timeline, alert: prompt).looked(at: network, along: walled.track, timeline)
      let needed = try #require(row.alongRoute)
      let reach = (timeline.landing - seen).inSeconds * 240 / 3.6
      #expect(abs(try #require(row.seenAlongRoute).metres - reach) < 1e-3)
      #expect(row.isMet == (needed.metres <= reach))
      let point = try #require(row.point)
      let sight = try #require(row.sight)
      #expect(abs(Ellipsoid.wgs84.distance(from: point, to: place(0, 10.6)).metres - needed.metres) < 1e-3)
      #expect(sight.altitude == .metres(2500))
      // As above.
      #expect(abs(try #require(sight.floor.lowest).metres - walled.ray(point.longitudeDegrees)) < 0.05)
      #expect(sight.isSeen == (walled.ray(point.longitudeDegrees) <= 2500))
    }
    let blind = RequiredDetection(
      flight: walled.flight, period: .day, assets: [asset(at: place(0, 10.6))], alert: prompt, onScene: .zero,
      groundElevation: .zero
    ).judged(
      by: walled.track.timeline(seenBy: walled.coverage.network(of: [] as [Int]), alert: prompt),
      alert: prompt)
    #expect(blind.isMet == false && blind.seenAlongRoute == nil)
  }
}
