public import Coverage
internal import Foundation
public import Geodesy
public import Radar
public import Response
public import Units

/// The least-observed routes to the strips, and the radars that would close them.
///
/// The exposure of a route is its length on which at least one radar sees the aircraft. Each strip has three figures: the
/// least **exposure** over a grid whose cells count by the share of them that is seen; a **bound** below which no route over
/// the grid stays, for which a cell counts only where all of it is seen; and what the radars see of the **route** itself,
/// sampled closely. Unknown ground is not seen, and is closed to routes unless the question opens it.
///
/// Where looks count (``detection``), exposure is no length. A look that detects with probability p counts −ln(1 − p), which
/// adds up along a route and over radars, and the least sum is that of the least probability of detection, 1 − exp(−sum). A
/// strip then is reached *unseen* when the least probability stays below ``DetectionSettings/confidence``; detected and
/// tracked mean what they mean of flights.
public struct Leak: Sendable {
  /// Where routes start; the raw values are for people.
  public enum Origin: String, Sendable, CaseIterable {
    case border = "the border"
    case terrainEdge = "the edge of the terrain"
    case beyondRadars = "beyond every radar"
  }

  /// The least-observed route to one strip.
  public struct Entry: Sendable {
    /// The strip.
    public var strip: Strip
    /// The least exposure; nil where no route leads, and where looks count.
    public var exposure: Length?
    /// A bound: no route over the grid is seen on less; nil where looks count.
    public var bound: Length?
    /// What looks come to on the route on which they count least; nil where they do not count, or no route leads.
    public var chance: Chance?
    /// The route; nil where none leads.
    public var way: Way?
    /// Whether the strip can be reached only over unknown ground, which is closed: then there are no figures.
    public var isBehindUnknown = false
  }

  /// How likely looks detect an aircraft that takes the route on which they are least likely to.
  public struct Chance: Sendable, Hashable {
    /// The sum of −ln(1 − p) over the looks, each radar at a phase that nobody knows.
    public var exposure: Double
    /// The same where each cell counts as its least place does: no route over the grid has less.
    public var bound: Double

    /// The least probability that a look detects it.
    public var detection: Double { Self.probability(exposure) }
    /// On no route over the grid is the probability less.
    public var detectionBound: Double { Self.probability(bound) }

    static func probability(_ exposure: Double) -> Double { -expm1(-exposure) }
  }

  /// How likely looks detect and track an aircraft on one route, until it arrives.
  public struct WayLooks: Sendable, Hashable {
    /// The probability that a look detects it.
    public var detection: Double
    /// The probability that a radar confirms a track of it.
    public var track: Double
  }

  /// A route, from where it starts to the strip.
  public struct Way: Sendable, Hashable {
    /// Its waypoints, joined by geodesics.
    public var places: [Position]
    /// Its length.
    public var length: Length
    /// The length over unknown ground.
    public var unknown: Length
    /// The length on which at least one radar sees the aircraft.
    public var seen: Length
    /// The length on which at least two do.
    public var seenByTwo: Length
    /// The radars that detect it somewhere, in the order of the network; where looks count with a probability of 10 % or
    /// more each.
    public var radars: [String]
    /// Where it is first detected: the start of the first stretch on which a radar has it in view for its revisit or longer,
    /// or where looks count the place by which one has detected it with the probability that counts; nil when never.
    public var firstSeen: Position?
    /// Distance of that place from the strip, along the route.
    public var firstSeenBefore: Length?
    /// How far before the strip such stretches have lasted as long as a track needs, whose time to the strip is the warning;
    /// nil when never.
    public var trackedBefore: Length?
    /// What looks come to; nil where they do not count.
    public var looks: WayLooks?

    /// The share of its length over unknown ground, 0 to 1.
    public var unknownShare: Double { length > .zero ? unknown / length : 0 }
  }

  /// What one more radar changes.
  public struct Closure: Sendable {
    /// The radar.
    public var option: SiteOption
    /// The least exposure of each strip with it, in the order of ``Leak/entries``; nil where no route leads. Empty where
    /// looks count.
    public var exposures: [Length?]
    /// The least probability of detection of each strip with it; nil where no route leads. Empty where looks do not count.
    public var detections: [Double?]
    /// By how much the worst strip's least exposure grows.
    public var worstGain: Length
    /// By how much the mean over all strips grows.
    public var meanGain: Length
    /// By how much the least probability of detection of the worst strip grows; zero where looks do not count.
    public var worstDetectionGain: Double
    /// By how much the mean over all strips grows.
    public var meanDetectionGain: Double
    /// Number of strips whose least exposure grows.
    public var stripsGained: Int
    /// Number of strips that can still be reached unseen.
    public var stripsUnseen: Int
  }

  /// The question.
  public var question: LeakQuestion
  /// The radars of the network.
  public var stations: [RadarStation]
  /// One entry per strip, in the order of the scenario.
  public var entries: [Entry]
  /// One per option, the one that closes the widest gap first: by how few strips can still be reached unseen, then by
  /// the gain of the worst strip, then of the mean, then the cheaper, then in the order of the scenario. While any strip can
  /// be reached unseen the worst gains nothing, and the first figure distinguishes options.
  public var closures: [Closure]
  /// Where routes start.
  public var origin: Origin
  /// The side of a cell.
  public var step: Length
  /// Number of cells.
  public var cells: Int
  /// Whether the Earth is smooth.
  public var isSmooth: Bool
  /// How looks count; nil where they do not.
  public var detection: DetectionSettings?
  /// What to bear in mind.
  public var warnings: [LeakWarning]

  /// The strip where exposure is least; nil when no strip can be reached.
  public var worst: Entry? {
    func exposure(_ entry: Entry) -> Double? { entry.chance?.exposure ?? entry.exposure?.metres }
    return entries.filter { exposure($0) != nil }.min { (exposure($0) ?? 0) < (exposure($1) ?? 0) }
  }

  /// The strips that can be reached unseen: where looks count those whose route is detected with less than the probability that
  /// counts, as its own looks come to; where no route was followed, as the search over the grid has it.
  public var unseen: [Strip] {
    entries.filter { entry in
      guard let detection else { return entry.exposure == .zero }
      return (entry.way?.looks?.detection ?? entry.chance?.detection).map { $0 < detection.confidence } ?? false
    }.map(\.strip)
  }

  /// The mean of the strips' least exposures; nil when none can be reached, and where looks count.
  public var mean: Length? { Self.mean(entries.map(\.exposure)) }

  /// The mean of the strips' least probabilities of detection; nil when none can be reached, and where looks do not count.
  public var meanDetection: Double? { Self.mean(entries.map(\.chance?.detection)) }

  /// The strips that can be reached only over unknown ground.
  public var behindUnknown: [Strip] { entries.filter(\.isBehindUnknown).map(\.strip) }

  static func mean(_ exposures: [Length?]) -> Length? {
    let known = exposures.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(.zero, +) / Double(known.count)
  }
  static func mean(_ values: [Double?]) -> Double? {
    let known = values.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}
