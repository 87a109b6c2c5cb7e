public import Geodesy
internal import Response
public import Units

extension FlightTrack {
  /// Every span in which an aircraft from a base could meet this flight in the air.
  ///
  /// At time t the flight can be met if the geodesic from the base to its position is no longer than the distance flown at
  /// cruise since `start`; the interceptor may also leave later, so fuel must last for the way there and back only. The
  /// target may be the faster one; on a route that bends there may be several spans. None leads beyond the border
  /// (``bounded(by:)``).
  /// - Parameters:
  ///   - base: Where the interceptor starts.
  ///   - start: When it is in cruise over the base.
  ///   - cruise: Its ground speed.
  ///   - reach: Longest distance out that leaves fuel for the return; nil for no limit.
  ///   - ceiling: Highest it flies above mean sea level; nil for no limit.
  /// - Returns: Spans with whether they lie on the inbound route, in order of time; spans of one phase that meet are one.
  /// - Accuracy: ends within 1 ms; spans and gaps below 0.25 s may be missed
  ///   (`intercepts agree with stepping through the flight`).
  public func meetings(
    from base: Position, start: Duration, cruise: Speed, reach: Length?, ceiling: Length?
  ) -> [(span: TimeSpan, isInbound: Bool)] {
    meetings(of: Pursuer(base: base, start: start, cruise: cruise, reach: reach, ceiling: ceiling))
  }

  /// The same of an asset in the weather it flies in.
  func meetings(of pursuer: Pursuer) -> [(span: TimeSpan, isInbound: Bool)] {
    var spans: [(begin: Double, end: Double, isInbound: Bool)] = []
    for leg in legs where leg.end >= pursuer.start {
      let found = below(pursuer.ceiling, leg).flatMap { within($0, leg) }.flatMap { open($0) }.flatMap {
        reached(by: pursuer, on: leg, from: $0.0, to: $0.1)
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

  /// Every span in which an asset could be where the aircraft is and yet does not meet it, with what limits it there.
  func limitedMeetings(of pursuer: Pursuer) -> [(span: TimeSpan, isInbound: Bool, limits: Set<PursuitLimit>)] {
    var result: [(span: TimeSpan, isInbound: Bool, limits: Set<PursuitLimit>)] = []
    for leg in legs where leg.end >= pursuer.start && leg.end > leg.begin {
      for part in limitedParts(of: leg, ceiling: pursuer.ceiling) {
        for span in reached(by: pursuer, on: leg, from: part.begin, to: part.end) where span.end > span.begin {
          let time = TimeSpan(begin: .seconds(clamping: span.begin), end: .seconds(clamping: span.end))
          if let last = result.last, last.isInbound == leg.isInbound, last.limits == part.limits,
            time.begin <= last.span.end + .milliseconds(2)
          {
            result[result.count - 1].span.end = time.end
          } else {
            result.append((time, leg.isInbound, part.limits))
          }
        }
      }
    }
    return result
  }

  private func reached(
    by pursuer: Pursuer, on leg: TimedLeg, from low: Double, to high: Double
  ) -> [(begin: Double, end: Double)] {
    SignChanges(cap: pursuer.step, tolerance: 1e-3).spans(
      from: max(low, pursuer.start), to: high, rate: pursuer.rate(against: speed)
    ) { time in pursuer.margin(at: leg.state(at: time).position, time) }
  }

  /// The parts of a leg in which something limits a pursuit.
  private func limitedParts(
    of leg: TimedLeg, ceiling: Length?
  ) -> [(begin: Double, end: Double, limits: Set<PursuitLimit>)] {
    let low = below(ceiling, leg)
    let inside = within((leg.begin, leg.end), leg)
    let closed = overClosedAreas.map { ($0.begin.inSeconds, $0.end.inSeconds) }
    let cuts = ([leg.begin, leg.end] + (low + inside + closed).flatMap { [$0.0, $0.1] })
      .filter { $0 >= leg.begin && $0 <= leg.end }.sorted()
    return zip(cuts, cuts.dropFirst()).compactMap { a, b in
      guard b > a else { return nil }
      let middle = (a + b) / 2
      func isIn(_ spans: [(Double, Double)]) -> Bool { spans.contains { $0.0 <= middle && middle <= $0.1 } }
      var limits: Set<PursuitLimit> = []
      if !isIn(low) { limits.insert(.aboveCeiling) }
      if !isIn(inside) { limits.insert(.beyondBorder) }
      if isIn(closed) { limits.insert(.closedArea) }
      return limits.isEmpty ? nil : (a, b, limits)
    }
  }

  /// The parts of a span that lie over no closed area.
  private func open(_ span: (Double, Double)) -> [(Double, Double)] {
    var parts: [(Double, Double)] = []
    var time = span.0
    for closed in overClosedAreas where closed.end.inSeconds > time && closed.begin.inSeconds < span.1 {
      if closed.begin.inSeconds > time { parts.append((time, closed.begin.inSeconds)) }
      time = max(time, closed.end.inSeconds)
    }
    // A span that begins where it ends is one still: an aircraft on a leg of no length.
    if time < span.1 || (parts.isEmpty && time == span.0) { parts.append((time, span.1)) }
    return parts
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
