import ArgumentParser
import Atalaya

/// What options name of a scenario: looked up together, so that every name that nothing has is reported at once.
struct Filter {
  private var faults: [LookupError] = []

  /// Reports ids that nothing of a kind has.
  /// - Parameter what: The kind in a sentence: “base”.
  mutating func check(_ chosen: [String], _ what: String, among known: [String]) {
    faults += Scenario.unknown(chosen, what, among: known)
  }

  /// Reports a purchase that the scenario does not have.
  mutating func check(_ purchase: String?, of scenario: Scenario) {
    check([purchase].compactMap { $0 }, "purchase", among: scenario.purchases.map(\.id))
  }

  /// Ends the command when something was not found.
  func finish() throws {
    if let list = FaultList(faults) { throw Console.failure(list) }
  }
}
