internal import GeoFiles
internal import Terrain
internal import Units

extension GroundCover {
  /// What stands on the ground, for people: `cover of 25 m`, `cover of 3 areas, else 10 m`.
  var words: String { "cover of \(sources(.en))" }

  /// Where its heights come from, in the order in which they count.
  func sources(_ say: ReportLanguage) -> String {
    var parts: [String] = []
    if !areas.isEmpty { parts.append(say(.coverAreas, "\(areas.count)")) }
    if let raster { parts.append(raster.file.path.split(separator: "/").last.map(String.init) ?? "") }
    if let height, height > .zero || parts.isEmpty {
      parts.append(isSeaBare ? say(.coverButSea, height.heightText) : height.heightText)
    }
    return parts.joined(separator: "; ")
  }
}
