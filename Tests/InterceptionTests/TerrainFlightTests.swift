import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Radar
import Terrain
import TestSupport
import Testing
import Units

/// A terrain along the equator from 10° to 12° E, posts every 0.01°.
private func terrain(_ scratch: Scratch, _ height: (_ row: Int, _ column: Int) -> Float) throws -> Terrain {
  let (rows, columns) = (81, 201)
  let frame = GridFrame(
    columns: columns, rows: rows, firstX: 10, firstY: 0.4, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
  var cells: [Float] = []
  for row in 0..<rows { for column in 0..<columns { cells.append(height(row, column)) } }
  let path = scratch.path("terrain.tif")
  try RasterWriter.write(Grid(frame: frame, cells: cells), to: path, options: .init(noData: .nan))
  return try Terrain.open([path])
}

private func coverage(_ stations: [RadarStation], _ terrain: Terrain) throws -> TerrainCoverage {
  try TerrainCoverage.load(
    stations, over: terrain, targets: [Target(crossSection: .squareMetres(2), hasTransponder: false)],
    options: .init(quality: .exact))
}

private func metres(_ seconds: Duration) -> Double { (seconds - .hours(6)).inSeconds * 240 / 3.6 }

@Suite struct TerrainFlightTests {
  @Test func `over flat terrain a flight is seen as over a smooth Earth`() throws {
    let scratch = try Scratch()
    let flat = try terrain(scratch) { _, _ in 500 }
    let stations = [
      station("a", place(0.1, 10.3), radar(.kilometres(40), silence: .degrees(3))),
      station("b", place(-0.2, 11.4), radar(.kilometres(300), mast: .metres(15))),
      station(
        "c", place(0, 11), radar(.kilometres(60))),
    ]
    var sectored = stations
    sectored[2].blindSectors = [AzimuthSector(begin: .degrees(250), end: .degrees(285))]
    let over = try coverage(sectored, flat)
    let smooth = network(sectored)
    for height in [40.0, 300, 1500] {
      let flight = flight(
        [place(-0.05, 10.02), place(0.02, 11.2), place(0.3, 11.9)], [place(0.3, 11.9), place(-0.3, 10.1)],
        height: .aboveGround(.metres(height)))
      let expected = FlightTrack(flight, groundElevation: .metres(500))
      let track = try FlightTrack(flight, over: over.region, groundElevation: .metres(500))
      for index in stations.indices {
        let seen = track.sightings(by: over.network(of: [index]))
        let reference = expected.sightings(
          by: SmoothEarthCoverage(
            stations: [smooth.stations[index]], groundElevation: .metres(500)))
        try #require(seen.count == reference.count, "\(height) \(index)")
        for (a, b) in zip(seen, reference) {
          // Half a post (556 m); a horizon of up to 250 km grows with the root of the Earth's radius, which is within
          // 0.6 % of the mean: 0.75 km; a grazing way makes that longer.
          #expect(abs(metres(a.span.begin) - metres(b.span.begin)) < 2000, "\(height) \(index)")
          #expect(abs(metres(a.span.end) - metres(b.span.end)) < 2000, "\(height) \(index)")
        }
      }
    }
  }

  @Test func `behind a wall a flight is seen from where the line over its top reaches it`() throws {
    let scratch = try Scratch()
    // A wall of 600 m along the meridian of 10.5° E, the radar 20 km west of it.
    let walled = try terrain(scratch) { _, column in column == 50 ? 600 : 0 }
    let radius = 4.0 / 3 * 6_378_137
    let degree = 6_378_137 * Double.pi / 180
    let over = try coverage([station("a", place(0, 10.32), radar(.kilometres(200), mast: .metres(30)))], walled)
    let flight = flight(
      [place(0, 11.9), place(0, 10.6)], [place(0, 10.6), place(0, 11.9)], height: .aboveSeaLevel(.metres(2500)))
    let track = try FlightTrack(flight, over: over.region, groundElevation: .zero)
    let seen = track.sightings(by: over)
    // The altitude of the ray over the wall's top at a longitude, by vectors in the plane of the equator.
    func ray(_ longitude: Double) -> Double {
      let (wall, angle) = (0.18 * degree / radius, (longitude - 10.32) * degree / radius)
      let (x, y) = ((radius + 600) * sin(wall), (radius + 600) * cos(wall) - radius - 30)
      return (radius + 30) / (cos(angle) - sin(angle) * y / x) - radius
    }
    var (low, high) = (10.5, 11.9)
    while high - low > 1e-9 {
      let middle = (low + high) / 2
      if ray(middle) > 2500 { high = middle } else { low = middle }
    }
    // Nothing else hides it: 2500 m over the wall's line, and before it until it lands at 10.6° E.
    try #require(seen.count == 2)
    let begin = (11.9 - low) * degree
    #expect(abs(metres(seen[0].span.begin) - begin) < 60, "\(metres(seen[0].span.begin)) \(begin)")
    #expect(seen[0].span.end == track.timeline(seenBy: over, alert: prompt).landing)
    // Over a smooth Earth it would be seen from the start, 176 km out.
    let smooth = SmoothEarthCoverage(stations: over.stations, groundElevation: .zero)
    #expect(FlightTrack(flight, groundElevation: .zero).sightings(by: smooth)[0].span.begin == .hours(6))
  }

  @Test func `a height above ground follows the terrain, an altitude does not`() throws {
    let scratch = try Scratch()
    // A plain at 100 m, a plateau at 2100 m from 11° E on, with one slope of a post's length between them.
    let stepped = try terrain(scratch) { _, column in column < 100 ? 100 : 2100 }
    let over = try coverage([station("a", place(0, 10.2), radar(.kilometres(20)))], stepped)
    let way = [place(0, 10.1), place(0, 11.8)]
    func lowSpans(_ height: Altitude) throws -> [(span: TimeSpan, isInbound: Bool)] {
      try FlightTrack(flight(way, way.reversed(), height: height), over: over.region, groundElevation: .zero)
        .meetings(
          from: place(0, 10.1), start: .zero, cruise: .kilometresPerHour(900), reach: nil, ceiling: .metres(1400))
    }
    // 300 m above ground is 400 m on the plain and 2400 m on the plateau: 1400 m half-way up the slope, at 10.995° E.
    let following = try lowSpans(.aboveGround(.metres(300)))
    let slope = 0.895 * 6_378_137 * Double.pi / 180
    try #require(following.count == 2)
    #expect(abs(metres(following[0].span.end) - slope) < 10)
    // 1300 m above sea level stays below the ceiling over the plain and lies below the plateau: at the ground there.
    let level = try FlightTrack(
      flight(way, way.reversed(), height: .aboveSeaLevel(.metres(1300))), over: over.region, groundElevation: .zero)
    let plateau = (11.8 - 10.996) * 6_378_137 * Double.pi / 180
    #expect(abs(level.inbound.lengthBelowGround.metres - plateau) < 1200)
    #expect(level.inbound.lengthOverUnknown == .zero)
    let spans = level.meetings(
      from: place(0, 10.1), start: .zero, cruise: .kilometresPerHour(900), reach: nil, ceiling: .metres(1400))
    #expect(abs(metres(spans[0].span.end) - (0.8965 * 6_378_137 * Double.pi / 180)) < 600)
  }

  @Test func `a descent ends at the terrain's height of the strip`() throws {
    let scratch = try Scratch()
    // A strip on a plateau at 1500 m; the radar on the plain cannot look up the slope to the ground there, but it sees
    // the aircraft come down from 3000 m above sea level.
    let stepped = try terrain(scratch) { _, column in column < 100 ? 0 : 1500 }
    let over = try coverage([station("a", place(0, 10.6), radar(.kilometres(150), mast: .metres(30)))], stepped)
    var flight = flight([place(0, 10.8), place(0, 11.5)], [place(0, 11.5), place(0, 10.8)])
    flight.inbound[0].altitude = .aboveSeaLevel(.metres(3000))
    flight.inbound[1].altitude = .aboveGround(.zero)
    let track = try FlightTrack(flight, over: over.region, groundElevation: .zero)
    let seen = try #require(track.sightings(by: over).first)
    // Altitude falls from 3000 m to 1500 m over 0.7° of the equator; the ray over the edge at 11.00° E, 1500 m up, is
    // met where both are equal. By vectors in the plane of the equator.
    let radius = 4.0 / 3 * 6_378_137
    let degree = 6_378_137 * Double.pi / 180
    func ray(_ longitude: Double) -> Double {
      let (edge, angle) = (0.4 * degree / radius, (longitude - 10.6) * degree / radius)
      let (x, y) = ((radius + 1500) * sin(edge), (radius + 1500) * cos(edge) - radius - 30)
      return (radius + 30) / (cos(angle) - sin(angle) * y / x) - radius
    }
    var (low, high) = (11.0, 11.5)
    while high - low > 1e-9 {
      let middle = (low + high) / 2
      if 3000 - 1500 * (middle - 10.8) / 0.7 > ray(middle) { low = middle } else { high = middle }
    }
    #expect(seen.span.begin == .hours(6))
    #expect(abs(metres(seen.span.end) - (low - 10.8) * degree) < 60)
  }

  @Test func `over unknown terrain a flight is not seen`() throws {
    let scratch = try Scratch()
    let torn = try terrain(scratch) { _, column in (60..<70).contains(column) ? .nan : 0 }
    let over = try coverage([station("a", place(0, 10.3), radar(.kilometres(200)))], torn)
    let way = [place(0, 11.0), place(0, 10.3)]
    let track = try FlightTrack(
      flight(way, way.reversed(), height: .aboveGround(.metres(3000))), over: over.region, groundElevation: .zero)
    let seen = try #require(track.sightings(by: over).first)
    // Known again from the post at 10.59° E.
    #expect(abs(metres(seen.span.begin) - 0.41 * 6_378_137 * Double.pi / 180) < 600)
    #expect(track.inbound.lengthOverUnknown > .kilometres(10))
  }
}
