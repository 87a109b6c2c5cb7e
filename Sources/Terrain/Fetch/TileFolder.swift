internal import Foundation
internal import GeoFiles

/// A folder that tiles of the Copernicus DEM are fetched into.
///
/// A tile is there under its name once it is whole and checked, never before. Until then its bytes are in `NAME.tif.part`,
/// with the server's tag next to it, and the next fetch goes on from there. Tiles that the server lacks are remembered in
/// `.absent`.
public struct TileFolder: Sendable {
  /// The folder.
  public let path: String

  /// A folder, which need not be there yet.
  public init(_ path: String) { self.path = path }

  /// Where a tile is, or will be.
  public func file(of tile: CopernicusTile) -> String { join("\(tile.name).tif") }
  func part(of tile: CopernicusTile) -> String { file(of: tile) + ".part" }
  private func tagFile(of tile: CopernicusTile) -> String { part(of: tile) + ".tag" }
  private var absentFile: String { join(".absent") }
  private func join(_ name: String) -> String { (path as NSString).appendingPathComponent(name) }

  /// Whether tiles, or bytes of some, are in the folder.
  var holdsTiles: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.contains { $0.hasSuffix(".tif") || $0.hasSuffix(".part") }
  }

  /// Whether a tile is there, whole and in its place.
  public func has(_ tile: CopernicusTile) -> Bool {
    guard let file = try? RasterFile(path: file(of: tile), onlyGeoTIFF: true) else { return false }
    return tile.mismatch(file) == nil
  }

  /// The tiles that the server was found to lack, by name.
  public var absent: Set<String> {
    let text = (try? InputFile.text(of: absentFile, limit: 16_000_000)) ?? ""
    return Set(text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix("#") })
  }

  /// Remembers tiles that the server lacks.
  func remember(absent tiles: [CopernicusTile]) throws(GeoFileError) {
    let names = absent.union(tiles.map(\.name)).sorted()
    let head = "# Tiles that the server does not have: the sea. Remove this file to ask again."
    try OutputFile.write(([head] + names).joined(separator: "\n") + "\n", to: absentFile)
  }

  /// Whether bytes of a tile are there, of another version than the one that a tag names.
  func holdsOther(than tag: String, of tile: CopernicusTile) -> Bool {
    FileManager.default.fileExists(atPath: part(of: tile))
      && known(tile) != tag
  }

  /// The tag of the version of which bytes are there.
  private func known(_ tile: CopernicusTile) -> String? {
    try? InputFile.text(of: tagFile(of: tile), limit: 1_000_000)
  }

  /// Bytes of a tile that are there already, if they are of the version that a tag names; else they are dropped.
  func resume(_ tile: CopernicusTile, tag: String) throws(GeoFileError) -> Int {
    if known(tile) != tag { drop(tile) }
    let attributes = try? FileManager.default.attributesOfItem(atPath: part(of: tile))
    guard let size = attributes?[.size] as? Int, size > 0 else {
      try OutputFile.write(tag, to: tagFile(of: tile))
      return 0
    }
    return size
  }

  /// Writes bytes of a tile at their place.
  func append(_ bytes: [UInt8], to tile: CopernicusTile, at offset: Int) throws(GeoFileError) {
    let path = part(of: tile)
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    do {
      guard let handle = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileWriteNoPermission) }
      defer { try? handle.close() }
      try handle.truncate(atOffset: UInt64(offset))
      try handle.seek(toOffset: UInt64(offset))
      try handle.write(contentsOf: bytes)
      try handle.synchronize()
    } catch {
      throw GeoFileError(
        .unwritable, path: path, problem: "cannot be written: \(error.localizedDescription)",
        remedy: "make room and fetch again: what came is kept")
    }
  }

  /// Forgets what came of a tile.
  func drop(_ tile: CopernicusTile) {
    try? FileManager.default.removeItem(atPath: part(of: tile))
    try? FileManager.default.removeItem(atPath: tagFile(of: tile))
  }

  /// Looks through a tile that came whole, and gives it its name.
  /// - Throws: ``GeoFileError`` when it is not what it should be; it is dropped then.
  func settle(_ tile: CopernicusTile) throws(GeoFileError) {
    let part = part(of: tile)
    do throws(GeoFileError) {
      let raster = try RasterFile(path: part, onlyGeoTIFF: true)
      if let problem = tile.mismatch(raster) { throw GeoFileError(.unfitRaster, path: part, problem: problem) }
      // Every block is unpacked once: a file of the right length may still be broken inside.
      try raster.forEachBlock(rows: 0..<raster.frame.rows, columns: 0..<raster.frame.columns) { _, _, _ in }
    } catch {
      drop(tile)
      throw error
    }
    guard rename(part, file(of: tile)) == 0 else {
      throw GeoFileError(
        .unwritable, path: file(of: tile), problem: "cannot take its name: \(String(cString: strerror(errno)))")
    }
    drop(tile)
  }

  /// Bytes that are free where the folder is, or will be; nil when the system does not say.
  var free: Int? {
    var place = path
    while !place.isEmpty, !FileManager.default.fileExists(atPath: place) {
      place = FilePath.folder(of: place)
    }
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: place.isEmpty ? "." : place)
    return (attributes?[.systemFreeSize] as? NSNumber)?.intValue
  }
}
