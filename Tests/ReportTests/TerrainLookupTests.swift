import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Planning
import Radar
import Response
import Scenario
import Terrain
import TestSupport
import Testing
import Units

@testable import Report

/// What the page answers for places over terrain, from its tables, against what the library answers.
@Suite(.serialized, .enabled(if: Browser.isHere, "no Chromium, or no libjs-leaflet"))
struct TerrainLookupTests {
  @Test(arguments: [true, false])
  func `over terrain no cell is called seen that the library does not see`(hasTransponder: Bool) async throws {
    let scratch = try Scratch()
    let (plan, layers) = try await RandomTerrain.plan(scratch, hasTransponder)
    let terrain = try #require(plan.terrain)
    var random = SplitMix(seed: 81)
    let (columns, rows) = (layers.columns, layers.rows)
    let step = (x: (layers.east - layers.west) / Double(columns), y: (layers.north - layers.south) / Double(rows))
    // Centres of cells, each with a place anywhere within it.
    let centres = (0..<400).map { _ in
      let (row, column) = (Int.random(in: 0..<rows, using: &random), Int.random(in: 0..<columns, using: &random))
      return Position(
        latitudeDegrees: layers.north - (Double(row) + 0.5) * step.y,
        longitudeDegrees: layers.west + (Double(column) + 0.5) * step.x)
    }
    let beside = centres.map { centre in
      Position(
        latitudeDegrees: centre.latitudeDegrees + random.next(in: -0.499...0.499) * step.y,
        longitudeDegrees: centre.longitudeDegrees + random.next(in: -0.499...0.499) * step.x)
    }
    let stops = AltitudeStops.of(plan.scenario)
    let asked = (centres + beside).map { position in
      AskedPlace(
        position: position, altitude: stops[Int.random(in: stops.indices, using: &random)],
        isOverSea: Bool.random(using: &random), length: nil, elevation: nil)
    }
    let data = try MapData(plan: plan, layers: GeoLayers(plan), isOverTerrain: true).json
    let answers = try PageLookup.ask([
      .object([
        "plan": PlanDocument.json(of: plan), "map": data, "terrain": layers.json,
        "places": .array(asked.map(\.json)),
      ])
    ])
    let target = plan.coverage.target
    let library = try terrain.coverage.altitudes(over: centres, target: target)
    var (seen, unseen) = (0, 0)
    var reasons: [String: Int] = [:]
    for (number, found) in answers[0].list.enumerated() {
      let place = asked[number]
      let cell = number % centres.count
      let ground = library.groundMetres[cell]
      for (index, radar) in found.list[0].list.enumerated() {
        let pageSees = radar.list[0] == .bool(true)
        let station = plan.network.stations[index]
        // Limits of the radar itself hold at the very place, wherever its cell's centre lies.
        let way = Ellipsoid.wgs84.inverse(from: station.position, to: place.position)
        let isOut =
          station.blindSectors.contains { $0.contains(way.azimuth) } || way.distance > station.slantRange(of: target)
        if isOut { #expect(!pageSees, "\(place)") }
        let answer = library.byStation[terrain.networks[0][index]]
        let (low, high) = (answer.lowestMetres[cell], answer.highestMetres[cell])
        let altitude = place.altitude.metres + (place.isOverSea ? 0 : ground)
        let margin =
          low.isNaN || ground.isNaN || altitude < ground ? -Double.infinity : min(altitude - low, high - altitude)
        // Grids are of Floats, which keep a millimetre below 16 km; floors and ground are whole metres, on the safe side.
        if pageSees { #expect(margin >= -0.002, "\(station.id) \(place): \(low)–\(high) over \(ground), \(radar)") }
        if !pageSees && !isOut {
          #expect(margin <= 2.01, "\(station.id) \(place): \(low)–\(high) over \(ground), \(radar)")
        }
        if pageSees { seen += 1 } else { unseen += 1 }
        // What hides a place at every height is the ground only as far as the radar's own limits go.
        guard let reason = radar.list[2].list.first?.text, reason.hasPrefix("hidden"), reason != "hidden" else {
          continue
        }
        let top = answer.highestMetres[cell] - ground
        reasons[reason, default: 0] += 1
        // A line of the table of limits lies a few metres off the curve, and more near the end of the range, which falls steeply.
        // Minus infinity: it is seen at no height at all, those above 12 km included.
        if reason == "hiddenAlways" { #expect(top > 11_900 || top == -.infinity, "\(place): \(top)") }
        if reason == "hiddenThenAbove", number < centres.count {
          let told = radar.list[2].list[1].number ?? .nan
          #expect(abs(told - top) < max(20, 0.01 * top) && told < 12_000, "\(place): \(told), \(top)")
        }
      }
    }
    #expect(seen > 300 && unseen > 300, "\(seen) \(unseen)")
    #expect(reasons["hiddenAlways", default: 0] > 0 && reasons["hiddenThenAbove", default: 0] > 0, "\(reasons)")
  }
}
