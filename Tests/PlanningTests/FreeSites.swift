import Coverage
import Interception
import Placement
import Planning
import Radar
import Response
import Scenario
import ScenarioSupport
import Synchronization
import TestSupport
import Testing
import Units

extension FreeSites {
  /// Minutes that a value may be off: an edge of a sighting is known to a millisecond, and there are fewer than 100 of them.
  static let tolerance = 100 * 0.001 / 60

  /// Every list of at most one type a site, as positions in the survey's options: 4⁴ = 256 of them.
  static func everyList(_ survey: SitingSurvey) -> [[Int]] {
    var lists: [[Int]] = [[]]
    for site in ["east", "border", "south", "ridge"] {
      let here = survey.options.indices.filter { survey.options[$0].site.id == site }
      lists = lists.flatMap { list in [list] + here.map { list + [$0] } }
    }
    return lists
  }

  static func cost(_ list: [Int], _ survey: SitingSurvey) -> Double {
    list.reduce(0) { $0 + survey.options[$1].price!.base.amount }
  }

  /// The network with a list: what a plan would see with.
  static func network(_ list: [Int], _ survey: SitingSurvey) -> SmoothEarthCoverage {
    let items = list.map { Scenario.Purchase.Item(site: survey.options[$0].site, type: survey.options[$0].type) }
    return survey.scenario.network(adding: Scenario.Purchase(id: "x", name: "x", budget: nil, items: items))
  }

  /// Minutes a day that a network sees, each flight anew.
  static func minutes(_ scenario: Scenario, _ network: SmoothEarthCoverage) -> Double {
    scenario.flights.reduce(0) { sum, flight in
      let sightings = FlightTrack(flight, groundElevation: scenario.groundElevation).sightings(by: network)
      return sum + sightings.reduce(0) { $0 + $1.span.length.inMinutes } * flight.perDay
    }
  }

  private static let known = Mutex<[String: Double]>([:])

  /// Minutes a day that the network with a list sees. Each list is looked at once, whatever survey of this scenario it is of.
  static func minutes(of list: [Int], _ survey: SitingSurvey) -> Double {
    let key = list.map { survey.options[$0].id }.sorted().joined(separator: " ")
    if let minutes = known.withLock({ $0[key] }) { return minutes }
    let minutes = minutes(survey.scenario, network(list, survey))
    known.withLock { $0[key] = minutes }
    return minutes
  }

  static func outcome(_ scenario: Scenario, _ network: SmoothEarthCoverage) -> PlanOutcome {
    PlanOutcome(
      of: scenario.flights.map {
        FlightWindows(
          flight: $0, coverage: network, assets: scenario.assets, alert: scenario.alertChain,
          daylight: scenario.daylight,
          onScene: scenario.onSceneTime)
      })
  }
}
