internal import Radar
internal import Units

/// What the looks of a network come to along a flight, as distributions.
///
/// Each radar looks every revisit at a phase that nobody knows; a look detects the aircraft with its own probability. Two
/// words have one meaning everywhere, with one probability c (``DetectionSettings/confidence``):
/// - **Detected** at the time by which some look has detected it with probability c.
/// - **Tracked** at the time by which one radar has confirmed a track by its own looks (M of N) with probability c, and held
///   in the spans in which some radar holds one with probability c.
///
/// A flight is detected, or tracked, *before landing* when that time comes before it lands; so the count of such flights is
/// that of those with a probability of at least c.
public struct LookTimes: Sendable, Hashable {
  /// Times by which something has happened with probabilities of 10, 50 and 90 %; nil where it is not that likely.
  public struct Quantiles: Sendable, Hashable {
    /// With a probability of 10 %.
    public var tenth: Duration?
    /// The median.
    public var median: Duration?
    /// With a probability of 90 %.
    public var ninetieth: Duration?
  }

  /// What one radar has in view, by its range for one look with the wanted probability, and what its looks come to, which may
  /// detect beyond that as well.
  public struct Radar: Sendable, Hashable {
    /// Its id.
    public var stationID: String
    /// Time in view.
    public var inView: Duration
    /// Time of it in which the moving-target filter rejects the echo.
    public var rejected: Duration
    /// Time of that in which the radial speed is around a blind speed; in the rest the aircraft flies across the beam.
    public var atBlindSpeed: Duration
    /// The probability that its own looks detect it, wherever they may.
    public var detection: Double
  }

  /// The probability that it is detected before it lands.
  public var detectionBeforeLanding: Double
  /// The probability that it is tracked before it lands.
  public var trackBeforeLanding: Double
  /// The probability that it is detected at all.
  public var detection: Double
  /// The probability that it is tracked at all.
  public var track: Double
  /// When it is first detected.
  public var detectionTimes: Quantiles
  /// When its first track is confirmed.
  public var trackTimes: Quantiles
  /// The expected time in which a track is held.
  public var heldTime: Duration
  /// The expected number of times that the network loses its track.
  public var losses: Double
  /// The expected number of times that it confirms one again after a loss.
  public var reacquisitions: Double
  /// Time in view of some radar.
  public var inView: Duration
  /// Time of it in which every radar that has it in view rejects its echo for its radial speed.
  public var rejected: Duration
  /// Time of that in which one radar or more reject it around a blind speed, which staggered pulses would not; in the rest it
  /// flies across the beams of all of them.
  public var atBlindSpeed: Duration
  /// The radars that have it in view, or whose looks may detect it, in the order of the network.
  public var radars: [Radar]

  /// The radars of which one has detected it by ``Timeline/firstDetection`` with a probability of 10 % or more each, in the
  /// order of the network.
  public var firstStationIDs: [String]

  /// When the network first loses its track, and has one again; nil where it is not looked for.
  public var firstLoss: FirstLoss?

  /// The first loss of the network's track: the time at which no radar holds one any more, its first track given.
  public struct FirstLoss: Sendable, Hashable {
    /// The probability that it is lost before the flight lands.
    public var beforeLanding: Double
    /// The probability that it is lost at all; after landing it always is.
    public var probability: Double
    /// The probability that some radar confirms a track again after it.
    public var reacquisition: Double
    /// When it is lost.
    public var times: Quantiles
    /// When a track is confirmed again.
    public var reacquisitionTimes: Quantiles
  }

  /// The share of the time in view that the moving-target filters take; nil when it is never in view.
  public var rejectedShare: Double? { share(rejected) }

  /// The share of it in which staggered pulses would not reject it; nil when it is never in view.
  public var blindSpeedShare: Double? { share(atBlindSpeed) }

  /// The share of it in which it flies across the beams of all radars that have it in view; nil when it is never in view.
  public var notchShare: Double? { share(rejected - atBlindSpeed) }

  private func share(_ part: Duration) -> Double? {
    inView > .zero ? max(part.inSeconds, 0) / inView.inSeconds : nil
  }
}
