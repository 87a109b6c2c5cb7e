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

/// A scenario over a smooth Earth, and places about its radars, many of them at edges of what they see.
struct RandomSmooth {
  let scenario: Scenario
  let plan: Plan
  var places: [AskedPlace] = []

  init(_ number: Int, _ random: inout SplitMix) throws {
    // Every third one lies across the antimeridian, and one near a pole.
    let middle = MapFixture.at(
      number == 4 ? 84 : random.next(in: -60...60), number % 3 == 0 ? 179.9 : random.next(in: -170...170))
    func near(_ kilometres: Double, _ random: inout SplitMix) -> Position {
      Ellipsoid.wgs84.direct(
        from: middle, azimuth: .degrees(random.next(in: 0...360)),
        distance: .kilometres(random.next(in: 0...kilometres))
      ).position.normalized
    }
    var scenario = Scenario(
      name: "random \(number)", groundElevation: .metres(random.next(in: 0...1500)),
      effectiveEarthFactor: random.next(in: 1...1.6),
      coverageTarget: Target(
        crossSection: .squareMetres(random.next(in: 0.5...20)), hasTransponder: number.isMultiple(of: 2)),
      altitudeBands: [.metres(50), .metres(333), .feet(2000)])
    scenario.units = number.isMultiple(of: 3) ? .aviation : .metric
    for site in 0..<4 {
      scenario.sites.append(
        RandomParts.site(site, at: near(150, &random), range: random.next(in: 20_000...400_000), &random))
    }
    scenario.assets = RandomParts.assets(at: near(100, &random), &random)
    scenario.bases = [scenario.assets[0].base]
    scenario.aircraft = scenario.assets.map(\.aircraft)
    self.scenario = scenario
    let coverage = CoverageSummary(bands: [], target: scenario.coverageTarget)
    let outcome = PlanOutcome(of: [])
    plan = Plan(
      scenario: scenario, purchase: nil, network: scenario.network(adding: nil), coverage: coverage, responses: [],
      flights: [], requiredDetections: [], outcome: outcome,
      options: [PurchaseOption(purchase: nil, outcome: outcome, coverage: coverage)], warnings: [])
    let stops = AltitudeStops.of(scenario)
    for _ in 0..<60 {
      let station = plan.network.stations[Int.random(in: 0..<4, using: &random)]
      let (altitude, isOverSea) = (stops[Int.random(in: stops.indices, using: &random)], Bool.random(using: &random))
      let height = max(isOverSea ? altitude - scenario.groundElevation : altitude, .zero)
      let ring = plan.network.ring(of: station, targetHeight: height, target: scenario.coverageTarget)
      let offset = random.next(in: -4...4)
      let distance =
        switch Int.random(in: 0..<3, using: &random) {
        case 0: ring.outerRadius.metres + offset
        case 1: ring.innerRadius.metres + offset
        default: random.next(in: 0...1.1) * max(ring.outerRadius.metres, 50_000)
        }
      var azimuth = random.next(in: 0...360)
      if Bool.random(using: &random), let sector = station.blindSectors.first {
        azimuth = sector.end.degrees + random.next(in: -1e-4...1e-4)
      }
      places.append(
        AskedPlace(
          position: Ellipsoid.wgs84.direct(
            from: station.position, azimuth: .degrees(azimuth), distance: .metres(max(distance, 0))
          ).position.normalized, altitude: altitude, isOverSea: isOverSea,
          length: Bool.random(using: &random) ? nil : .metres(random.next(in: 200...2000).rounded()),
          elevation: Bool.random(using: &random) ? nil : .metres(random.next(in: 0...4500).rounded()),
          isBelowGround: isOverSea && altitude < scenario.groundElevation))
    }
  }

  var json: JSON {
    get throws {
      .object([
        "plan": PlanDocument.json(of: plan),
        "map": try MapData(plan: plan, layers: GeoLayers(plan), isOverTerrain: false).json, "terrain": .null,
        "places": .array(places.map(\.json)),
      ])
    }
  }

  /// How deep inside what a radar sees a place lies, in metres; at another height above ground where one is given.
  func margin(_ radar: Int, _ place: AskedPlace, at height: Double? = nil) -> Double {
    let altitude =
      height.map { Altitude.aboveGround(.metres($0)) }
      ?? (place.isOverSea ? .aboveSeaLevel(place.altitude) : .aboveGround(place.altitude))
    return plan.network.margin(
      station: radar, position: place.position, altitude: altitude, target: scenario.coverageTarget
    ).metres
  }

