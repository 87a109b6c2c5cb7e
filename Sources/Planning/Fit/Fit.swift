public import Coverage
public import Radar
public import Scenario
public import Units

/// A radar of a scenario beside what was measured: where both see, where only one does, and what of the model would have to
/// change.
public struct Fit: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// What was asked.
  public let question: FitQuestion
  /// The radar as the scenario has it.
  public let station: RadarStation
  /// The radar with what was determined.
  public let fittedStation: RadarStation
  /// The target that was modelled.
  public let target: Target
  /// The evidence.
  public let looks: [FitLook]
  /// Whether traffic is known, so that what was not seen counts.
  public let isTrafficKnown: Bool
  /// The looks in groups, for the model as the scenario has it.
  public let groups: [FitGroup]
  /// The same for the fitted model.
  public let fittedGroups: [FitGroup]
  /// How far radar and model see, by azimuth.
  public let reaches: [FitReach]
  /// Height of the antenna above ground, metres.
  public let antennaHeight: FitFinding
  /// What the ranges of the type are multiplied with.
  public let rangeScale: FitFinding
  /// Lowest elevation angle by azimuth, degrees: a mask where one is needed, else how high one could be.
  public let masks: [MaskFinding]
  /// Probability of a sighting within the coverage, and outside of it; nil where nothing says so.
  public let seenWithin: Double?
  /// The same outside of the coverage.
  public let seenOutside: Double?
  /// What to bear in mind.
  public let warnings: [FitWarning]

  /// What is known of the mask in a sector.
  public struct MaskFinding: Sendable, Hashable {
    /// The sector.
    public var sector: AzimuthSector
    /// How many looks lie in it.
    public var looks: Int
    /// Whether the data ask for a mask there.
    public var isNeeded: Bool
    /// The lowest elevation angle, degrees.
    public var elevation: FitFinding
  }

  /// Whether anything was determined.
  public var isDetermined: Bool {
    antennaHeight.value != nil || rangeScale.value != nil || masks.contains { $0.isNeeded && $0.elevation.value != nil }
  }

  /// The farthest look.
  public var farthest: Length { looks.map(\.distance).max() ?? .zero }
}
