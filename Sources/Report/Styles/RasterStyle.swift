internal import Coverage
internal import GeoFiles
internal import Units

/// How QGIS draws a raster of floors: it reads the file of the raster's name with the ending `.qml` beside it.
///
/// From the lowest floor, dark, to that which nineteen in twenty posts do not exceed, light: far from every radar floors
/// are so high that they would leave the rest in one colour.
struct RasterStyle {
  /// Altitudes above mean sea level in metres with their colours, ascending; empty where there is no floor at all.
  let stops: [(metres: Double, colour: KMLStyle.Colour)]

  init(of floor: Grid<Float>) {
    var known = floor.cells.filter(\.isFinite)
    guard !known.isEmpty else {
      stops = []
      return
    }
    known.sort()
    let low = Double(known[0])
    let high = max(Double(known[(known.count - 1) * 19 / 20]), low + 1)
    let last = 5
    stops = (0...last).map { (low + (high - low) * Double($0) / Double(last), .floor($0)) }
  }

  /// The style as QGIS 3 saves it.
  var qml: String {
    let items = stops.map { stop in
      "<item value=\"\(stop.metres.fixed(1))\" label=\"\(stop.metres.fixed(0)) m\" color=\"\(stop.colour.hex)\" alpha=\"255\"/>"
    }.joined()
    let (low, high) = ((stops.first?.metres ?? 0).fixed(1), (stops.last?.metres ?? 0).fixed(1))
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      + "<qgis version=\"3.22\" styleCategories=\"Symbology\"><pipe>"
      + "<rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"0.7\" alphaBand=\"-1\" "
      + "classificationMin=\"\(low)\" classificationMax=\"\(high)\"><rastershader>"
      + "<colorrampshader colorRampType=\"INTERPOLATED\" classificationMode=\"1\" clip=\"0\" "
      + "minimumValue=\"\(low)\" maximumValue=\"\(high)\">\(items)</colorrampshader>"
      + "</rastershader></rasterrenderer></pipe></qgis>\n"
  }
}
