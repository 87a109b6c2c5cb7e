internal import GeoFiles

/// How QGIS draws a raster of classes: it reads the file of the raster's name with the ending `.qml` next to it.
///
/// The raster has the same colours in a table of its own; the style adds what its values mean.
struct PaletteStyle {
  private let classes: [(value: Int, label: String, colour: Colour)]

  init(_ classes: [(value: Int, label: String, colour: Colour)]) { self.classes = classes }

  /// The style as QGIS 3 saves it.
  var qml: String {
    let entries = classes.map { entry in
      "<paletteEntry value=\"\(entry.value)\" label=\"\(KMLText.escaped(entry.label))\" color=\"\(entry.colour.hex)\" alpha=\"255\"/>"
    }.joined()
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      + "<qgis version=\"3.22\" styleCategories=\"Symbology\"><pipe>"
      + "<rasterrenderer type=\"paletted\" band=\"1\" opacity=\"0.7\" alphaBand=\"-1\">"
      + "<colorPalette>\(entries)</colorPalette></rasterrenderer></pipe></qgis>\n"
  }
}
