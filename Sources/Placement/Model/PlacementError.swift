public import Units

/// Everything that is wrong with a model or a question.
public typealias PlacementError = FaultList<PlacementFault>

/// Kinds of faults of models and questions.
public enum PlacementFault: String, FaultCode {
  /// Two options or two demands share an id.
  case duplicateID
  /// A cost or a use that is negative, not finite or missing.
  case badCost
  /// A weight that is negative or not finite.
  case badWeight
  /// A need that is not above zero, or too large.
  case badNeed
  /// A strength that is not above zero.
  case badStrength
  /// A cover, or a new list, that does not fit the options and demands.
  case unknownIndex
  /// An option covers a demand twice.
  case duplicateCover
  /// Two options that stand share a group.
  case fullGroup
  /// A limit that is negative, not a number, or of a resource that the model lacks.
  case badLimit
  /// An id that names no option.
  case unknownOption
  /// A solution that cannot be read.
  case badSolution
}

/// Collects faults, so that all are told at once.
typealias PlacementProblems = FaultCollector<PlacementFault>

extension FaultCollector<PlacementFault> {
  /// - Parameter subject: The option, demand or line it is about.
  mutating func append(_ code: PlacementFault, _ subject: String, _ problem: String, remedy: String? = nil) {
    append(Fault(code, at: FaultPlace(subject: subject), problem, remedy: remedy))
  }
}
