import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Placement
import Planning
import Radar
import Scenario
import ScenarioFiles
import Terrain
import TestSupport
import Testing
import Units

/// Ridges and valleys of 1.1 km posts, a wall, and a void.
private func ground(_ row: Int, _ column: Int) -> Float {
  if column == 150, row < 20 { return .nan }
  if column == 130 { return 2200 }
  return Float(500 + 220 * sin(Double(column) / 6) * cos(Double(row) / 9))
}

/// Three free sites and two types for sale; flights from the east and from the south-west.
private func scenario(_ scratch: Scratch, price: String = "USD 4M") throws -> Scenario {
  let frame = GridFrame(
    columns: 281, rows: 151, firstX: -76.3, firstY: -11.25, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
  var cells: [Float] = []
  for row in 0..<151 { for column in 0..<281 { cells.append(ground(row, column)) } }
  let terrain = scratch.path("terrain.tif")
  if !FileManager.default.fileExists(atPath: terrain) {
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: terrain, options: .init(noData: .nan))
  }
  try scratch.file(
    "scenario.yaml",
    """
    atalaya: 1
    name: Test
    currency: USD
    ground_elevation: 500 m
    terrain: terrain.tif
    layers:
      radar_types:
        - { id: old, kind: primary, instrumented_range: 60 km, detection_range: 40 km, reference_rcs: 1 m², antenna_height: 30 m }
        - { id: far, kind: primary, instrumented_range: 120 km, detection_range: 90 km, reference_rcs: 1 m², antenna_height: 20 m, price: USD 9M }
        - { id: near, kind: primary, instrumented_range: 50 km, detection_range: 40 km, reference_rcs: 1 m², antenna_height: 20 m, maximum_elevation_deg: 30, price: \(price) }
      sites:
        - { id: west, position: "-12, -75.5", radar: old }
        - { id: east, position: "-12.1, -74.4" }
        - { id: middle, position: "-11.7, -74.95" }
        - { id: south, position: "-12.5, -75.0" }
      aircraft:
        - { id: c, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
        - { id: h, kind: helicopter, cruise: 220 km/h }
      bases:
        - { id: b, position: "-12.1, -75.4", elevation: 500 m }
      assets:
        - { base: b, aircraft: h, readiness_day: 5 min, readiness_night: 5 min }
      strips:
        - { id: s, position: "-12.05, -75.2", elevation: 500 m }
        - { id: t, position: "-11.9, -74.7", elevation: 500 m }
      routes:
        - { id: r, points: ["-12.0, -73.8", "-12.05, -75.2"] }
        - { id: q, points: ["-12.6, -76.0", "-12.4, -75.1", "-11.9, -74.7"] }
      flights:
        - { id: f, aircraft: c, strip: s, inbound: r, altitude: 300 m AGL, ground_time: 20 min, landing: "10:00" }
        - { id: g, aircraft: c, strip: t, inbound: q, altitude: 900 m AMSL, ground_time: 20 min, landing: "12:00", per_day: 2 }
    """)
  return try Scenario.load(folder: scratch.path)
}

private func purchase(_ list: [Int], _ survey: SitingSurvey) -> Scenario.Purchase {
  Scenario.Purchase(
    id: "x", name: "x", budget: nil,
    items: list.map { Scenario.Purchase.Item(site: survey.options[$0].site, type: survey.options[$0].type) })
}

@Suite struct SitingTerrainTests {
  @Test func `over terrain the survey counts every list as its plan does`() async throws {
    let scratch = try Scratch()
    let scenario = try scenario(scratch)
    let survey = try await SitingSurvey.make(of: scenario)
    #expect(survey.options.count == 6)
    // Both types share the mast of 20 m but not the range: seven floors.
    #expect(survey.computedFloors == 7)
    var outcomes = Set<Double>()
    for list in [[], [0], [1], [2], [3], [4], [5], [0, 3], [1, 2, 4]] {
      var bought = scenario
      bought.purchases = [purchase(list, survey)]
      let plan = try await Plan.run(bought, purchase: "x")
      let ours = survey.outcome(of: list)
      #expect(ours.metPerDay == plan.outcome.metPerDay && ours.detectedPerDay == plan.outcome.detectedPerDay)
      for (sights, flight) in zip(survey.flights, plan.flights) {
        let joined = sights.track.sightings(joining: [sights.today] + list.map { sights.options[$0] })
        #expect(joined.count == flight.timeline.sightings.count)
        for (ours, theirs) in zip(joined, flight.timeline.sightings) {
          // The same floors: a region of other bounds has its posts at the same places to rounding.
          #expect(abs((ours.span.begin - theirs.span.begin).inSeconds) < 1e-3)
          #expect(abs((ours.span.end - theirs.span.end).inSeconds) < 1e-3)
        }
      }
      outcomes.insert(ours.detectedPerDay)
    }
    #expect(outcomes.count >= 2)
  }

