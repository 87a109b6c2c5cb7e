internal import CGDAL
internal import Geodesy

/// What GDAL is left with after its registration: formats that are data only, no network, no foreign formats behind a name.
///
/// GDAL opens a source of a VRT, an overview or a side-car by whatever driver knows it. What a driver may not do to the
/// named file, it may not do to those either: so drivers and file systems go from the process, not from one call.
enum GDALRestrictions {
  /// Drivers of terrain whose files hold their cells themselves.
  static let rasterDrivers = [
    "GTiff", "SRTMHGT", "DTED", "AAIGrid", "GRASSASCIIGrid", "AIG", "HFA", "EHdr", "ENVI", "USGSDEM",
  ]
  /// Drivers of layers whose files hold their rows themselves.
  static let vectorDrivers = [
    "GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRIJSON", "GPKG", "LIBKML", "KML", "GPX", "GML", "ESRI Shapefile",
    "MapInfo File", "OpenFileGDB", "FlatGeobuf", "XLSX", "ODS",
  ]
  /// Drivers of weather models' levels, which ``LevelFile`` alone asks; a raster or a VRT that is such a file is refused by its first bytes.
  static let levelDrivers = LevelFile.drivers
  /// What outputs are made with, and VRT, which is opened after a look through it alone (``VRTCheck``).
  private static let others = ["COG", "MEM", "Memory", "VRT"]

  /// GDAL's file systems that fetch, read what has no end, or give a part of any file a name.
  private static let fileSystems = [
    "/vsicurl/", "/vsicurl?", "/vsicurl_streaming/", "/vsis3/", "/vsis3_streaming/", "/vsigs/", "/vsigs_streaming/",
    "/vsiaz/", "/vsiaz_streaming/", "/vsiadls/", "/vsioss/", "/vsioss_streaming/", "/vsiswift/",
    "/vsiswift_streaming/", "/vsihdfs/", "/vsiwebhdfs/", "/vsistdin/", "/vsistdin?", "/vsistdout/",
    "/vsistdout_redirect/", "/vsisparse/", "/vsicrypt/", "/vsirar/", "/vsi7z/",
  ]

  /// Options of all threads.
  private static let options = [
    // Expat holds XML bombs off and knows no external entities.
    ("GML_PARSER", "EXPAT")
  ]

  /// Options of databases: neither SpatiaLite nor GDAL itself adds tables and functions to them that open files.
  private static let databaseOptions = [("SPATIALITE_LOAD", "NO"), ("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO")]

  /// Keeps coordinate systems from naming files; before GDAL makes its first context of PROJ's.
  static func applyToSystems() {
    guard !FileTrust.isEverythingTrusted else { return }
    let folders = OSRGetPROJSearchPaths()
    defer { CSLDestroy(folders) }
    ProjFiles.boundAllContexts(
      andIn: (0..<Int(CSLCount(folders))).compactMap { folders?[$0].map { String(cString: $0) } })
  }

  /// Takes from GDAL what files of others must not use.
  static func apply() {
    for (name, value) in options { CPLSetConfigOption(name, value) }
    guard !FileTrust.isEverythingTrusted else { return }
    for (name, value) in databaseOptions { CPLSetConfigOption(name, value) }
    let kept = Set(rasterDrivers + vectorDrivers + levelDrivers + others)
    let drivers = (0..<GDALGetDriverCount()).compactMap { GDALGetDriver($0) }
    for driver in drivers {
      let name = GDALGetDriverShortName(driver).map { String(cString: $0) } ?? ""
      if !kept.contains(name) { GDALDeregisterDriver(driver) }
    }
    OSRSetPROJEnableNetwork(0)
    // Without an answer, GDAL would go on to the network.
    CPLHTTPSetFetchCallback(
      { _, _, _, _, _, _, _ in
        GDALRestrictions.refuse("the network is not used for files; --trust allows it")
        let answer = CPLCalloc(1, MemoryLayout<CPLHTTPResult>.size)?.assumingMemoryBound(to: CPLHTTPResult.self)
        answer?.pointee.nStatus = 1
        answer?.pointee.pszErrBuf = CPLStrdup("the network is not used for files")
        return answer
      }, nil)
    closeFileSystems()
  }

  private static func closeFileSystems() {
    guard let handler = VSIAllocFilesystemPluginCallbacksStruct() else { return }
    defer { VSIFreeFilesystemPluginCallbacksStruct(handler) }
    handler.pointee.open = { _, name, _ in
      GDALRestrictions.refuse("“\(name.map { String(cString: $0) } ?? "")” is not opened; --trust allows it")
      return nil
    }
    handler.pointee.stat = { _, _, _, _ in -1 }
    handler.pointee.read = { _, _, _, _ in 0 }
    handler.pointee.seek = { _, _, _ in -1 }
    handler.pointee.tell = { _ in 0 }
    for name in fileSystems { VSIInstallPluginHandler(name, handler) }
  }

  /// Raises an error of GDAL's, which goes to the one who opened the file.
  fileprivate static func refuse(_ text: String) {
    atalaya_raise(text)
  }
}
