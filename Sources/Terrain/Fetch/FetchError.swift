public import Units

/// Why a fetch came to its end too early: which tile, what, and what to do.
public typealias FetchError = Fault<FetchFault>

/// Kinds of failure of a fetch.
public enum FetchFault: String, FaultCode {
  /// The server has none of the tiles.
  case noTiles
  /// The disk has no room for the tiles.
  case fullDisk
  /// The folder of tiles cannot be written or read.
  case folder
  /// The server, or the way to it, fails.
  case server
}
