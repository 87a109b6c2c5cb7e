public import Coverage
public import Units

/// A sight line for reading, for files and as a drawing.
public struct SightReport: Sendable {
  /// The line.
  public var line: SightLine
  /// What the antenna's place is called; nil for no name.
  public var antennaName: String?
  /// What the target's place is called; nil for no name.
  public var targetName: String?
  /// The radar whose limits count as well, and why it does not see the target; nil when only the line is asked for.
  public var radar: Radar?
  /// What the path takes from a radar's wave; nil when only the line is asked for.
  public var losses: SightLosses?
  /// How much higher the ground counts than the terrain has it, and beyond which distance of the antenna; nil for its own
  /// heights.
  public var raise: (height: Length, beyond: Length)?
  /// Which ends of the scenario's bands count; nil where it states none.
  var worst: String?
  /// Whether anything stands on the ground.
  public var hasCover = true
  /// From where heights above ground count where something stands on it.
  var heightsFrom = "heights above ground count from the bare ground"

  /// A radar at the line's start.
  public struct Radar: Sendable {
    /// Its name for people.
    public var name: String
    /// Why it does not see the target; nil when it does.
    public var blindness: Blindness?
    /// The probability with which one look detects the target, with what the scenario says the way takes, and the one that is
    /// wanted; nil where looks do not count, and where no look can come there.
    public var look: (probability: Double, wanted: Double)?
    /// What it does to a target: where looks count it covers it.
    var verb = "see"

    /// A radar at the line's start.
    init(name: String, blindness: Blindness?) {
      self.name = name
      self.blindness = blindness
    }
  }

  /// A report of a line.
  init(_ line: SightLine, antennaName: String? = nil, targetName: String? = nil, radar: Radar? = nil) {
    self.line = line
    self.antennaName = antennaName
    self.targetName = targetName
    self.radar = radar
  }

  /// The samples: place, ground, line and the clearance between them; with losses, also those from the antenna to the
  /// target's height over each sample.
  public var table: ReportTable {
    guard let losses, !losses.alongTheWay.isEmpty else {
      return Records.sample(isCovered: line.profile.isCovered).table(
        line.profile.samples.map { SightSample(line: line, sample: $0) })
    }
    return Records.sample(isCovered: line.profile.isCovered, hasLosses: true).table(
      zip(line.profile.samples, losses.alongTheWay).map { SightSample(line: line, sample: $0, loss: $1) })
  }

  /// Everything that the text says, with units in the keys; the samples are in ``table``.
  public var json: String { Records.sight.object(self).text }
}
