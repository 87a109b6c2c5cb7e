public import Units

/// An amount of fuel as a manual gives it: by mass or by volume.
public enum FuelAmount: Sendable, Hashable {
  /// By mass.
  case mass(Mass)
  /// By volume, in litres.
  case litres(Double)

  /// Whether it is by mass.
  public var isMass: Bool { if case .mass = self { true } else { false } }

  /// The number that is compared: kilograms or litres.
  var number: Double {
    switch self {
    case .mass(let mass): mass.kilograms
    case .litres(let litres): litres
    }
  }

  /// Litres of a US gallon, exactly: 231 cubic inches.
  package static let litresPerGallon = 3.785_411_784

  /// For people: `1450 kg`, `333 L`.
  public var text: String {
    switch self {
    case .mass(let mass): mass.text
    case .litres(let litres): "\(litres.significant(4)) L"
    }
  }
}

/// How much fuel there is and how fast it goes.
public struct FuelSupply: Sendable, Hashable {
  /// What can be used of the fuel on board.
  public let usable: FuelAmount
  /// What an hour at cruise takes.
  public let hourly: FuelAmount

  /// A supply; nil where the one is a mass and the other a volume, or where either is not above zero: the density of a fuel
  /// is not assumed.
  public init?(usable: FuelAmount, hourly: FuelAmount) {
    switch (usable, hourly) {
    case (.mass, .mass), (.litres, .litres): break
    default: return nil
    }
    guard usable.number > 0, hourly.number > 0, usable.number.isFinite, hourly.number.isFinite else { return nil }
    self.usable = usable
    self.hourly = hourly
  }

  /// Time in the air on all of it, reserve included.
  public var endurance: Duration { .seconds(clamping: usable.number / hourly.number * 3600) }
}
