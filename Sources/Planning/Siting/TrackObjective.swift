internal import Interception
public import Placement
internal import Scenario
public import Units

/// Minutes a day in which aircraft in flight are seen, or the worst flight's share of them. Glimpses do not count.
///
/// A flight is cut where any radar starts or ceases to see it, so that the value is exactly what the list sees.
public struct TrackObjective: PlacementObjective {
  /// What of the track counts.
  public enum Measure: Sendable, Hashable {
    /// Minutes seen by one radar.
    case one
    /// Minutes seen by two radars.
    case two
    /// The share of the flight that is seen least.
    case worstFlight
  }

  /// What of the track counts.
  public let measure: Measure

  /// Minutes of track.
  public init(_ measure: Measure) { self.measure = measure }

  /// Its name on the command line.
  public var id: String {
    switch measure {
    case .one: "track"
    case .two: "second"
    case .worstFlight: "worst-route"
    }
  }
  /// What is counted, for people.
  public var title: String {
    switch measure {
    case .one: "minutes a day of flights seen"
    case .two: "minutes a day of flights seen by two radars"
    case .worstFlight: "share seen of the least-observed flight"
    }
  }
  /// The same where looks count.
  public var titleOfLooks: String {
    switch measure {
    case .one: "minutes a day of flights covered"
    case .two: "minutes a day of flights covered by two radars"
    case .worstFlight: "share covered of the least-observed flight"
    }
  }
  /// The unit of its value.
  public var unit: String { measure == .worstFlight ? "share" : "min/day" }
  /// The goal of the optimiser: the most weight covered, unless an objective says otherwise.
  public var goal: PlacementGoal { measure == .worstFlight ? .fairestCover : .maximumCover }

  /// The demands to cover, and the options that cover them.
  /// - Throws: ``SitingError`` with code ``SitingFault/noDemand``.
  public func demands(in survey: SitingSurvey) throws(SitingError) -> [SitingDemand] {
    guard !survey.flights.isEmpty else { throw .noFlights(id) }
    var demands = SitingDemands(need: measure == .two ? 2 : 1)
    for sights in survey.flights { add(sights, to: &demands) }
    return demands.demands
  }

  /// The pieces of a flight between all times at which some radar begins or ceases to see it.
  private func add(_ sights: SitingSurvey.FlightSights, to demands: inout SitingDemands) {
    let flight = sights.track.flight
    let timeline = sights.track.timeline(
      of: [Timeline.Sighting](), alert: AlertChain(confirmation: .zero, decision: .zero))
    var changes: [(time: Double, radar: Int, isBegin: Bool)] = []
    let radars = sights.existing + sights.options
    for (radar, sightings) in radars.enumerated() {
      for sighting in sightings {
        changes.append((sighting.span.begin.inSeconds, radar, true))
        changes.append((sighting.span.end.inSeconds, radar, false))
      }
    }
    // At one time ends come before begins; so no radar is counted twice.
    changes.sort { ($0.time, $0.isBegin ? 1 : 0, $0.radar) < ($1.time, $1.isBegin ? 1 : 0, $1.radar) }
    var seeing = Set<Int>()
    var next = 0
    for span in [(timeline.departure, timeline.landing), (timeline.takeoff, timeline.exit)] {
      var time = span.0.inSeconds
      let end = span.1.inSeconds
      while time < end {
        while next < changes.count, changes[next].time <= time {
          if changes[next].isBegin { seeing.insert(changes[next].radar) } else { seeing.remove(changes[next].radar) }
          next += 1
        }
        let until = next < changes.count ? min(changes[next].time, end) : end
        let existing = sights.existing.count
        let options = seeing.filter { $0 >= existing }.map { Int32($0 - existing) }.sorted()
        let number = demands.demands.count + 1
        demands.add(
          (until - time) / 60 * flight.perDay, group: measure == .worstFlight ? flight.id : nil,
          today: seeing.count - options.count, options: options,
          name: "\(flight.id) piece \(number)")
        time = until
      }
    }
  }
}
