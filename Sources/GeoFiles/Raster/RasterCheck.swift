internal import CGDAL
internal import Foundation

/// Looks through a raster's file, and those that GDAL would follow from it, before GDAL opens it.
struct RasterCheck {
  /// The file, as the caller named it.
  let path: String
  /// The folder that VRTs may not leave, without symbolic links.
  let root: String

  /// Sources that were looked through, with the number of rasters behind each.
  private var seen: [SourceName: Int] = [:]

  /// - Parameters:
  ///   - path: The file.
  ///   - folder: The folder of the scenario that names it. A file outside of it, which the user keeps elsewhere, may use
  ///     its own folder, as one that no scenario names.
  init(path: String, within folder: String?) {
    self.path = path
    let own = SourceName.realFolder(of: path) ?? "/"
    let scenario = folder.flatMap(SourceName.realPath)
    root = scenario.map { $0 == "/" || own == $0 || own.hasPrefix($0 + "/") ? $0 : own } ?? own
  }

  /// Whether GDAL may open a source, and as which format.
  /// - Returns: The drivers that may open it; nil for any.
  /// - Throws: ``GeoFileError`` that says what the file claims to be, or what it names.
  mutating func drivers(for source: String) throws(GeoFileError) -> [String]? {
    guard !FileTrust.isEverythingTrusted else { return nil }
    guard let name = SourceName(source) else { throw refusal("names no file") }
    return try look(at: name, opened: source, depth: 0) == .virtual
      ? ["VRT"] : GDALRestrictions.rasterDrivers
  }

  /// Whether GDAL may open a source that has to be a GeoTIFF.
  mutating func onlyGeoTIFF(_ source: String) throws(GeoFileError) -> [String] {
    guard let name = SourceName(source), RasterSignature(of: source) == .tiff else { throw refusal("is not a GeoTIFF") }
    try look(at: name, opened: source, depth: 0)
    return ["GTiff"]
  }

  /// Looks at one file and what lies next to it.
  @discardableResult
  mutating func look(at name: SourceName, opened source: String, depth: Int) throws(GeoFileError) -> RasterSignature {
    if case .member = name { try checkSize(source) }
    guard let signature = RasterSignature(of: source) else { return .unmarked }
    if case .refused(let claim) = signature {
      let what = depth == 0 ? "is \(claim), not a raster of terrain" : "names \(name.place), which is \(claim)"
      throw refusal(what, "gdal_translate makes a GeoTIFF of formats of terrain; --trust opens any that GDAL knows")
    }
    try lookBeside(source)
    guard signature == .virtual else {
      seen[name] = 1
      return signature
    }
    if depth == 0, !isNamed(".vrt", source) {
      throw refusal("is a VRT by its content, but not by its name", "call it .vrt if that is what it should be")
    }
    // Relative names count from the folder of the file itself, for GDAL as for us.
    if depth > 0, isLink(source) { throw refusal("names the VRT \(source), which is a symbolic link") }
    guard depth < ReadingLimits.depth else {
      throw refusal("has VRTs in VRTs, more than \(ReadingLimits.depth) deep")
    }
    // Until it is known: a VRT that names itself is none.
    seen[name] = ReadingLimits.sources
    let check = try VRTCheck(of: source, path: path)
    let base = if case .file(let real) = name { real } else { source }
    var count = 1
    for reference in check.references {
      count += try follow(reference, from: base, depth: depth)
      guard count <= ReadingLimits.sources else {
        throw refusal("has more than \(ReadingLimits.sources) sources, or names itself")
      }
    }
    seen[name] = count
    return .virtual
  }

