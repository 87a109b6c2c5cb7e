public import Units

/// What went wrong with a coordinate, a reference system or a transformation.
public typealias GeodesyError = Fault<GeodesyFault>

extension Fault<GeodesyFault> {
  /// A fault.
  /// - Parameters:
  ///   - input: The text that was read.
  ///   - problem: What is wrong with it.
  ///   - remedy: What would be right.
  public init(_ code: GeodesyFault, _ input: String, _ problem: String, remedy: String? = nil) {
    self.init(code, at: FaultPlace(text: input), problem, remedy: remedy)
  }
}
