import Coverage
import Geodesy
import Interception
import Response
import Scenario
import Testing
import Units

private let here = Position(latitudeDegrees: 0, longitudeDegrees: 0)
private let aircraft = Aircraft(
  id: "x", name: "x", kind: .helicopter, cruise: .kilometresPerHour(200), departureAllowance: .zero,
  landingAllowance: .zero, endurance: nil, reserve: .zero)
private let asset = Asset(
  id: "a", base: Base(id: "b", name: "b", position: here, elevation: nil), aircraft: aircraft, count: 1,
  readinessByDay: .zero, readinessByNight: nil)

/// A flight that lands at 10:00 and stays 10 minutes, with a warning and the verdicts of some assets.
private func windows(
  perDay: Double, warning: Duration?, ordered: Duration? = nil, verdicts: [Window.Verdict], best: Int?
) -> FlightWindows {
  let landing = Duration.hours(10)
  let flight = Flight(
    id: "f", name: "f", aircraft: aircraft, target: Target(crossSection: .squareMetres(1), hasTransponder: false),
    strip: Strip(id: "s", name: "s", position: here, elevation: nil, length: nil, isApproximate: false), inbound: [],
    outbound: [], speed: .kilometresPerHour(200), departure: .hours(8), groundTime: .minutes(10), perDay: perDay)
  return FlightWindows(
    flight: flight,
    timeline: Timeline(
      departure: .hours(8), landing: landing, takeoff: landing + .minutes(10), exit: .hours(12), sightings: [],
      firstDetection: warning.map { landing - $0 }, firstDetectionPosition: nil, confirmed: nil, ordered: ordered),
    inbound: nil, ground: nil, outbound: nil,
    windows: verdicts.map {
      Window(
        asset: asset, period: nil, response: nil, airborne: nil, arrival: nil, slack: nil, intercepts: [], verdict: $0)
    }, best: best)
}

@Suite struct PlanOutcomeTests {
  @Test func `flights count as often as they come`() {
    let outcome = PlanOutcome(of: [
      windows(perDay: 2, warning: .minutes(30), ordered: .hours(9.6), verdicts: [.tooLate, .onGround], best: 1),
      windows(perDay: 0.5, warning: .minutes(10), ordered: .hours(10.1), verdicts: [.inFlight], best: 0),
      // Seen only after it has landed, and ordered after it has left.
      windows(perDay: 1, warning: .minutes(-5), ordered: .hours(10.2), verdicts: [.tooLate], best: 0),
      windows(perDay: 0.5, warning: nil, verdicts: [.neverSeen, .neverSeen], best: nil),
    ])
    #expect(outcome.flightsPerDay == 4)
    #expect(outcome.detectedPerDay == 2.5)
    #expect(outcome.orderedPerDay == 2.5)
    #expect(outcome.metPerDay == 2)
    #expect(outcome.metInFlightPerDay == 0.5)
    #expect(outcome.shareDetected == 0.625 && outcome.shareMet == 0.5)
    #expect(outcome.warning == .minutes(10) ... .minutes(30))
    // Half of the 2.5 flights a day have a warning of at most this; 2 of them have 30 minutes.
    #expect(outcome.medianWarning == .minutes(30))
    #expect(outcome.perDayByVerdict == [.onGround: 2, .inFlight: 0.5, .tooLate: 1, .neverSeen: 0.5])
    #expect(outcome.perDayByVerdict.values.reduce(0, +) == outcome.flightsPerDay)
  }

  @Test func `without flights nothing is shared and nothing is divided`() {
    let outcome = PlanOutcome(of: [])
    #expect(outcome.shareDetected == nil && outcome.shareMet == nil)
    #expect(outcome.warning == nil && outcome.medianWarning == nil)
    let never = PlanOutcome(of: [windows(perDay: 0, warning: .minutes(1), verdicts: [], best: nil)])
    #expect(never.shareMet == nil)
  }

  @Test func `a flight without any asset is told by whether it is seen`() {
    #expect(windows(perDay: 1, warning: nil, verdicts: [], best: nil).verdict == .neverSeen)
    #expect(windows(perDay: 1, warning: .zero, ordered: .hours(10), verdicts: [], best: nil).verdict == .outOfReach)
  }
}
