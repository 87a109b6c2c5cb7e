/// A shared style of a KML document.
struct KMLStyle {
  /// The style of a folder of which one member is shown at a time.
  static let choice = "choice"

  var id: String
  /// Name of one of Google Earth's own icons.
  var icon: String?
  var iconColour: Colour?
  var iconScale = 1.0
  var labelScale: Double?
  var line: Colour?
  var lineWidth = 1.0
  /// The fill of polygons; nil: outlines only.
  var fill: Colour?
  var isChoice = false

  func write(to writer: inout XMLWriter) {
    writer.element("Style", "id=\"\(KMLText.escaped(id))\"") { writer in
      if let icon {
        writer.element("IconStyle") { writer in
          if let iconColour { writer.leaf("color", iconColour.kml) }
          writer.leaf("scale", KMLText.decimal(iconScale, 2))
          writer.element("Icon") { writer in
            writer.leaf("href", "http://maps.google.com/mapfiles/kml/shapes/\(icon).png")
          }
        }
      }
      if let labelScale {
        writer.element("LabelStyle") { writer in writer.leaf("scale", KMLText.decimal(labelScale, 2)) }
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
