internal import Scenario
internal import Units

/// Where the slider of the map stops: at round numbers of the reader's unit, and at every altitude band.
enum AltitudeStops {
  /// From the ground up to 3000 m or 10 000 ft, or to the highest band.
  static func of(_ scenario: Scenario) -> [Length] {
    let unit = scenario.units.height
    var (step, top) = scenario.units == .metric ? (10.0, 3000.0) : (50.0, 10_000.0)
    let bands = scenario.altitudeBands.filter { $0 > .zero }
    if let highest = bands.max() { top = max(top, (highest / unit / step).rounded(.up) * step) }
    while top / step > 1000 { step *= 10 }
    let round = (0...Int(top / step)).map { unit * (Double($0) * step) }
    // A band takes the place of a round number that it would be shown as.
    let free = round.filter { stop in bands.allSatisfy { ($0 - stop).magnitude > unit / 2 } }
    return Set(free + bands).sorted()
  }

  /// The stop at which the page opens: the middle band, which stands for the others in the summary as well.
  static func start(_ scenario: Scenario) -> Int {
    let stops = of(scenario)
    let band = scenario.altitudeBands.dropFirst(scenario.altitudeBands.count / 2).first ?? .metres(300)
    return stops.indices.min { (stops[$0] - band).magnitude < (stops[$1] - band).magnitude } ?? 0
  }
}
