public import Coverage
public import Geodesy
public import Response
public import Units

/// The ways in on which least is seen of an aircraft, and which radars would close them.
///
/// The exposure of a way is the length of it on which at least one radar sees the aircraft. Each strip has three figures:
/// the least **exposure** over a grid whose cells count by the share of them that is seen; a **bound** that no way over the
/// grid stays below, for which a cell counts only where all of it is seen; and what the radars see of the **way** of least
/// exposure, looked at closely. What is unknown is not seen, and closed to ways unless the question opens it.
public struct Leak: Sendable {
  /// Where ways begin; the raw values are for people.
  public enum Origin: String, Sendable, CaseIterable {
    case border = "the border"
    case terrainEdge = "the edge of the terrain"
    case beyondRadars = "beyond every radar"
  }

  /// The least exposed way to one strip.
  public struct Entry: Sendable {
    /// The strip.
    public var strip: Strip
    /// The least exposure; nil where no way leads.
    public var exposure: Length?
    /// No way over the grid is seen on less.
    public var bound: Length?
    /// The way; nil where none leads.
    public var way: Way?
    /// Whether no way leads to the strip but over unknown ground, which is closed: then there are no figures.
    public var isBehindUnknown = false
  }

  /// A route, from where it starts to the strip.
  public struct Way: Sendable, Hashable {
    /// Its places; between them geodesics.
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
    /// Where it is detected first: where the first stretch begins on which a radar has it in view for its revisit or longer;
    /// nil when never.
    public var firstSeen: Position?
    /// How far before the strip that is, along the way.
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
    /// The least exposure of each strip with it, in the order of ``Leak/entries``; nil where no way leads.
    public var exposures: [Length?]
    /// By how much the worst strip's least exposure grows.
    public var worstGain: Length
    /// By how much the mean of all strips' grows.
    public var meanGain: Length
    /// How many strips' grow.
    public var stripsGained: Int
    /// How many strips can still be reached unseen.
    public var stripsUnseen: Int
  }

  /// What was asked.
  public var question: LeakQuestion
  /// The radars that stand.
  public var stations: [RadarStation]
  /// One entry a strip, in the order of the scenario.
  public var entries: [Entry]
  /// One an option, the one that closes the widest gap first: by how few strips can still be reached unseen, then by
  /// the gain of the worst strip, then of the mean, then the cheaper, then in the order of the scenario. While any strip can
  /// be reached unseen the worst gains nothing, and the first figure distinguishes options.
  public var closures: [Closure]
  /// Where ways begin.
  public var origin: Origin
  /// The side of a cell.
  public var step: Length
  /// How many cells there are.
  public var cells: Int
  /// Whether the Earth was smooth.
  public var isSmooth: Bool
  /// What to bear in mind, for people.
  public var notes: [String]

  /// The least exposure of the strip where it is least; nil when no strip can be reached.
  public var worst: Entry? {
    entries.filter { $0.exposure != nil }.min { ($0.exposure ?? .zero) < ($1.exposure ?? .zero) }
  }

  /// The strips that can be reached unseen.
  public var unseen: [Strip] { entries.filter { $0.exposure == .zero }.map(\.strip) }

  /// The mean of the strips' least exposures; nil when none can be reached.
  public var mean: Length? { Self.mean(entries.map(\.exposure)) }

  /// The strips to which no way leads but over unknown ground.
  public var behindUnknown: [Strip] { entries.filter(\.isBehindUnknown).map(\.strip) }

  static func mean(_ exposures: [Length?]) -> Length? {
    let known = exposures.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(.zero, +) / Double(known.count)
  }
}
