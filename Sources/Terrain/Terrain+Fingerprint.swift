internal import Foundation
internal import GeoFiles

extension Terrain {
  /// A text that changes when the terrain does, for caches of results.
  ///
  /// Made of the name without its folder, size and time of last change of each file (those beside it and the sources of
  /// a VRT included), of its place in the mosaic, and of what lies where no tile is. Contents are not read: a file that
  /// was changed within its old size and time goes unnoticed.
  public var fingerprint: String {
    var text = "\(missing.rawValue) \(frame)"
    for tile in tiles {
      text += "\n\(tile.firstRow) \(tile.firstColumn)"
      for path in tile.file.files {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = (attributes?[.size] as? NSNumber)?.int64Value ?? 0
        let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        text += " \((path as NSString).lastPathComponent) \(size) \(changed)"
      }
    }
    // FNV-1a, 64 bits: it tells changes apart, it does not withstand forgery.
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
