public import Coverage
internal import Foundation
internal import Geodesy
public import Interception
public import Scenario
public import Units

/// What the radars of today and each radar that could be bought see of the expected flights, each on its own.
///
/// What any list of them sees together follows without looking at a flight again, so that objectives, prices and budgets
/// may change at no cost.
public struct SitingSurvey: Sendable {
  /// One flight.
  public struct FlightSights: Sendable {
    /// The flight in time.
    public var track: FlightTrack
    /// What today's radars see of it together. Sightings only; glimpses are left out.
    public var today: [Timeline.Sighting]
    /// What each of today's radars sees of it, in their order.
    public var existing: [[Timeline.Sighting]]
    /// What each option sees of it, in their order.
    public var options: [[Timeline.Sighting]]
  }

  /// The scenario.
  public private(set) var scenario: Scenario
  /// The radars of today.
  public let existing: [RadarStation]
  /// What could be bought, then what the plans buy besides it.
  public let options: [SiteOption]
  /// Plans to compare with.
  public let plans: [Scenario.Purchase]
  /// The radars of each plan, as positions in ``options``.
  public let planOptions: [[Int]]
  /// The flights, in the order of the scenario.
  public let flights: [FlightSights]
  /// The area that was looked at; nil for none.
  public let area: SitingArea?
  /// Its cells.
  public let cells: [SitingArea.Cell]
  /// Which cells each of today's radars and then each option sees.
  let seen: [BitSet]
  /// How many floors over terrain were computed; zero when all that is seen was kept from an earlier run, and without
  /// terrain.
  public let computedFloors: Int
  /// What to bear in mind, for people.
  public let notes: [String]

  /// Looks at every flight, and at an area, from every site: over the scenario's terrain where it has one.
  ///
  /// - Parameters:
  ///   - area: An area to look at too (``PlacementObjective/area``).
  ///   - plans: Plans to compare with, whose radars count too.
  ///   - workers: How many radars are looked at at a time; nil for as many as the machine has processors.
  ///   - terrain: How floors over terrain are computed; its workers are those above, its cache keeps what is seen.
  ///   - progress: Called with the sites that are done, from one task at a time.
  /// - Throws: ``SitingError`` with code ``SitingFault/terrain``.
  public static func make(
    of scenario: Scenario, area: SitingArea? = nil, plans: [Scenario.Purchase] = [], workers: Int? = nil,
    terrain options: TerrainCoverage.Options = TerrainCoverage.Options(),
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws(SitingError) -> SitingSurvey {
    let (siteOptions, planOptions) = scenario.siteOptions(with: plans)
    let look = SitingLook(scenario: scenario, options: siteOptions, area: area)
    let workers = max(1, workers ?? ProcessInfo.processInfo.activeProcessorCount)
    let cells: [SitingArea.Cell]
    do throws(GeodesyError) { cells = try look.cells() } catch {
      throw SitingError(.terrain, "the area over the terrain: \(error)")
    }
    var options = options
    options.workers = workers
    let rows: [SiteRow]
    var (computedFloors, notes) = (0, [String]())
    if let terrain = scenario.terrain {
      let seen = try scenario.units.writing { () throws(SitingError) in
        try look.rows(over: terrain, cells, options, progress: progress)
      }
      (rows, computedFloors, notes) = (seen.rows, seen.computedFloors, seen.notes)
    } else {
      rows = await look.smoothRows(cells, workers: workers, progress: progress)
    }
    let existing = scenario.existingStations
    let flights = look.tracks.enumerated().map { number, track in
      let parts = zip(rows, look.stations).map { $0.sightings(of: track, number, by: $1) }
      let standing = Array(parts[..<existing.count])
      return FlightSights(
        track: track, today: track.sightings(joining: standing), existing: standing,
        options: Array(parts[existing.count...]))
    }
    return SitingSurvey(
      scenario: scenario, existing: existing, options: siteOptions, plans: plans, planOptions: planOptions,
      flights: flights, area: area, cells: cells,
      seen: rows.map(\.cells), computedFloors: computedFloors, notes: notes)
  }
}

extension SitingSurvey {
  /// How far the area of the cells that some radars see may be off the area that they see: two standard errors.
  ///
  /// A cell at an edge of what is seen counts whole or not at all. Taken as a toss of a coin for each cell next to one of the
  /// other kind, in rows from west to east; where what is seen lies in pieces smaller than a cell that is most of them.
  /// - Parameter chosen: Positions in ``options``; today's radars count always.
  /// - Accuracy: `the sampling error that is told holds the true area`.
  public func samplingError(seenBy chosen: [Int]) -> Area {
    guard !cells.isEmpty else { return .zero }
    let sets = seen[..<existing.count] + chosen.map { seen[existing.count + $0] }
    var (edges, wasSeen) = (0, false)
    for index in cells.indices {
      let isSeen = sets.contains { $0.contains(index) }
      if isSeen != wasSeen { edges += 1 }
      wasSeen = isSeen
    }
    let mean = cells.reduce(0) { $0 + $1.area.squareMetres } / Double(cells.count)
    // Two cells at each change, of variance a quarter each.
    return .squareMetres(2 * (2 * Double(edges) / 4).squareRoot() * mean)
  }

  /// The same with some measures taken; nothing is looked at again.
  public func taking(_ measures: [Scenario.Measure]) -> SitingSurvey {
    var survey = self
    survey.scenario.assets = scenario.assets(taking: measures)
    return survey
  }

  /// What some radars come to in flights a day.
  public struct Outcome: Sendable, Hashable {
    /// Flights a day that are detected before they land.
    public var detectedPerDay: Double
    /// Flights a day that are tracked before they land.
    public var trackedPerDay: Double
    /// Flights a day that are met at the strip, with every aircraft serving one flight at a time.
    public var metPerDay: Double
  }

  /// What some of the options come to in addition to today's radars.
  /// - Parameters:
  ///   - chosen: Positions in ``options``.
  ///   - failed: Positions in ``existing`` of radars that are not there.
  public func outcome(of chosen: [Int], without failed: Set<Int> = []) -> Outcome {
    let standing = existing.indices.filter { !failed.contains($0) }
    let seen = flights.map { sights in
      (
        track: sights.track,
        timeline: timeline(sights, chosen.map { sights.options[$0] } + standing.map { sights.existing[$0] })
      )
    }
    let roster = Roster(
      seen, assets: scenario.assets, daylight: scenario.daylight, onScene: scenario.onSceneTime)
    var outcome = Outcome(detectedPerDay: 0, trackedPerDay: 0, metPerDay: 0)
    for (index, (track, timeline)) in seen.enumerated() {
      let perDay = track.flight.perDay
      if timeline.isDetectedBeforeLanding { outcome.detectedPerDay += perDay }
      if timeline.isTrackedBeforeLanding { outcome.trackedPerDay += perDay }
      if roster.isMet(index) { outcome.metPerDay += perDay }
    }
    return outcome
  }

  /// What radars see of a flight together, and when the order goes out.
  func timeline(_ sights: FlightSights, _ parts: [[Timeline.Sighting]]) -> Timeline {
    sights.track.timeline(of: sights.track.sightings(joining: parts), alert: scenario.alertChain)
  }

  /// Whether some asset is at the strip in time, were all free.
  func isMet(_ sights: FlightSights, _ timeline: Timeline) -> Bool {
    guard let order = timeline.ordered else { return false }
    return scenario.assets.contains {
      sights.track.isMet(by: $0, orderedAt: order, daylight: scenario.daylight, onScene: scenario.onSceneTime)
    }
  }
}
