public import Units

/// One entry of a radar catalogue: what a radar of this type can do and what it costs.
public struct RadarType: Sendable, Hashable {
  /// The key by which sites and purchases name the type.
  public var id: String
  /// Name for people.
  public var name: String
  /// Primary or secondary; what follows from it is its ``Kind/rule``.
  public var kind: Kind
  /// Slant range beyond which nothing is shown, whatever the echo.
  public var instrumentedRange: Length
  /// Slant range at which the reference target is detected; nil when none is stated.
  public var detectionRange: Length?
  /// The radar cross-section for which ``detectionRange`` holds.
  public var referenceCrossSection: Area?
  /// Slant range within which nothing is seen.
  public var minimumRange: Length
  /// Height of the antenna above the ground it stands on.
  public var antennaHeight: Length
  /// Lowest elevation angle of the beam; nil when none is stated.
  public var minimumElevation: Angle?
  /// Highest elevation angle of the beam; above it lies the cone of silence. Nil when none is stated.
  public var maximumElevation: Angle?
  /// Time between two looks at the same target; nil when not stated.
  public var revisit: Duration?
  /// Price range; nil for a type that is not for sale.
  public var price: PriceRange?
  /// What the catalogue states of its physics.
  public var parameters: RadarParameters
  /// What follows where looks count; nil where a radar sees or does not see.
  public internal(set) var looks: TypeLooks?

  /// A catalogue entry.
  public init(
    id: String, name: String, kind: Kind, instrumentedRange: Length, detectionRange: Length? = nil,
    referenceCrossSection: Area? = nil, minimumRange: Length = .zero, antennaHeight: Length,
    minimumElevation: Angle? = nil, maximumElevation: Angle? = nil, revisit: Duration? = nil, price: PriceRange? = nil,
    parameters: RadarParameters = RadarParameters()
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.instrumentedRange = instrumentedRange
    self.detectionRange = detectionRange
    self.referenceCrossSection = referenceCrossSection
    self.minimumRange = minimumRange
    self.antennaHeight = antennaHeight
    self.minimumElevation = minimumElevation
    self.maximumElevation = maximumElevation
    self.revisit = revisit
    self.price = price
    self.parameters = parameters
  }
}
