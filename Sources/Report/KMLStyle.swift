/// A shared style of a KML document.
struct KMLStyle {
  /// The style of a folder of which one member is shown at a time.
  static let choice = "choice"

  var id: String
  /// The colour of a place: of its mark, which is the viewer's own, and of its label. A KML file cannot hold pictures, and a
  /// link to one would have the viewer ask a server for it.
  var mark: Colour?
  var markScale = 1.0
  var labelScale = 1.0
  var line: Colour?
  var lineWidth = 1.0
  /// The fill of polygons; nil: outlines only.
  var fill: Colour?
  var isChoice = false

  func write(to writer: inout XMLWriter) {
    writer.element("Style", "id=\"\(KMLText.escaped(id))\"") { writer in
      if let mark {
        for (element, scale) in [("IconStyle", markScale), ("LabelStyle", labelScale)] {
          writer.element(element) { writer in
            writer.leaf("color", mark.kml)
            writer.leaf("scale", KMLText.decimal(scale, 2))
          }
        }
      }
      if let line {
        writer.element("LineStyle") { writer in
          writer.leaf("color", line.kml)
          writer.leaf("width", KMLText.decimal(lineWidth, 1))
        }
        writer.element("PolyStyle") { writer in
          if let fill { writer.leaf("color", fill.kml) } else { writer.leaf("fill", "0") }
        }
      }
      if isChoice {
        writer.element("ListStyle") { writer in writer.leaf("listItemType", "radioFolder") }
      }
    }
  }
}
