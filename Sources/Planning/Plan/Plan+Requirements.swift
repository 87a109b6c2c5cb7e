import Scenario
import Units

extension Plan {
  /// One demand beside what the plan gives.
  public struct RequirementCheck: Sendable, Hashable, CustomStringConvertible {
    /// The key in scenario.yaml.
    public var name: String
    /// The share that is demanded, 0 to 1.
    public var required: Double
    /// The share that the plan reaches; nil without flights.
    public var reached: Double?
    /// Whether it is enough; without flights there is nothing to miss.
    public var isMet: Bool { reached.map { $0 >= required - 1e-9 } ?? true }
    /// For people: `45.0 % of the flights met at the strip, at least 50.0 % required`.
    public var description: String {
      let flights = reached.map { "\(($0 * 100).fixed(1)) % of the flights" } ?? "no flights, so none"
      return "\(flights) \(words), at least \((required * 100).fixed(1)) % required"
    }
    /// What the share is of, for people: `met at the strip`.
    public var words: String {
      switch name {
      case "share_detected": "detected before landing"
      case "share_tracked": "tracked before landing"
      default: "met at the strip"
      }
    }
  }

  /// What the scenario demands, in the order of the format.
  public var requirementChecks: [RequirementCheck] {
    let demands = scenario.requirements
    return [
      demands.shareDetected.map {
        RequirementCheck(name: "share_detected", required: $0, reached: outcome.shareDetected)
      },
      demands.shareTracked.map { RequirementCheck(name: "share_tracked", required: $0, reached: outcome.shareTracked) },
      demands.shareMet.map { RequirementCheck(name: "share_met", required: $0, reached: outcome.shareMet) },
    ].compactMap { $0 }
  }

  /// Whether everything that the scenario demands is reached.
  public var meetsRequirements: Bool { requirementChecks.allSatisfy(\.isMet) }
}
