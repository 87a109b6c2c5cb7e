public import Units

/// The cause of a broken connection's error: it broke after some bytes.
public struct BrokenTransfer: FaultCause {
  /// What came before.
  package var received: RemoteFile.Part
}
