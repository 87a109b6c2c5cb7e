import Geodesy
import Units

/// Why least-observed routes cannot be computed.
public struct LeakError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and what to do about it.
  public var description: String

  init(_ description: String) { self.description = description }
}
