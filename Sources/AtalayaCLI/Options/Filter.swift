import ArgumentParser
import Atalaya

/// Options that pick rows.
enum Filter {
  /// Refuses ids that nothing has.
  static func check(_ chosen: [String], _ what: String, among known: [String]) throws {
    for id in chosen where !known.contains(id) {
      throw Console.failure("the scenario has no \(what) “\(id)”; it has \(known.joined(separator: ", "))")
    }
  }

  /// Refuses heights, in whole metres, that are not altitude bands of the scenario.
  static func check(bands chosen: [Int], of scenario: Scenario) throws {
    let known = scenario.altitudeBands.map { Int($0.metres.rounded()) }
    func text(_ metres: Int) -> String { Length.metres(Double(metres)).heightText }
    for height in chosen where !known.contains(height) {
      throw Console.failure(
        scenario.units.writing {
          "the scenario has no altitude band of \(text(height)); it has \(known.map(text).joined(separator: ", "))"
        })
    }
  }
}