  /// Looks at a source of a VRT.
  /// - Returns: How many rasters lie behind it.
  private mutating func follow(
    _ reference: VRTCheck.Reference, from vrt: String, depth: Int
  ) throws(GeoFileError) -> Int {
    let full = reference.path(from: vrt)
    guard let name = SourceName(full) else {
      throw refusal(
        "is a VRT that names “\(reference.name)”, which is not a raster file",
        "a VRT may name files, and members of zip and tar archives; --trust allows any")
    }
    guard name.isInside(root) else {
      throw refusal(
        "is a VRT that names \(reference.name), outside of \(root)",
        "keep its sources in that folder, name the folder of the tiles instead, or trust it: --trust")
    }
    if let count = seen[name] { return count }
    if case .nothing = name { return 1 }
    try look(at: name, opened: full, depth: depth + 1)
    return seen[name] ?? 1
  }

  /// Looks at the files that GDAL takes with a raster without asking.
  private mutating func lookBeside(_ source: String) throws(GeoFileError) {
    if let name = SideFiles.unfit(beside: source) {
      throw refusal("has \(name) next to it, which is not an ordinary file", "remove it")
    }
    let stem = (source as NSString).deletingPathExtension
    for side in [source + ".ovr", source + ".msk", stem + ".ovr", stem + ".aux", stem + ".rrd", source + ".aux"]
    where exists(side) {
      let signature = RasterSignature(of: side)
      guard signature == .tiff || signature == .imagine || (side.hasSuffix(".aux") && signature == .unmarked) else {
        throw refusal(
          "has \((side as NSString).lastPathComponent) next to it, which is not an overview", "remove that file")
      }
    }
    let notes = source + ".aux.xml"
    guard exists(notes) else { return }
    for name in try VRTCheck.overviews(in: notes, path: path) {
      let plain = name.hasPrefix(":::BASE:::") ? String(name.dropFirst(10)) : name
      guard !plain.contains("/"), !plain.contains(":"), !plain.isEmpty else {
        throw refusal(
          "has \((notes as NSString).lastPathComponent) next to it, which names the overview “\(name)” elsewhere",
          "remove that file, or its OVERVIEW_FILE")
      }
      let side = FilePath.join(FilePath.folder(of: source), plain)
      guard !exists(side) || [.tiff, .imagine].contains(RasterSignature(of: side)) else {
        throw refusal("names the overview \(plain), which is none", "remove that file")
      }
    }
  }

  /// What GDAL opened must be what was looked at.
  /// - Parameter files: All files that it says it uses.
  func checkOpened(driver: String, files: [String]) throws(GeoFileError) {
    guard !FileTrust.isEverythingTrusted else { return }
    let own = SourceName.realFolder(of: path)
    for file in files where !file.hasPrefix("/vsi") {
      guard let real = SourceName.realPath(file) else { continue }
      let folder = FilePath.folder(of: real)
      let isFine =
        switch driver {
        case "VRT", "HFA": SourceName.file(real).isInside(root) || folder == own
        // Bytes of any file next to a header of the sender's would become heights.
        case "EHdr", "ENVI", "AIG": folder == own
        default: true
        }
      guard isFine else {
        throw refusal("uses \(file), which leads to another folder", "keep the files of a raster in one folder")
      }
    }
  }

  private func isNamed(_ ending: String, _ source: String) -> Bool {
    let name = source.lowercased()
    return name.hasSuffix(ending) || name.hasSuffix(ending + ".gz")
  }

  private func isLink(_ source: String) -> Bool {
    var status = stat()
    return lstat(source, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private func exists(_ source: String) -> Bool { SourceName.size(of: source) != nil }

  private func checkSize(_ source: String) throws(GeoFileError) {
    guard ArchiveCheck.fits(source, limit: ReadingLimits.unpackedBytes) else {
      throw GeoFileError(
        .tooLarge, path: path, problem: "unpacks to more than \(ReadingLimits.unpackedBytes >> 30) GiB",
        remedy: "unpack it and name what was in it")
    }
  }

  private func refusal(_ problem: String, _ remedy: String? = nil) -> GeoFileError {
    GeoFileError(.notRaster, path: path, problem: problem, remedy: remedy)
  }
}
