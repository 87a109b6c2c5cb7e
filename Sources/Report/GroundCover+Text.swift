internal import GeoFiles
internal import Terrain
internal import Units

extension GroundCover {
  /// What stands on the ground, for people: `cover of 25 m`, `cover (3 mapped areas, 10 m elsewhere)`.
  var words: String {
    let isOneHeight = areas.isEmpty && raster == nil && !isSeaBare
    return isOneHeight ? "cover of \(sources(.en))" : "cover (\(sources(.en)))"
  }

  /// Where its heights come from, in the order in which they count: `3 mapped areas, 10 m elsewhere, none on the sea, where
  /// the ground is at 0 m`.
  func sources(_ say: ReportLanguage) -> String {
    var parts: [String] = []
    if !areas.isEmpty { parts.append(areas.count == 1 ? say(.coverArea) : say(.coverAreas, "\(areas.count)")) }
    if let raster { parts.append(raster.file.path.split(separator: "/").last.map(String.init) ?? "") }
    if let height, height > .zero || parts.isEmpty {
      parts.append(parts.isEmpty ? height.heightText : say(.coverElsewhere, height.heightText))
      if isSeaBare, height > .zero { parts.append(say(.coverButSea)) }
    }
    return parts.joined(separator: ", ")
  }
}
