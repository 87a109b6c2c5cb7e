public import Units

/// What is wrong with a figure of performance.
public enum PerformanceFault: String, FaultCode {
  /// A table without a row.
  case empty
  /// A value is not finite, or is zero or less where it must be more.
  case value
  /// Rows are not in the order of a table: two of one altitude or mass.
  case order
  /// A table runs the wrong way: more mass hovers higher, or out of ground effect higher than in it.
  case upsideDown
}

/// An error of this module's performance figures.
public typealias PerformanceError = Fault<PerformanceFault>
