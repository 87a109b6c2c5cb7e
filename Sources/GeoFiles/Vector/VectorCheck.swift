internal import CGDAL
internal import Foundation

/// Looks at a layer's file before GDAL opens it: which drivers may, and whether it is of a size that can be read.
enum VectorCheck {
  /// How a file may be opened.
  struct Opening {
    var drivers: [String]
    var options: [String] = []
  }

  /// Formats that are read in place, row by row; all others are taken into memory whole.
  private static let databases: Set<String> = ["gpkg", "shp", "dbf", "fgb", "gdb", "tab", "mif"]
  /// Formats that are zip archives themselves.
  private static let packed: Set<String> = ["kmz", "xlsx", "xlsm", "ods"]

  /// - Throws: ``GeoFileError`` with code `tooLarge` or `notVector`.
  static func opening(of source: LayerSource) throws(GeoFileError) -> Opening {
    if let name = SideFiles.unfit(beside: source.source) {
      throw GeoFileError(
        .unreadable, path: source.path, problem: "has \(name) next to it, which is not an ordinary file",
        remedy: "remove it"
      )
    }
    let ending = LayerSource.pathExtension(source.source)
    if ending == "gdb", let name = SideFiles.unfit(in: source.source) {
      throw GeoFileError(
        .unreadable, path: source.path, problem: "holds \(name), which is not a regular file", remedy: "remove it")
    }
    try checkSize(source, ending)
    if FileTrust.isEverythingTrusted { return Opening(drivers: allDrivers()) }
    if ending == "gml" || ending == "xml" {
      // It would write a .gfs file next to the .gml, and look for schemas.
      return Opening(drivers: ["GML"], options: ["WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO"])
    }
    if ending == "tab", try isView(source) {
      throw GeoFileError(
        .notVector, path: source.path, problem: "is a MapInfo table that names other tables",
        remedy: "export it as one table, or trust it: --trust")
    }
    return Opening(drivers: GDALRestrictions.vectorDrivers.filter { $0 != "GML" })
  }

  /// Vector drivers of GDAL that read files, but for text tables and those that fetch from elsewhere.
  private static func allDrivers() -> [String] {
    let refused: Set<String> = ["CSV", "OGR_VRT", "GMLAS", "CAD", "WFS", "OAPIF", "HTTP"]
    return (0..<GDALGetDriverCount()).compactMap { index -> String? in
      guard let driver = GDALGetDriver(index), let name = GDALGetDriverShortName(driver).map({ String(cString: $0) }),
        GDALGetMetadataItem(driver, GDAL_DCAP_VECTOR, nil) != nil,
        GDALGetMetadataItem(driver, GDAL_DCAP_OPEN, nil) != nil, !refused.contains(name)
      else { return nil }
      return name
    }
  }

  private static func checkSize(_ source: LayerSource, _ ending: String) throws(GeoFileError) {
    func tooLarge(_ what: String) -> GeoFileError {
      GeoFileError(
        .tooLarge, path: source.path, problem: what,
        remedy: "take the rows that are needed: ogr2ogr -where or -spat into a GeoPackage")
    }
    let limit = databases.contains(ending) ? ReadingLimits.unpackedBytes : ReadingLimits.textBytes
    if source.source.hasPrefix("/vsi") {
      // What an archive states of a member may be a lie: it is unpacked once, up to the limit.
      let fits =
        ending == "gdb"
        ? ArchiveCheck.allUnpack(in: source.archive ?? "", limit: limit)
        : ArchiveCheck.unpacks(source.source, limit: limit)
      guard fits else {
        throw tooLarge("unpacks to more than \(limit >> 20) MiB")
      }
    } else if !databases.contains(ending), (SourceName.size(of: source.source) ?? 0) > limit {
      throw tooLarge("has more than \(limit >> 20) MiB, which are read into memory whole")
    }
    guard packed.contains(ending) || isZip(source.source) else { return }
    guard ArchiveCheck.allUnpack(in: source.source, limit: limit) else {
      throw tooLarge("unpacks to more than \(limit >> 20) MiB")
    }
  }

  private static func isZip(_ source: String) -> Bool { head(of: source, 4).starts(with: [0x50, 0x4B, 3, 4]) }

  private static func head(of source: String, _ count: Int) -> [UInt8] {
    guard let file = VSIFOpenL(source, "rb") else { return [] }
    defer { VSIFCloseL(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    return Array(bytes.prefix(VSIFReadL(&bytes, 1, count, file)))
  }

  /// Seamless tables and views of MapInfo take their rows from tables that they name.
  private static func isView(_ source: LayerSource) throws(GeoFileError) -> Bool {
    let text = String(decoding: head(of: source.source, 1 << 20), as: UTF8.self).lowercased()
    return text.contains("isseamless") || text.contains("create view") || text.contains("open table")
  }
}
