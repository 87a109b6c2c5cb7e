internal import Foundation
internal import GeoFiles
internal import Units

extension Terrain {
  /// A text that changes when the terrain does, for caches of results.
  ///
  /// Made of what is in each file (those next to it and the sources of a VRT included) and of its place in the mosaic, and of
  /// what lies where no tile is, and of what stands on the ground; neither of folders nor of times: a copy is the same terrain. All files are read.
  public var fingerprint: String { fingerprint(rows: 0..<frame.rows, columns: 0..<frame.columns) }

  /// The fingerprint of a part: tiles without a post in it are neither read nor counted.
  /// - Parameters:
  ///   - rows: Rows of the mosaic; they may reach beyond it.
  ///   - columns: Columns of the mosaic; where they reach beyond it, around the Earth, all tiles in the rows count.
  public func fingerprint(rows: Range<Int>, columns: Range<Int>) -> String {
    let columns = columns.lowerBound + firstColumn..<columns.upperBound + firstColumn
    let isWithin = columns.lowerBound >= 0 && columns.upperBound <= baseFrame.columns
    // The surface of the sea depends on files beyond the part; where it may stand, all count.
    let isApart = surface == nil
    var text =
      "\(missing.rawValue) \(frame) \(reading.sea.rawValue) \(reading.voids.rawValue) \(reading.heights?.rawValue ?? "")"
    for tile in tiles
    where !isApart || tile.rows.overlaps(rows) && (!isWithin || tile.reach.overlaps(columns)) {
      text += "\n\(tile.firstRow) \(tile.firstColumn)"
      for path in tile.file.files { text += " \((path as NSString).lastPathComponent) \(Self.content(of: path))" }
    }
    if let coverLayer { text += "\n\(coverLayer.cover.key) \(coverLayer.share)" }
    if raise != .zero { text += "\nraised \(raise.metres) beyond \(reading.errorRadius.metres)" }
    return ContentHash.text(of: text)
  }

  /// Whether a path leads, through any links, to one of the files that the terrain is read from, or into a folder of its
  /// tiles, where a new raster would become a tile.
  public func isRead(from path: String) -> Bool {
    let wanted = SameFile.path(behind: path)
    let folder = FilePath.folder(of: wanted)
    return tiles.contains { tile in tile.file.files.contains { SameFile.path(behind: $0) == wanted } }
      || folders.contains { SameFile.path(behind: $0) == folder }
  }

  /// The folders that were named, or that hold tiles of a folder that was.
  private var folders: [String] {
    func isFolder(_ path: String) -> Bool {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
    let named = paths.filter(isFolder)
    return named.isEmpty ? [] : named + Set(tiles.map { FilePath.folder(of: $0.file.path) })
  }

  private static func content(of path: String) -> String {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      return "unreadable"
    }
    return data.withUnsafeBytes { ContentHash.text(of: $0) }
  }
}
