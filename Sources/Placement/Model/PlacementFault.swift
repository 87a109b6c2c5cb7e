public import Units

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
  /// Two fixed options share a group.
  case fullGroup
  /// A limit that is negative, not a number, or of a resource that the model lacks.
  case badLimit
  /// An id that names no option.
  case unknownOption
  /// A solution that cannot be read.
  case badSolution
}
