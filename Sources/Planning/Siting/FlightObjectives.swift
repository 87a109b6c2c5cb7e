internal import Interception
internal import Response
internal import Scenario

/// Flights a day that an asset meets at the strip.
///
/// An option covers a flight when, added by itself to today's radars, the order goes out early enough. Two new radars may
/// do together what neither does on its own, so a list can be worth more than its value here. Each flight counts as if every asset
/// were free for it, so that a list can also be worth less where flights compete (``Interception/Roster``), or where readiness
/// is better at the later hour. The plan of the whole list shows that (``SitingSurvey/outcome(of:without:)``).
public struct InterceptionObjective: PlacementObjective {
  /// Its name on the command line.
  public let id = "interceptions"
  /// What is counted, for people.
  public let title = "flights a day met at the strip, each as if every asset were free for it"
  /// The unit of its value.
  public let unit = "flights/day"
  /// Assets meet the flights.
  public let countsAssets = true

  /// Flights that are met.
  public init() {}

  /// What is to be covered, and by what.
  /// - Throws: ``SitingError`` with code ``SitingFault/noDemand``.
  public func demands(in survey: SitingSurvey) throws(SitingError) -> [SitingDemand] {
    guard !survey.flights.isEmpty else { throw .noFlights(id) }
    return survey.flights.map { sights in
      func isMet(_ parts: [[Timeline.Sighting]]) -> Bool { survey.isMet(sights, survey.timeline(sights, parts)) }
      let options = sights.options.indices.filter { isMet([sights.today, sights.options[$0]]) }
      return SitingDemand(
        id: sights.track.flight.id, weight: sights.track.flight.perDay, today: isMet([sights.today]) ? 1 : 0,
        options: options.map { Int32($0) })
    }
  }
}

/// Cases, a strip by day or by night each, whose most demanding flight is seen as far out as the fastest asset needs.
///
/// An option covers a strip when it does so on its own, in addition to today's radars.
public struct DetectionObjective: PlacementObjective {
  /// Its name on the command line.
  public let id = "detection"
  /// What is counted, for people.
  public let title = "cases (a strip by day or by night) whose flights are seen as far out as needed"
  /// The unit of its value.
  public let unit = "cases"
  /// How far out is needed depends on the fastest asset.
  public let countsAssets = true

  /// Strips whose required detection distance is met.
  public init() {}

  /// What is to be covered, and by what.
  /// - Throws: ``SitingError`` with code ``SitingFault/noDemand``.
  public func demands(in survey: SitingSurvey) throws(SitingError) -> [SitingDemand] {
    let scenario = survey.scenario
    let rows = RequiredDetection.rows(
      strips: scenario.strips, flights: scenario.flights, assets: scenario.assets, alert: scenario.alertChain,
      onScene: scenario.onSceneTime, groundElevation: scenario.groundElevation)
    guard !rows.isEmpty else { throw .noFlights(id) }
    return rows.compactMap { row in
      guard let sights = survey.flights.first(where: { $0.track.flight.id == row.flight.id }) else { return nil }
      func isSeen(_ parts: [[Timeline.Sighting]]) -> Bool {
        row.judged(by: survey.timeline(sights, parts), alert: scenario.alertChain).isMet ?? false
      }
      let options = sights.options.indices.filter { isSeen([sights.today, sights.options[$0]]) }
      return SitingDemand(
        id: "\(row.strip.id) by \(row.period.rawValue)", weight: 1, today: isSeen([sights.today]) ? 1 : 0,
        options: options.map { Int32($0) })
    }
  }
}

extension SitingError {
  /// The scenario expects no flight.
  static func noFlights(_ objective: String) -> SitingError {
    SitingError(
      .noDemand,
      "the objective \(objective) counts flights, and the scenario has none: add the layers flights, routes and strips, or "
        + "choose the objective area")
  }
}
