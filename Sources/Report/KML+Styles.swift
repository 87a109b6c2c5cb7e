internal import Coverage

extension GeoLayers {
  private typealias Colour = KMLStyle.Colour

  /// The styles of the map's KML: one per kind of thing, and for each altitude band one for rings and one per count.
  var kmlStyles: [KMLStyle] {
    let white = Colour(red: 255, green: 255, blue: 255)
    var styles = [
      KMLStyle(id: KMLStyle.choice, isChoice: true),
      KMLStyle(id: "radar", icon: "target", iconColour: Colour(red: 255, green: 221, blue: 85), iconScale: 1.2),
      KMLStyle(id: "bought", icon: "target", iconColour: Colour(red: 102, green: 255, blue: 102), iconScale: 1.2),
      KMLStyle(id: "base", icon: "heliport", iconScale: 1.1),
      KMLStyle(id: "strip", icon: "airports", iconColour: Colour(red: 255, green: 140, blue: 60), labelScale: 0.8),
      KMLStyle(id: "site", icon: "placemark_circle", iconColour: white, iconScale: 0.8, labelScale: 0.7),
      KMLStyle(
        id: "detection", icon: "open-diamond", iconColour: Colour(red: 255, green: 64, blue: 64), labelScale: 0.8),
      KMLStyle(id: "inbound", line: Colour(red: 255, green: 80, blue: 80), lineWidth: 2.5),
      KMLStyle(id: "outbound", line: Colour(red: 255, green: 190, blue: 60), lineWidth: 2),
      KMLStyle(id: "way", line: Colour(red: 255, green: 255, blue: 0), lineWidth: 2.5),
      KMLStyle(id: "border", line: white.opacity(0.8), lineWidth: 2),
    ]
    for index in coverage.bands.indices {
      let colour = Colour.band(index, of: coverage.bands.count)
      styles.append(KMLStyle(id: "ring-\(index + 1)", line: colour, lineWidth: 1.2))
      for count in 1...3 {
        styles.append(
          KMLStyle(
            id: "seen-\(index + 1)-\(count)", line: colour.opacity(0.9), lineWidth: 0.8, fill: colour.opacity(0.22)))
      }
    }
    return styles
  }
}
