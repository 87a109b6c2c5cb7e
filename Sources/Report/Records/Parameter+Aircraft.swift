internal import Response
internal import Scenario
internal import Units

extension Scenario {
  /// The types of the assets that state performance by altitude, in the order of the assets.
  var limitedTypes: [Aircraft] {
    var seen: Set<String> = []
    return assets.map(\.aircraft).filter { $0.performance != nil && seen.insert($0.id).inserted }
  }
}

extension Parameter {
  /// What the limits of aircraft rest on.
  static func performance(_ scenario: Scenario) -> [Parameter] {
    scenario.limitedTypes.flatMap { type -> [Parameter] in
      guard let limits = type.performance, let mass = limits.hoverMass, let effect = limits.hoverNeeded else {
        return []
      }
      return [
        Parameter(
          key: "aircraft.\(type.id).mission_mass", value: .number(mass.kilograms, decimals: 3), unit: "kg",
          isDefault: limits.missionMass == nil),
        Parameter(
          key: "aircraft.\(type.id).landing_hover", value: .string(effect.rawValue), unit: nil,
          isDefault: limits.landingHover == nil),
      ]
    }
  }
}