  /// Checks that the reason for which a radar does not see a place is one, by the geometry of that place alone.
  /// - Returns: The reason.
  func checkReason(_ radar: Int, _ place: AskedPlace, _ reason: Browser.Value, floor: Double?) throws -> String {
    let word = try #require(reason.list.first?.text)
    let (station, earth) = (plan.network.stations[radar], plan.network.earth)
    let way = Ellipsoid.wgs84.inverse(from: station.position, to: place.position)
    let height = max(place.isOverSea ? place.altitude - scenario.groundElevation : place.altitude, .zero)
    let antenna = plan.network.antennaHeight(of: station)
    let slant = earth.slantRange(groundDistance: way.distance, from: antenna, to: height)
    let elevation = earth.elevation(groundDistance: way.distance, from: antenna, to: height)
    let range = min(
      station.type.instrumentedRange, station.type.detectionRange(of: scenario.coverageTarget.crossSection))
    // Edges are whole metres on the safe side: a place within that of an edge may be named by it. In angle that is a metre
    // over the distance.
    let (near, angle) = (Length.metres(1.1), Angle.radians(1.1 / max(way.distance.metres, 1)))
    let context = "\(scenario.name), radar \(radar), \(place): \(reason), \(way.distance) \(slant) \(elevation)"
    switch word {
    case "cone": #expect(elevation > (try #require(station.highestElevation)) - angle, "\(context)")
    case "minimumRange", "minimumRangeAlways": #expect(slant < station.type.minimumRange + near, "\(context)")
    case "belowBeam", "belowBeamAlways":
      #expect(elevation < (try #require(station.lowestElevation)) + angle, "\(context)")
    case "detection", "instrumented": #expect(slant > range - near, "\(context)")
    case "horizon", "horizonAlways":
      #expect(way.distance > earth.horizonDistance(between: antenna, and: height) - near, "\(context)")
    case "farther":
      #expect(way.distance > earth.horizonDistance(between: antenna, and: .kilometres(20)) - near, "\(context)")
    case "sector":
      let azimuths = [way.azimuth, way.azimuth - angle, way.azimuth + angle]
      // At the antenna itself there is no azimuth.
      #expect(
        way.distance < near || station.blindSectors.contains { azimuths.contains(where: $0.contains) }, "\(context)")
    case "transponder": #expect(!scenario.coverageTarget.hasTransponder, "\(context)")
    default: Issue.record("\(context)")
    }
    // “Seen from … up” names the lowest height, which lies above the one that is asked for.
    if ["minimumRange", "belowBeam", "horizon"].contains(word) {
      #expect(reason.list.last?.number == floor && (floor ?? 0) > height.metres, "\(context)")
    }
    return word
  }

  /// Times and obstacles at a place against the library's.
  func compareTimes(_ place: AskedPlace, _ found: Browser.Value) {
    let strip = Strip(
      id: "", name: "", position: place.position, elevation: place.elevation, length: place.length, isApproximate: false
    )
    for (period, values) in zip([Period.day, .night], found.list) {
      for (asset, value) in zip(scenario.assets, values.list) {
        let response = ResponseTime(asset: asset, strip: strip, period: period, onScene: scenario.onSceneTime)
        // Bases in plan.json are rounded to 1e-7°, two centimetres, which take the slowest aircraft 0.4 ms; times and speeds
        // to the millisecond.
        #expect((value.list[0].number == nil) == (response.total == nil))
        if let total = response.total { #expect(abs((value.list[0].number ?? .nan) - total.inSeconds) < 2e-3) }
        #expect(value.list[1] == .bool(response.arrival == .landing))
        var isClose = false
        let words = response.obstacles.map { obstacle in
          switch obstacle {
          case .endurance(let needed, let available):
            isClose = abs((needed - available).inSeconds) < 2e-3
            return "endurance"
          case .ceiling: return "ceiling"
          case .notFlown: return "notFlown"
          case .thinAir, .hover, .engineStart, .wind, .unknownCruise, .baseRunway, .noRoute, .noRefuelling, .noHandOver:
            return "weather"
          }
        }
        if !isClose { #expect(value.list[2].text == words.joined(separator: " "), "\(asset.id) \(place)") }
      }
    }
  }
}
