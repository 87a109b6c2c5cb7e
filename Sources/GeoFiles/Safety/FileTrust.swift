internal import Synchronization

/// Whether files that are opened may do more than hold data.
///
/// A scenario, a layer or a tile may come from anyone. By default only the formats of ``RasterFile`` and ``VectorLayer`` are
/// opened, a VRT reads nothing outside of its folder, and no file reaches the network (see SECURITY.md).
public enum FileTrust {
  private static let isLifted = Atomic(false)

  /// Whether everything is trusted.
  public static var isEverythingTrusted: Bool { isLifted.load(ordering: .relaxed) }

  /// Lets files use every format of GDAL, sources anywhere, and the network, for the rest of the process.
  ///
  /// Limits on sizes, rows and time stay. GDAL is set up when the first file is opened: call this before.
  public static func trustEverything() { isLifted.store(true, ordering: .relaxed) }
}
