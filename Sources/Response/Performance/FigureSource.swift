/// How far a figure can be relied on.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
  /// From the manufacturer: manual, specification, brochure.
  case manufacturer
  /// From an authority: type certificate, accident report, an air force's own page.
  case official
  /// From two or more sources that agree, none of them the manufacturer.
  case corroborated
  /// Computed from other figures that have a source.
  case derived
  /// From one source at second hand.
  case secondary
  /// Assumed.
  case assumed
}

/// Where a figure comes from.
public struct FigureSource: Sendable, Hashable {
  /// The document or page.
  public var text: String
  /// How far it can be relied on; nil when nothing is said of it.
  public var certainty: Certainty?
  /// What the figure holds for: a mass, an altitude, a setting; empty when nothing is said.
  public var condition: String

  /// A source.
  public init(text: String, certainty: Certainty?, condition: String = "") {
    self.text = text
    self.certainty = certainty
    self.condition = condition
  }
}
