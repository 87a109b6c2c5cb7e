internal import Geodesy
internal import Units

/// A line of geodesics over the ground, cut into short intervals.
struct RouteLine {
  /// The ends of the intervals, from the start.
  private(set) var places: [Position]
  /// Which of ``places`` are turning points or ends.
  private(set) var corners = [0]
  /// Metres of each interval.
  private(set) var lengths: [Double] = []
  /// Sine and cosine of the course on each interval.
  private(set) var sines: [Double] = []
  private(set) var cosines: [Double] = []
  /// The lowest altitude that clears each interval, m; infinite over unknown ground.
  var floors: [Double] = []
  /// Altitudes that areas close on each interval; empty where none does.
  var closed: [[ClosedRange<Double>]] = []

  /// Metres in all.
  var length: Double { lengths.reduce(0, +) }

  /// - Parameters:
  ///   - start: Where the first leg begins.
  ///   - legs: Each begins where the one before ends.
  init(from start: Position, _ legs: [RouteLeg]) {
    places = [start]
    let count = legs.reduce(0) { $0 + $1.lengths.count }
    places.reserveCapacity(count + 1)
    lengths.reserveCapacity(count)
    sines.reserveCapacity(count)
    cosines.reserveCapacity(count)
    floors.reserveCapacity(count)
    closed.reserveCapacity(count)
    for leg in legs where !leg.lengths.isEmpty {
      places += leg.places
      lengths += leg.lengths
      sines += leg.sines
      cosines += leg.cosines
      floors += leg.floors
      closed += leg.closed
      corners.append(places.count - 1)
    }
  }

  /// - Parameters:
  ///   - corners: From start to end, two or more.
  ///   - question: Ground, clearance and areas.
  ///   - interval: The longest interval, m.
  init(through corners: [Position], _ question: RouteQuestion, interval: Double) throws(RouteError) {
    var legs = RouteLegs(question, interval: interval)
    self = try legs.line(through: corners)
  }
}
