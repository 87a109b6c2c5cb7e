internal import Coverage
internal import Scenario

extension GeoLayers {
  /// The styles of the map's KML: one per kind of thing, and for each altitude band one for rings and one per count.
  ///
  /// Places have the viewer's own mark, told apart by colour and label. Marks and lines have the colours of the dark page, for Google Earth shows them over pictures of the ground; the areas of
  /// bands have those of every map, their edges lighter ones where they need them.
  var kmlStyles: [KMLStyle] {
    func colour(_ name: String) -> Colour { Palette.colour(name, isDark: true) }
    var styles = [
      KMLStyle(id: KMLStyle.choice, isChoice: true),
      KMLStyle(id: "radar", mark: colour("ink"), markScale: 1.2),
      KMLStyle(id: "bought", mark: colour("amber"), markScale: 1.2),
      KMLStyle(id: "base", mark: colour("green"), markScale: 1.1),
      KMLStyle(id: "strip", mark: colour("vermilion"), labelScale: 0.8),
      KMLStyle(id: "site", mark: colour("muted"), markScale: 0.7, labelScale: 0.7),
      KMLStyle(id: "detection", mark: colour("blue"), markScale: 0.8, labelScale: 0.8),
      KMLStyle(id: "inbound", line: colour("vermilion"), lineWidth: 2.5),
      KMLStyle(id: "outbound", line: colour("vermilion").opacity(0.7), lineWidth: 1.5),
      KMLStyle(id: "response", line: colour("green"), lineWidth: 2),
      KMLStyle(id: "way", line: colour("ink"), lineWidth: 2.5),
      KMLStyle(id: "border", line: colour("border"), lineWidth: 2),
    ]
    if scenario.refuelling != nil || !scenario.handOverPlaces.isEmpty {
      styles.append(KMLStyle(id: "stop", mark: colour("amber"), markScale: 0.9))
    }
    if !scenario.illuminators.isEmpty {
      styles.append(KMLStyle(id: "illuminator", mark: colour("blue"), markScale: 0.9))
    }
    styles += areaStylesOfKML
    for index in coverage.bands.indices {
      let band = Palette.floor(index, of: coverage.bands.count)
      let line = Palette.lineOverPictures(band)
      styles.append(KMLStyle(id: "ring-\(index + 1)", line: line, lineWidth: 2))
      for count in 1...3 {
        styles.append(
          KMLStyle(
            id: "seen-\(index + 1)-\(count)", line: line.opacity(0.9), lineWidth: 1, fill: band.opacity(0.35)))
      }
    }
    return styles
  }
}
