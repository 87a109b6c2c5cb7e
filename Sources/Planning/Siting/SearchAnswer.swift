internal import Placement

/// How a search for what to buy ended, and how good its list is proven to be.
public struct SearchAnswer: Sendable, Hashable {
  /// Why the search ended; the raw values are for people and files.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Nothing better exists: value and bound meet.
    case optimal
    /// The search ended by its own limits before the proof.
    case feasible
    /// The time was up before the proof.
    case timeLimit = "time limit"
    /// There was no time to search: list and bound are what is known without.
    case untried = "not searched"
    /// Nothing satisfies the question.
    case infeasible
    /// Stopped from outside; the best so far.
    case interrupted
  }

  /// Why the search ended.
  public let status: Status
  /// What the list comes to, in the unit of the objective; nil when no list was found.
  public let value: Double?
  /// No list has a better value than this; nil when nothing was proven.
  public let bound: Double?
  /// How far the value may be from the best: |bound − value| / |value|; nil without either.
  public let gap: Double?
  /// The seconds that the search took.
  public let seconds: Double

  init(_ found: PlacementAnswer) {
    status = Status(found.status)
    value = found.value
    bound = found.bound
    gap = found.gap
    seconds = found.seconds
  }
}

extension SearchAnswer.Status {
  init(_ status: PlacementAnswer.Status) {
    self =
      switch status {
      case .optimal: .optimal
      case .feasible: .feasible
      case .timeLimit: .timeLimit
      case .untried: .untried
      case .infeasible: .infeasible
      case .interrupted: .interrupted
      }
  }
}
