internal import Interception
internal import Response
internal import Scenario

/// Cases, a strip by day or by night each, whose most demanding flight is seen as far out as the fastest asset needs.
///
/// An option covers a strip when it does so on its own, in addition to today's radars.
public struct DetectionObjective: PlacementObjective {
  /// Its name on the command line.
  public let id = "detection"
  /// What is counted, for people.
  public let title = "cases (a strip by day or by night) whose flights are seen as far out as needed"
  /// The same where looks count.
  public let titleOfLooks = "cases (a strip by day or by night) whose flights are detected as far out as needed"
  /// The unit of its value.
  public let unit = "cases"
  /// How far out is needed depends on the fastest asset.
  public let countsAssets = true

  /// Strips whose required detection distance is met.
  public init() {}

  /// The demands to cover, and the options that cover them.
  /// - Throws: ``SitingError`` with code ``SitingFault/noDemand``.
  public func demands(in survey: SitingSurvey) throws(SitingError) -> [SitingDemand] {
    let scenario = survey.scenario
    let rows = RequiredDetection.rows(
      strips: scenario.strips, flights: scenario.flights, assets: scenario.assets, alert: scenario.alertChain,
      onScene: scenario.onSceneTime, groundElevation: scenario.groundElevation)
    guard !rows.isEmpty else { throw .noFlights(id) }
    return rows.compactMap { row in
      guard let sights = survey.flights.first(where: { $0.track.flight.id == row.flight.id }) else { return nil }
      func isSeen(_ options: [Int]) -> Bool {
        row.judged(by: survey.timeline(sights, options: options), alert: scenario.alertChain).isMet ?? false
      }
      let options = sights.options.indices.filter { isSeen([$0]) }
      return SitingDemand(
        id: "\(row.strip.id) by \(row.period.rawValue)", weight: 1, today: isSeen([]) ? 1 : 0,
        options: options.map { Int32($0) })
    }
  }
}
