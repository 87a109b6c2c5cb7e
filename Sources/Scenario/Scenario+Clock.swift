public import Geodesy
public import Response
internal import Units

extension Scenario {
  /// The name of the scenario's clock: `UTC−05:00`; nil where no date is stated.
  package var clockName: String? {
    utcOffset.map { "UTC\($0 < .zero ? "−" : "+")\(($0 < .zero ? .zero - $0 : $0).clockText)" }
  }

  /// The Sun's day at a place on the stated date; nil where none is stated.
  public func sunTimes(at place: Position) -> SunTimes? { date.map { SunTimes(at: place, on: $0) } }

  /// An instant by the scenario's clock, as the time since midnight; in UTC where no date is stated.
  package func clock(_ time: UniversalTime) -> Duration { (time + (utcOffset ?? .zero)).timeOfDay }
}
