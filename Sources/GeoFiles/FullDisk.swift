public import Units

/// The cause of a file that cannot be written: no room is left on its disk.
public struct FullDisk: FaultCause {
  /// Bytes of the file that were written, or that it will take where that is known.
  public var bytes: Int
}
