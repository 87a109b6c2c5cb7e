/// A shared style of a KML document.
struct KMLStyle {
  /// A colour as people write it, with its opacity.
  struct Colour {
    var red: UInt8
    var green: UInt8
    var blue: UInt8
    /// 0 to 1.
    var opacity = 1.0

    /// KML's order: opacity, blue, green, red, two hexadecimal digits each.
    var text: String {
      [UInt8((min(max(opacity, 0), 1) * 255).rounded()), blue, green, red].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
    }

    func opacity(_ opacity: Double) -> Colour { Colour(red: red, green: green, blue: blue, opacity: opacity) }
  }

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
          if let iconColour { writer.leaf("color", iconColour.text) }
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
          writer.leaf("color", line.text)
          writer.leaf("width", KMLText.decimal(lineWidth, 1))
        }
        writer.element("PolyStyle") { writer in
          if let fill { writer.leaf("color", fill.text) } else { writer.leaf("fill", "0") }
        }
      }
      if isChoice {
        writer.element("ListStyle") { writer in writer.leaf("listItemType", "radioFolder") }
      }
    }
  }
}

extension KMLStyle.Colour {
  /// A colour for each altitude band: red, the hard ones near the ground, to blue, through ColorBrewer's RdYlBu of five
  /// (https://colorbrewer2.org), which colour-blind people distinguish.
  static func band(_ index: Int, of count: Int) -> KMLStyle.Colour {
    let stops: [(Double, Double, Double)] = [
      (215, 25, 28), (253, 174, 97), (255, 255, 191), (171, 217, 233), (44, 123, 182),
    ]
    let place = count > 1 ? Double(index) / Double(count - 1) * 4 : 0
    let low = min(Int(place), 3)
    let share = place - Double(low)
    func mix(_ a: Double, _ b: Double) -> UInt8 { UInt8((a + (b - a) * share).rounded()) }
    let (a, b) = (stops[low], stops[low + 1])
    return KMLStyle.Colour(red: mix(a.0, b.0), green: mix(a.1, b.1), blue: mix(a.2, b.2))
  }
}
