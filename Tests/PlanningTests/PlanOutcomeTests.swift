import Coverage
import Geodesy
import Interception
import Planning
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

/// A flight that lands at 10:00 and stays 10 minutes, with a warning, the verdicts of some assets and how long before landing
/// it is detected, a minute before the track unless told.
private func windows(
  perDay: Double, warning: Duration?, ordered: Duration? = nil, verdicts: [Window.Verdict], best: Int?,
  detected: Duration? = nil
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
      firstDetection: detected.map { landing - $0 } ?? warning.map { landing - $0 - .minutes(1) },
      firstDetectionPosition: nil, confirmed: warning.map { landing - $0 }, ordered: ordered),
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
    #expect(outcome.detectedPerDay == 2.5 && outcome.trackedPerDay == 2.5)
    #expect(outcome.orderedPerDay == 2.5)
    #expect(outcome.metPerDay == 2)
    #expect(outcome.metInFlightPerDay == 0.5)
    #expect(outcome.shareDetected == 0.625 && outcome.shareMet == 0.5)
    #expect(outcome.warning == .minutes(10) ... .minutes(30))
    // Of 4 flights a day half a one has never a track, one has it 5 minutes after landing, half a one 10 minutes before:
    // these are half of all.
    #expect(outcome.medianWarning == .minutes(10))
    #expect(outcome.perDayByVerdict == [.onGround: 2, .inFlight: 0.5, .tooLate: 1, .neverSeen: 0.5])
    #expect(outcome.perDayByVerdict.values.reduce(0, +) == outcome.flightsPerDay)
  }

  @Test func `what is detected and never tracked has no warning, and never is the worst of the median`() {
    let seen = windows(perDay: 1, warning: nil, verdicts: [.neverTracked], best: nil, detected: .minutes(40))
    let early = windows(perDay: 1, warning: .minutes(50), ordered: .hours(9.3), verdicts: [.onGround], best: 0)
    let late = windows(perDay: 1, warning: .minutes(5), ordered: .hours(9.9), verdicts: [.tooLate], best: 0)
    let outcome = PlanOutcome(of: [seen, early, late])
    #expect(outcome.detectedPerDay == 3 && outcome.trackedPerDay == 2)
    #expect(outcome.warning == .minutes(5) ... .minutes(50) && outcome.medianWarning == .minutes(5))
    // What most flights never have the middle one has not either, whatever the survivors have.
    #expect(PlanOutcome(of: [seen, seen, early]).medianWarning == nil)
    #expect(PlanOutcome(of: [seen, early]).medianWarning == nil)
    #expect(seen.verdict == .neverTracked)
  }

  @Test func `busy and untracked are classes of their own and in no total`() {
    let outcome = PlanOutcome(of: [
      windows(perDay: 1, warning: .minutes(50), ordered: .hours(9.3), verdicts: [.busy, .tooLate], best: 0),
      windows(perDay: 2, warning: .minutes(50), ordered: .hours(9.3), verdicts: [.untracked], best: 0),
    ])
    #expect(outcome.metPerDay == 0 && outcome.metInFlightPerDay == 0)
    #expect(outcome.perDayByVerdict == [.busy: 1, .untracked: 2])
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
