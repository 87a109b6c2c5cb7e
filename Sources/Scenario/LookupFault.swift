public import Units

/// Kinds of ids that cannot be looked up.
public enum LookupFault: String, FaultCode {
  /// Nothing has the id.
  case unknown
  /// Several things have it.
  case ambiguous
}
