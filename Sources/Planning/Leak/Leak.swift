public import Coverage
public import Geodesy
public import Response
public import Units

/// The least-observed routes to the strips, and the radars that would close them.
///
/// The exposure of a route is its length on which at least one radar sees the aircraft. Each strip has three figures: the
/// least **exposure** over a grid whose cells count by the share of them that is seen; a **bound** below which no route over
/// the grid stays, for which a cell counts only where all of it is seen; and what the radars see of the **route** itself,
/// sampled closely. Unknown ground is not seen, and is closed to routes unless the question opens it.
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
    /// The least exposure; nil where no route leads.
    public var exposure: Length?
    /// A bound: no route over the grid is seen on less.
    public var bound: Length?
    /// The route; nil where none leads.
    public var way: Way?
    /// Whether the strip can be reached only over unknown ground, which is closed: then there are no figures.
    public var isBehindUnknown = false
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
    /// The radars that detect it somewhere, in the order of the network.
    public var radars: [String]
    /// Where it is first detected: the start of the first stretch on which a radar has it in view for its revisit or longer;
    /// nil when never.
    public var firstSeen: Position?
    /// Distance of that place from the strip, along the route.
    public var firstSeenBefore: Length?
    /// How far before the strip such stretches have lasted as long as a track needs, whose time to the strip is the warning;
    /// nil when never.
    public var trackedBefore: Length?

    /// The share of its length over unknown ground, 0 to 1.
    public var unknownShare: Double { length > .zero ? unknown / length : 0 }
  }

  /// What one more radar changes.
  public struct Closure: Sendable {
    /// The radar.
    public var option: SiteOption
    /// The least exposure of each strip with it, in the order of ``Leak/entries``; nil where no route leads.
    public var exposures: [Length?]
    /// By how much the worst strip's least exposure grows.
    public var worstGain: Length
    /// By how much the mean over all strips grows.
    public var meanGain: Length
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
  /// What to bear in mind.
  public var warnings: [LeakWarning]

  /// The least exposure of the strip where it is least; nil when no strip can be reached.
  public var worst: Entry? {
    entries.filter { $0.exposure != nil }.min { ($0.exposure ?? .zero) < ($1.exposure ?? .zero) }
  }

  /// The strips that can be reached unseen.
  public var unseen: [Strip] { entries.filter { $0.exposure == .zero }.map(\.strip) }

  /// The mean of the strips' least exposures; nil when none can be reached.
  public var mean: Length? { Self.mean(entries.map(\.exposure)) }

  /// The strips that can be reached only over unknown ground.
  public var behindUnknown: [Strip] { entries.filter(\.isBehindUnknown).map(\.strip) }

  static func mean(_ exposures: [Length?]) -> Length? {
    let known = exposures.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(.zero, +) / Double(known.count)
  }
}
