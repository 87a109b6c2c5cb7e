public import Coverage
import Foundation
public import Interception

/// What the radars of today and each radar that could be bought see of the expected flights, each alone.
///
/// What any list of them sees together follows without looking at a flight again, so that objectives, prices and budgets
/// may change at no cost.
public struct SitingSurvey: Sendable {
  /// One flight.
  public struct FlightSights: Sendable {
    /// The flight in time.
    public var track: FlightTrack
    /// What today's radars see of it together.
    public var today: [Timeline.Sighting]
    /// What each of today's radars sees of it, in their order.
    public var existing: [[Timeline.Sighting]]
    /// What each option sees of it, in their order.
    public var options: [[Timeline.Sighting]]
  }

  /// The scenario.
  public let scenario: Scenario
  /// The radars of today.
  public let existing: [RadarStation]
  /// What could be bought.
  public let options: [SiteOption]
  /// The flights, in the order of the scenario.
  public let flights: [FlightSights]

  /// Looks at every flight from every site.
  ///
  /// - Parameters:
  ///   - workers: How many radars are looked at at a time; nil for as many as the machine has processors.
  ///   - progress: Called with the radars that are done, from one task at a time.
  public static func make(
    of scenario: Scenario, workers: Int? = nil, progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async -> SitingSurvey {
    let existing = scenario.existingStations
    let options = scenario.siteOptions
    let stations = existing + options.map(\.station)
    let tracks = scenario.flights.map { FlightTrack($0, groundElevation: scenario.groundElevation) }
    let earth = scenario.network(adding: nil)
    let workers = max(1, min(workers ?? ProcessInfo.processInfo.activeProcessorCount, max(stations.count, 1)))
    let seen = await withTaskGroup(of: (Int, [[Timeline.Sighting]]).self) { group in
      var waiting = stations.indices.makeIterator()
      var seen = [[[Timeline.Sighting]]](repeating: [], count: stations.count)
      var done = 0
      @Sendable func look(_ index: Int) -> (Int, [[Timeline.Sighting]]) {
        let alone = SmoothEarthCoverage(
          stations: [stations[index]], groundElevation: earth.groundElevation, earth: earth.earth)
        return (index, tracks.map { $0.sightings(by: alone) })
      }
      for _ in 0..<workers {
        if let index = waiting.next() { group.addTask { look(index) } }
      }
      while let (index, sightings) = await group.next() {
        seen[index] = sightings
        done += 1
        progress?(PlanProgress(done: done, total: stations.count))
        if let index = waiting.next() { group.addTask { look(index) } }
      }
      return seen
    }
    let flights = tracks.enumerated().map { number, track in
      let parts = seen.map { $0[number] }
      let existing = Array(parts[..<existing.count])
      return FlightSights(
        track: track, today: track.sightings(joining: existing), existing: existing,
        options: Array(parts[existing.count...]))
    }
    return SitingSurvey(scenario: scenario, existing: existing, options: options, flights: flights)
  }
}

extension SitingSurvey {
  /// What some radars come to in flights a day.
  public struct Outcome: Sendable, Hashable {
    /// Flights a day that are seen before they land.
    public var seenPerDay: Double
    /// Flights a day that are met at the strip.
    public var metPerDay: Double
  }

  /// What some of the options come to beside today's radars.
  /// - Parameters:
  ///   - chosen: Positions in ``options``.
  ///   - failed: Positions in ``existing`` of radars that are not there.
  public func outcome(of chosen: [Int], without failed: Set<Int> = []) -> Outcome {
    var outcome = Outcome(seenPerDay: 0, metPerDay: 0)
    for sights in flights {
      let standing = existing.indices.filter { !failed.contains($0) }.map { sights.existing[$0] }
      let timeline = timeline(sights, chosen.map { sights.options[$0] } + standing)
      if let warning = timeline.warning, warning > .zero { outcome.seenPerDay += sights.track.flight.perDay }
      if isMet(sights, timeline) { outcome.metPerDay += sights.track.flight.perDay }
    }
    return outcome
  }

  /// What radars see of a flight together, and when the order goes out.
  func timeline(_ sights: FlightSights, _ parts: [[Timeline.Sighting]]) -> Timeline {
    sights.track.timeline(of: sights.track.sightings(joining: parts), alert: scenario.alertChain)
  }

  /// Whether some asset is at the strip in time.
  func isMet(_ sights: FlightSights, _ timeline: Timeline) -> Bool {
    guard let order = timeline.ordered else { return false }
    return scenario.assets.contains {
      sights.track.isMet(by: $0, orderedAt: order, daylight: scenario.daylight, onScene: scenario.onSceneTime)
    }
  }
}
