public import Geodesy
public import Response

/// What one asset can do about one flight.
public struct Window: Sendable, Hashable {
  /// The outcome, best first.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// At the strip before the aircraft lands.
    case beforeLanding
    /// At the strip while the aircraft stands there.
    case onGround
    /// Not at the strip in time, but it can meet the aircraft in flight while it is tracked.
    case inFlight
    /// It could meet the aircraft, but all aircraft of the asset serve other flights when the order is given.
    case busy
    /// It could meet the aircraft in flight, but only where the network no longer tracks it: no better than too late.
    case untracked
    /// It reaches the strip only after the aircraft has left.
    case tooLate
    /// The strip is out of reach and no meeting in flight exists.
    case outOfReach
    /// The asset does not fly at that hour.
    case notFlown
    /// No order is ever given: the flight is detected, but never long enough for a track.
    case neverTracked
    /// No order is ever given: the flight is never detected: no radar has it in view for longer than a glimpse.
    case neverSeen
  }

  /// A span in which the asset could be where the aircraft is.
  public struct Intercept: Sendable, Hashable {
    /// The span.
    public var span: TimeSpan
    /// Where the aircraft is when the span begins.
    public var first: Position
    /// Where the aircraft is when the span ends.
    public var last: Position
    /// Whether the span lies on the inbound route (otherwise on the outbound route).
    public var isInbound: Bool
    /// Whether the network holds a track throughout the span (``Timeline/tracks``).
    public var isTracked: Bool

    /// A span of possible meetings.
    package init(span: TimeSpan, first: Position, last: Position, isInbound: Bool, isTracked: Bool) {
      self.span = span
      self.first = first
      self.last = last
      self.isInbound = isInbound
      self.isTracked = isTracked
    }
  }

  /// A span in which the asset could be where the aircraft is, but where it does not meet it.
  public struct LimitedMeeting: Sendable, Hashable {
    /// The span.
    public var span: TimeSpan
    /// Where the aircraft is when the span begins.
    public var first: Position
    /// Where the aircraft is when the span ends.
    public var last: Position
    /// Whether the span lies on the inbound route (otherwise on the outbound route).
    public var isInbound: Bool
    /// Why it is no meeting; one or more.
    public var limits: Set<PursuitLimit>
  }

  /// The flight that keeps all aircraft of an asset busy.
  public struct Duty: Sendable, Hashable {
    /// Id of the flight served by the aircraft that is free first.
    public var flightID: String
    /// When it is back at its base.
    public var until: Duration

    /// A duty.
    package init(flightID: String, until: Duration) {
      self.flightID = flightID
      self.until = until
    }
  }

  /// The asset.
  public var asset: Asset
  /// Day or night at the order; nil when no order is given.
  public var period: Period?
  /// Its response time to the strip; nil when no order is given.
  public var response: ResponseTime?
  /// Take-off of the asset; nil when it never takes off.
  public var airborne: Duration?
  /// Earliest arrival at the strip; nil when it never arrives.
  public var arrival: Duration?
  /// Take-off of the aircraft less ``arrival``: positive when met; nil when it never arrives.
  public var slack: Duration?
  /// Every span of possible meetings in flight while the aircraft is tracked, in order of time.
  public var intercepts: [Intercept]
  /// Every span of possible meetings without a track, in order of time; they do not count.
  public var untracked: [Intercept] = []
  /// Every span in which it could be where the aircraft is beyond the border, over a closed area or above its ceiling, in
  /// order of time; they do not count.
  public var limited: [LimitedMeeting] = []
  /// Whether it is slower than the aircraft: it can be in its way, but not follow it.
  public var isSlower = false
  /// When the aircraft of the asset that meets the flight is back at its base; nil when it does not meet it.
  public var missionEnd: Duration?
  /// What keeps the asset from a flight it could meet; nil unless the verdict is ``Verdict/busy``.
  public var duty: Duty?
  /// The outcome.
  public var verdict: Verdict

  /// What one asset can do about one flight.
  package init(
    asset: Asset, period: Period?, response: ResponseTime?, airborne: Duration?, arrival: Duration?, slack: Duration?,
    intercepts: [Intercept], verdict: Verdict
  ) {
    self.asset = asset
    self.period = period
    self.response = response
    self.airborne = airborne
    self.arrival = arrival
    self.slack = slack
    self.intercepts = intercepts
    self.verdict = verdict
  }
}
