internal import CGDAL

/// The GDAL library this process runs on.
public enum GDALRelease {
  /// Its release, `3.6.2`.
  public static var version: String { GDALVersionInfo("RELEASE_NAME").map { String(cString: $0) } ?? "" }
}