  @Test func `an area over terrain is what each radar alone sees over the centres of its cells`() async throws {
    let scratch = try Scratch()
    let scenario = try scenario(scratch)
    let objective = AreaObjective(height: .metres(300), cellCount: 1500)
    let survey = try await SitingSurvey.make(of: scenario, area: objective.area)
    // All lie in the terrain, and they are about as many as asked for.
    #expect(survey.cells.count > 1300 && survey.cells.count < 1800)
    let terrain = try #require(scenario.terrain)
    #expect(try terrain.isInside(survey.cells.map(\.position)).allSatisfy { $0 })
    let stations = survey.existing + survey.options.map(\.station)
    let coverage = try TerrainCoverage.load(
      stations, over: terrain, targets: [scenario.coverageTarget] + scenario.flights.map(\.target),
      k: scenario.effectiveEarthFactor)
    let (ground, seen) = try coverage.altitudes(
      over: survey.cells.map(\.position), target: scenario.coverageTarget)
    var areas: [[Int]: Double] = [:]
    for (index, cell) in survey.cells.enumerated() {
      let seeing = stations.indices.filter { station in
        // No beam ends within 300 m of the ground but right over an antenna, where no cell's centre lies.
        seen[station].lowestMetres[index] <= ground[index] + 300
      }
      if !seeing.isEmpty { areas[seeing, default: 0] += cell.area.squareKilometres }
    }
    let demands = try objective.demands(in: survey)
    #expect(demands.count == areas.count && areas.count > 10)
    for demand in demands {
      let key = (demand.today > 0 ? [0] : []) + demand.options.map { Int($0) + 1 }
      #expect(abs(demand.weight - (areas[key] ?? 0)) < 1e-6)
    }
  }

  @Test func `other prices and budgets need no terrain again`() async throws {
    let scratch = try Scratch()
    let options = TerrainCoverage.Options(cache: FloorCache(folder: scratch.path("cache")))
    let first = try await SitingSurvey.make(of: try scenario(scratch), terrain: options)
    let second = try await SitingSurvey.make(of: try scenario(scratch, price: "USD 1M"), terrain: options)
    #expect(first.computedFloors == 7 && second.computedFloors == 0)
    for (a, b) in zip(first.flights, second.flights) { #expect(a.options == b.options && a.existing == b.existing) }
  }

  @Test func `a list over terrain is the best of all lists`() async throws {
    let scratch = try Scratch()
    let scenario = try scenario(scratch)
    let survey = try await SitingSurvey.make(of: scenario)
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let list = try problem.list(budget: Money(13e6, "USD"), search: PlacementSearch(timeLimit: nil))
    var best = 0.0
    for a in [nil, 0, 1] as [Int?] {
      for b in [nil, 2, 3] as [Int?] {
        for c in [nil, 4, 5] as [Int?] {
          let chosen = [a, b, c].compactMap(\.self)
          guard chosen.reduce(0, { $0 + survey.options[$1].price!.base.amount }) <= 13e6 else { continue }
          let minutes = survey.flights.reduce(0) { sum, sights in
            let joined = sights.track.sightings(joining: [sights.today] + chosen.map { sights.options[$0] })
            return sum + joined.reduce(0) { $0 + $1.span.length.inMinutes } * sights.track.flight.perDay
          }
          best = max(best, minutes)
        }
      }
    }
    // Spans within 2 ms of each other are joined in one sum and not in the other; there are fewer than 100.
    #expect(best > 10 && abs(list.answer.value! - best) < 100 * 0.002 / 60)
  }
}
