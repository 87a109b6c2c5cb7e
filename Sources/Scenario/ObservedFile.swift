public import Geodesy

/// A file of observations: what was measured, and what kind of evidence it is.
public struct ObservedFile: Sendable {
  /// What a file holds.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// Plots or points of tracks: each is an aircraft that was seen.
    case plots
    /// A receiver's outline: in each azimuth the farthest aircraft that was seen.
    case outline
    /// Contours that somebody computed: in each azimuth the edge of what would be seen at an altitude.
    case rings
  }

  /// The file, as the caller named it.
  public var name: String
  /// What it holds.
  public var form: Form
  /// Its observations, in the order of the file.
  public var observations: [Observation]
  /// Where the file says that its antenna stands; nil where it does not.
  public var centre: Position?
  /// The effective Earth radius factor that rings were computed with; nil where the file does not say.
  public var earthFactor: Double?
  /// Which of several parts of the file was taken: `last24h`; nil for a file without parts.
  public var part: String?
  /// Whether times in it state no zone and count as UTC.
  public var assumesUTC = false
  /// Warnings about the file, in its order.
  public var warnings: [ScenarioProblem]

  /// A file.
  public init(
    name: String, form: Form, observations: [Observation], centre: Position? = nil, earthFactor: Double? = nil,
    part: String? = nil, warnings: [ScenarioProblem] = []
  ) {
    self.name = name
    self.form = form
    self.observations = observations
    self.centre = centre
    self.earthFactor = earthFactor
    self.part = part
    self.warnings = warnings
  }
}
