internal import Interception

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

  /// The demands to cover, and the options that cover them.
  /// - Throws: ``SitingError`` with code ``SitingFault/noDemand``.
  public func demands(in survey: SitingSurvey) throws(SitingError) -> [SitingDemand] {
    guard !survey.flights.isEmpty else { throw .noFlights(id) }
    return survey.flights.map { sights in
      func isMet(_ options: [Int]) -> Bool { survey.isMet(sights, survey.timeline(sights, options: options)) }
      let options = sights.options.indices.filter { isMet([$0]) }
      return SitingDemand(
        id: sights.track.flight.id, weight: sights.track.flight.perDay, today: isMet([]) ? 1 : 0,
        options: options.map { Int32($0) })
    }
  }
}
