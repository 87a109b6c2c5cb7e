internal import CPROJ

/// The PROJ library this process runs on.
public enum PROJRelease {
  /// Its release, `9.1.1`.
  public static var version: String { proj_info().version.map { String(cString: $0) } ?? "" }
}
