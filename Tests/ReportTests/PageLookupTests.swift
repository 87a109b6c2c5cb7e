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

/// What the page answers for places anywhere, from its tables, against what the library answers.
@Suite(.serialized, .enabled(if: Browser.isHere, "no Chromium, or no libjs-leaflet"))
struct PageLookupTests {
  @Test func `over a smooth Earth no random place is called seen that the library does not see, nor late in time`()
    throws
  {
    var random = SplitMix(seed: 18)
    let cases = try (0..<10).map { try RandomSmooth($0, &random) }
    let answers = try Self.ask(cases.map { try $0.json })
    var (seen, unseen, edges) = (0, 0, 0)
    var reasons: [String: Int] = [:]
    for (item, answer) in zip(cases, answers) {
      for (place, found) in zip(item.places, answer.list) {
        for (index, radar) in found.list[0].list.enumerated() {
          let margin = item.margin(index, place)
          let pageSees = radar.list[0] == .bool(true)
          if place.isBelowGround {
            #expect(!pageSees)
            continue
          }
          // Vincenty's inverse keeps 0.5 mm, and stations are rounded to 1e-8°, a millimetre: 3 mm on the safe side. On the
          // other side tables are whole metres and a centimetre, at the inner and the outer edge.
          if pageSees { #expect(margin >= -0.003, "\(item.scenario.name), radar \(index), \(place)") }
          if !pageSees { #expect(margin <= 1.02, "\(item.scenario.name), radar \(index), \(place): \(radar)") }
          if pageSees { seen += 1 } else { unseen += 1 }
          if !pageSees {
            reasons[try item.checkReason(index, place, radar.list[2], floor: radar.list[1].number), default: 0] += 1
          }
          if abs(margin) < 50 { edges += 1 }
          // The lowest height is one that is seen, and none of the slider's stops below it is.
          if let floor = radar.list[1].number {
            #expect(item.margin(index, place, at: floor + 1e-6) >= -0.003, "\(index) \(place): seen from \(floor)")
          }
          let below = radar.list[1].number ?? .infinity
          for stop in AltitudeStops.of(item.scenario) where stop.metres < below - 1e-3 {
            #expect(item.margin(index, place, at: stop.metres) <= 1.02, "\(index) \(place): \(below), seen at \(stop)")
          }
        }
        item.compareTimes(place, found.list[1])
      }
    }
    // The cases hold both answers and the edges between them.
    #expect(seen > 300 && unseen > 300 && edges > 100, "\(seen) \(unseen) \(edges)")
    for reason in ["cone", "minimumRange", "belowBeam", "horizon", "detection", "sector"] {
      #expect(reasons.contains { $0.key.hasPrefix(reason) }, "no place is not seen for \(reason): \(reasons)")
    }
  }

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
    let answers = try Self.ask([
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

  /// The answers of the page's scripts, without the page: for each case and place whether each radar sees it and from which
  /// height, and for each asset by day and night the time and what stands in the way.
  private static func ask(_ cases: [JSON]) throws -> [Browser.Value] {
    let scripts = ["geodesy", "terrain", "lookup"].map { "<script>\(PageResources.script($0))</script>" }.joined()
    let data = JSON.array(cases).compact.replacing("<", with: "\\u003c")
    let html = """
      <!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><script>const page = { data: { terrain: null } };</script>\(scripts)
      <script type="application/json" id="data">\(data)</script>
      """
    let visit = try Browser.visit(
      html,
      [
        .evaluate(
          """
          Promise.all(JSON.parse(document.getElementById("data").textContent).map(async (item) => {
            const grids = readTerrain(item.terrain);
            await grids.ready;
            return item.places.map(({ at, altitude, datum, known }) => {
              const found = lookup.facts(item, grids, { option: item.map.options[0], altitude, datum }, at, known ?? undefined);
              const order = (period) => item.plan.assets.map((asset) => {
                const entry = found.responses[period].find((entry) => entry.asset === asset);
                return [entry.total, entry.lands, entry.obstacles.join(" ")];
              });
              return [found.radars.map((radar) => [radar.sees, radar.floor ?? null, radar.reason]), [order("day"), order("night")]];
            });
          }))
          """)
      ])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty, "\(visit.messages)")
    return visit.values[0].list
  }
}

/// A place, and what is asked there.
private struct AskedPlace: CustomStringConvertible {
  var position: Position
  var altitude: Length
  var isOverSea: Bool
  /// Of a strip there; nil for no strip, or an unknown one.
  var length, elevation: Length?
  var isBelowGround = false

  var description: String {
    "\(position.latitudeDegrees) \(position.longitudeDegrees) at \(altitude.metres) m \(isOverSea ? "AMSL" : "AGL")"
  }

  var json: JSON {
    .object([
      "at": .array([
        .number(position.latitudeDegrees, decimals: 12), .number(position.normalized.longitudeDegrees, decimals: 12),
      ]),
      "altitude": .number(altitude.metres, decimals: 6), "datum": .string(isOverSea ? "amsl" : "agl"),
      "known": .object(["length_m": .metres(length), "elevation_amsl_m": .metres(elevation), "over_terrain": .null]),
    ])
  }
}

/// Radars and assets made at random.
private enum RandomParts {
  static func sectors(_ random: inout SplitMix) -> [AzimuthSector] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let begin = random.next(in: 0...360)
      return AzimuthSector(
        begin: .degrees(begin), end: .degrees((begin + random.next(in: 1...120)).truncatingRemainder(dividingBy: 360)))
    }
  }

  static func site(_ number: Int, at position: Position, range: Double, _ random: inout SplitMix) -> Scenario.Site {
    let isSecondary = Int.random(in: 0..<3, using: &random) == 0
    let detection = random.next(in: 0.3...1.2) * range
    let type = RadarType(
      id: "t\(number)", name: "t\(number)", kind: isSecondary ? .secondary : .primary,
      instrumentedRange: .metres(range), detectionRange: .metres(detection), referenceCrossSection: .squareMetres(2),
      minimumRange: Bool.random(using: &random) ? .zero : .metres(random.next(in: 500...8000)),
      antennaHeight: .metres(random.next(in: 5...40)),
      minimumElevation: Bool.random(using: &random) ? nil : .degrees(random.next(in: -1...1.5)),
      maximumElevation: Bool.random(using: &random) ? nil : .degrees(random.next(in: 10...45)))
    return Scenario.Site(
      id: "r\(number)", name: "", position: position,
      elevation: Int.random(in: 0..<4, using: &random) == 0 ? nil : .metres(random.next(in: 0...2500)), radar: type,
      antennaHeight: nil, tilt: Bool.random(using: &random) ? .zero : .degrees(random.next(in: -1...1)),
      blindSectors: sectors(&random))
  }

  static func assets(at position: Position, _ random: inout SplitMix) -> [Asset] {
    let base = Base(id: "base", name: "Base", position: position, elevation: nil)
    return (0..<4).map { number in
      let aircraft = Aircraft(
        id: "a\(number)", name: "a\(number)", kind: number == 0 ? .helicopter : .aeroplane,
        cruise: .kilometresPerHour(random.next(in: 180...900)), departureAllowance: .minutes(random.next(in: 0...8)),
        landingAllowance: .minutes(random.next(in: 0...6)),
        endurance: number == 1 ? nil : .minutes(random.next(in: 30...150)), reserve: .minutes(random.next(in: 0...40)),
        ceiling: number == 2 ? nil : .metres(random.next(in: 1000...4000)),
        requiredRunway: number == 3 ? nil : .metres(random.next(in: 300...1500)))
      return Asset(
        id: "asset\(number)", base: base, aircraft: aircraft, count: 1,
        readinessByDay: .minutes(random.next(in: 5...30)),
        readinessByNight: Bool.random(using: &random) ? nil : .minutes(random.next(in: 5...60)))
    }
  }
}

/// A scenario over a smooth Earth, and places about its radars, many of them at edges of what they see.
private struct RandomSmooth {
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
          }
        }
        if !isClose { #expect(value.list[2].text == words.joined(separator: " "), "\(asset.id) \(place)") }
      }
    }
  }
}

