internal import Scenario
internal import Units

extension Parameter {
  /// What the scenario says of reach; nothing where it does not ask for it.
  static func reach(
    _ scenario: Scenario, _ parameter: (String, JSON, String?) -> Parameter
  ) -> [Parameter] {
    guard let reach = scenario.reach else { return [] }
    return [parameter("reach.limits", .array(reach.limits.map { .seconds($0) }), "s")]
      + (reach.step.map { [parameter("reach.step", .metres($0), "m")] } ?? [])
  }
}
