internal import CGDAL
internal import Foundation

/// The one door to GDAL: drivers registered once, messages caught instead of printed.
enum GDALLibrary {
  /// Registers drivers on first use; Swift runs the initialiser once, whatever the number of threads.
  private static let isReady: Bool = {
    GDALRestrictions.applyToSystems()
    GDALAllRegister()
    GDALRestrictions.apply()
    // GDAL would take a twentieth of the machine's memory for blocks; rasters are read here once, in order, and what a
    // processor's cache holds is read faster.
    GDALSetCacheMax64(16 << 20)
    // It would write a file next to each gzip file that it reads.
    CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO")
    // Without it the heights of GPX files would be left out of the geometry.
    CPLSetConfigOption("GPX_ELE_AS_25D", "YES")
    return true
  }()

  /// Where a thread notes that its context of PROJ's is bounded.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  /// GDAL has a context of PROJ's for each thread; it takes our bounds when it looks for PROJ's database.
  private static func prepareThread() {
    guard pthread_getspecific(key) == nil else { return }
    pthread_setspecific(key, UnsafeRawPointer(bitPattern: 1))
    let system = OSRNewSpatialReference(nil)
    defer { OSRRelease(system) }
    OSRImportFromEPSG(system, 4326)
  }

  /// Runs `body` with GDAL's messages of this thread going to the given collector.
  static func use<Result: ~Copyable>(
    _ body: (GDALMessages) throws(GeoFileError) -> Result
  ) throws(GeoFileError) -> Result {
    _ = isReady
    prepareThread()
    let messages = GDALMessages()
    // The handler is popped before `messages` can die: `withExtendedLifetime` keeps it through the body.
    CPLPushErrorHandlerEx(
      { level, _, text in
        guard let context = CPLGetErrorHandlerUserData(), let text else { return }
        Unmanaged<GDALMessages>.fromOpaque(context).takeUnretainedValue().record(level, String(cString: text))
      }, Unmanaged.passUnretained(messages).toOpaque())
    defer {
      CPLPopErrorHandler()
      CPLErrorReset()
      withExtendedLifetime(messages) {}
    }
    return try body(messages)
  }
}