/// Radars of every sort over hills with a void, one of them in the void.
private enum RandomTerrain {
  static func plan(_ scratch: Scratch, _ hasTransponder: Bool) async throws -> (Plan, TerrainLayers) {
    var random = SplitMix(seed: 7)
    let frame = GridFrame(
      columns: 110, rows: 100, firstX: -75.1, firstY: -11, stepX: 0.02, stepY: -0.02, crs: "EPSG:4326")
    var cells: [Float] = []
    for row in 0..<100 {
      for column in 0..<110 {
        let (x, y) = (Double(column), Double(row))
        let height = 700 + 300 * sin(x / 4.5) * cos(y / 3) + 60 * sin(x / 1.2 + y / 1.6)
        cells.append(row > 70 && column > 80 ? .nan : Float(height))
      }
    }
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: scratch.path("t.tif"), options: .init(noData: .nan))
    var scenario = Scenario(
      name: "hills", coverageTarget: Target(crossSection: .squareMetres(2), hasTransponder: hasTransponder),
      altitudeBands: [.metres(100), .metres(1000)])
    scenario.terrainSource = Scenario.TerrainSource(paths: ["t.tif"], resolvedPaths: [scratch.path("t.tif")])
    scenario.terrain = try Terrain.open([scratch.path("t.tif")])
    for number in 0..<7 {
      // The last one stands in the void.
      let position =
        number == 6
        ? MapFixture.at(-12.8, -73.2)
        : MapFixture.at(random.next(in: -12.3 ... -11.2), random.next(in: -74.9 ... -73.3))
      scenario.sites.append(
        RandomParts.site(number, at: position, range: random.next(in: 40_000...150_000), &random))
    }
    let plan = try await Plan.run(scenario, parts: [.coverage, .purchases])
    return (plan, try #require(try TerrainLayers(of: plan, mostCells: 20_000)))
  }
}
