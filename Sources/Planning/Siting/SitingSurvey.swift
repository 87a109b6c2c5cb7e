public import Coverage
internal import Foundation
internal import Geodesy
public import Interception
public import Scenario
public import Units

/// What each existing radar and each option sees of the expected flights, on its own.
///
/// What any list of them sees together follows from this without computing a flight again, so that objectives, prices and
/// budgets can change at no cost.
public struct SitingSurvey: Sendable {
  /// One flight.
  public struct FlightSights: Sendable {
    /// The flight in time.
    public var track: FlightTrack
    /// What the existing radars see of it together: sightings without glimpses.
    public var today: [Timeline.Sighting]
    /// What each existing radar sees of it, in their order.
    public var existing: [[Timeline.Sighting]]
    /// What each option sees of it, in their order.
    public var options: [[Timeline.Sighting]]
    /// What the looks of each existing radar come to, and those of each option; empty where looks do not count.
    var existingLooks: [RadarLooks] = []
    var optionLooks: [RadarLooks] = []
  }

  /// The scenario.
  public private(set) var scenario: Scenario
  /// The existing radars.
  public let existing: [RadarStation]
  /// The options on offer, then those that only the plans buy.
  public let options: [SiteOption]
  /// The purchase that counts as made, whose radars are among ``existing``; nil for none.
  public private(set) var base: Scenario.Purchase?
  /// Ids of the radars of ``existing`` that ``base`` buys.
  private(set) var bought: Set<String> = []
  /// Plans to compare with.
  public let plans: [Scenario.Purchase]
  /// The radars of each plan, as positions in ``options``.
  public let planOptions: [[Int]]
  /// The flights, in the order of the scenario.
  public let flights: [FlightSights]
  /// The area surveyed; nil for none.
  public let area: SitingArea?
  /// Its cells.
  public let cells: [SitingArea.Cell]
  /// Which cells each of today's radars and then each option sees.
  let seen: [BitSet]
  /// How many floors over terrain were computed; zero when all that is seen was kept from an earlier run, and without
  /// terrain.
  public let computedFloors: Int
  /// What to bear in mind.
  public let warnings: [CoverageWarning]

  /// Surveys every flight, and an area, from every site: over the scenario's terrain where it has one.
  ///
  /// - Parameters:
  ///   - area: An area to survey too (``PlacementObjective/area``).
  ///   - plans: Plans to compare with, whose radars count too.
  ///   - workers: Number of radars computed at a time; nil for as many as the machine has processors.
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
      throw SitingError(.terrain, at: FaultPlace(subject: "the area over the terrain"), because: error)
    }
    var options = options
    options.workers = workers
    let rows: [SiteRow]
    var (computedFloors, warnings) = (0, [CoverageWarning]())
    if let terrain = scenario.terrain {
      let asked = options
      let seen = try await Cancellation.watched { (isCancelled) throws(SitingError) in
        try scenario.units.writing { () throws(SitingError) in
          try look.rows(over: terrain, cells, asked, progress: progress, isCancelled: isCancelled)
        }
      }
      (rows, computedFloors, warnings) = (seen.rows, seen.computedFloors, seen.warnings)
    } else {
      rows = await look.smoothRows(cells, workers: workers, progress: progress)
    }
    let existing = scenario.existingStations
    let flights = look.tracks.enumerated().map { number, track in
      let looks = zip(rows, look.stations).map { $0.looks(at: track, number, by: $1, alert: scenario.alertChain) }
      let parts = looks.map(\.sightings)
      let standing = Array(parts[..<existing.count])
      var sights = FlightSights(
        track: track, today: track.sightings(joining: standing), existing: standing,
        options: Array(parts[existing.count...]))
      if scenario.detection != nil {
        sights.existingLooks = Array(looks[..<existing.count])
        sights.optionLooks = Array(looks[existing.count...])
      }
      return sights
    }
    return SitingSurvey(
      scenario: scenario, existing: existing, options: siteOptions, plans: plans, planOptions: planOptions,
      flights: flights, area: area, cells: cells,
      seen: rows.map(\.cells), computedFloors: computedFloors, warnings: warnings)
  }
}

extension SitingSurvey {
  /// Looks at everything that a question needs, from every site.
  /// - Parameters:
  ///   - base: A purchase that counts as made: its radars exist, and its sites are taken.
  /// - Throws: ``SitingError`` when the question cannot be answered.
  public static func make(
    of scenario: Scenario, onTopOf base: Scenario.Purchase? = nil, for question: SitingQuestion, workers: Int? = nil,
    terrain: TerrainCoverage.Options = TerrainCoverage.Options(),
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws(SitingError) -> SitingSurvey {
    let today = Set(scenario.existingStations.map(\.id))
    let scenario = base.map(scenario.taking) ?? scenario
    try question.check(scenario)
    var survey = try await make(
      of: scenario, area: question.objective.area, plans: question.plans, workers: workers, terrain: terrain,
      progress: progress)
    survey.base = base
    survey.bought = Set(survey.existing.map(\.id)).subtracting(today)
    return survey
  }

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

  /// The same with some measures taken; nothing is computed again.
  public func taking(_ measures: [Scenario.Measure]) -> SitingSurvey {
    var survey = self
    survey.scenario.assets = scenario.assets(taking: measures)
    return survey
  }

  /// The outcome of some radars in flights a day.
  public struct Outcome: Sendable, Hashable {
    /// Flights a day that are detected before they land.
    public var detectedPerDay: Double
    /// Flights a day that are tracked before they land.
    public var trackedPerDay: Double
    /// Flights a day that are met at the strip, with every aircraft serving one flight at a time.
    public var metPerDay: Double
  }

  /// The outcome of some options in addition to the existing radars.
  /// - Parameters:
  ///   - chosen: Positions in ``options``.
  ///   - failed: Positions in ``existing`` of radars that are missing.
  public func outcome(of chosen: [Int], without failed: Set<Int> = []) -> Outcome {
    let standing = existing.indices.filter { !failed.contains($0) }
    let seen = flights.map { sights in
      (
        track: sights.track,
        timeline: timeline(sights, options: chosen, existing: standing)
      )
    }
    let roster = Roster(
      seen, assets: scenario.assets, daylight: scenario.daylight, onScene: scenario.onSceneTime,
      by: scenario.assignment)
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
  /// - Parameters:
  ///   - chosen: Positions in ``options``.
  ///   - standing: Positions in ``existing``; nil for all.
  func timeline(_ sights: FlightSights, options chosen: [Int], existing standing: [Int]? = nil) -> Timeline {
    if scenario.detection != nil {
      let there = standing.map { $0.map { sights.existingLooks[$0] } } ?? sights.existingLooks
      return sights.track.timeline(of: chosen.map { sights.optionLooks[$0] } + there, alert: scenario.alertChain)
    }
    let options = chosen.map { sights.options[$0] }
    let parts = standing.map { options + $0.map { sights.existing[$0] } } ?? [sights.today] + options
    return sights.track.timeline(of: sights.track.sightings(joining: parts), alert: scenario.alertChain)
  }

  /// Whether some asset is at the strip in time, were all free.
  func isMet(_ sights: FlightSights, _ timeline: Timeline) -> Bool {
    guard let order = timeline.ordered else { return false }
    return scenario.assets.contains {
      sights.track.isMet(by: $0, orderedAt: order, daylight: scenario.daylight, onScene: scenario.onSceneTime)
    }
  }
}
