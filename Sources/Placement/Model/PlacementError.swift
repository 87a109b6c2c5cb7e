public import Units

/// Everything that is wrong with a model or a question.
public typealias PlacementError = FaultList<PlacementFault>

/// Collects faults, so that all are reported at once.
typealias PlacementProblems = FaultCollector<PlacementFault>

extension FaultCollector<PlacementFault> {
  /// - Parameter subject: The option, demand or line it is about.
  mutating func append(_ code: PlacementFault, _ subject: String, _ problem: String, remedy: String? = nil) {
    append(Fault(code, at: FaultPlace(subject: subject), problem, remedy: remedy))
  }
}
