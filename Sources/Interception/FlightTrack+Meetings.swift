public import Geodesy
internal import Response
public import Units

extension FlightTrack {
  /// Every span in which an aircraft that starts from a base could be where this flight is, in the air.
  ///
  /// At a time t the flight can be met if the geodesic from the base to its place is no longer than the way flown at
  /// cruise since `start`; the interceptor may also leave later, so fuel must last for the way there and back only. The
  /// target may be the faster one; on a route that bends there may be several spans. None leads beyond the border
  /// (``bounded(by:)``).
  /// - Parameters:
  ///   - base: Where the interceptor starts.
  ///   - start: When it is in cruise over the base.
  ///   - cruise: Its ground speed.
  ///   - reach: Longest way out that leaves fuel for the way back; nil for no limit.
  ///   - ceiling: Highest it flies above mean sea level; nil for no limit.
  /// - Returns: Spans with whether they lie on the inbound route, in order of time; spans of one phase that meet are one.
  /// - Accuracy: ends within 1 ms; spans and gaps below 0.25 s may be passed over
  ///   (`intercepts agree with stepping through the flight`).
  public func meetings(
    from base: Position, start: Duration, cruise: Speed, reach: Length?, ceiling: Length?
  ) -> [(span: TimeSpan, isInbound: Bool)] {
    let start = start.inSeconds
    let cruise = cruise.metresPerSecond
    let reach = reach?.metres ?? .infinity
    let search = SignChanges(tolerance: 1e-3)
    var spans: [(begin: Double, end: Double, isInbound: Bool)] = []
    for leg in legs where leg.end >= start {
      let found = below(ceiling, leg).flatMap { within($0, leg) }.flatMap { low, high in
        search.spans(from: max(low, start), to: high, rate: cruise + speed) { time in
          let distance = Ellipsoid.wgs84.distance(from: base, to: leg.state(at: time).position).metres
          return min(cruise * (time - start), reach) - distance
        }
      }
      for span in found where span.end > span.begin {
        if let last = spans.last, last.isInbound == leg.isInbound, span.begin <= last.end + 2e-3 {
          spans[spans.count - 1].end = span.end
        } else {
          spans.append((span.begin, span.end, leg.isInbound))
        }
      }
    }
    return spans.map { (TimeSpan(begin: .seconds(clamping: $0.begin), end: .seconds(clamping: $0.end)), $0.isInbound) }
  }

  /// The parts of a span of a leg that lie within the border.
  private func within(_ span: (Double, Double), _ leg: TimedLeg) -> [(Double, Double)] {
    guard let withinBorder else { return [span] }
    return withinBorder.compactMap { part in
      // On a strip where nobody stays the ways in and out meet in one instant.
      let (begin, end) = (part.begin.inSeconds, part.end.inSeconds)
      guard leg.isInbound == (end <= landing + 1e-6) else { return nil }
      let both = (max(begin, span.0), min(end, span.1))
      return both.0 < both.1 ? both : nil
    }
  }

  /// The parts of a leg that are flown at or below an altitude above mean sea level.
  private func below(_ ceiling: Length?, _ leg: TimedLeg) -> [(Double, Double)] {
    guard let ceiling else { return [(leg.begin, leg.end)] }
    if let ground = leg.leg.ground { return ground.spans(below: ceiling.metres, of: leg) }
    let limit = (ceiling - groundElevation).metres
    let (a, b) = (leg.leg.startHeight, leg.leg.endHeight)
    if max(a, b) <= limit { return [(leg.begin, leg.end)] }
    if min(a, b) > limit || leg.end <= leg.begin { return [] }
    let crossing = leg.begin + (limit - a) / (b - a) * (leg.end - leg.begin)
    return [a <= limit ? (leg.begin, crossing) : (crossing, leg.end)]
  }
}
