extension LayerStyle {
  /// The style as an OGC Styled Layer Descriptor 1.0, for other programs than QGIS.
  var sld: String {
    let rules = classes.map { entry in
      var filter = ""
      if let field, let value = entry.value {
        filter =
          "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>\(field)</ogc:PropertyName>"
          + "<ogc:Literal>\(KMLText.escaped(value))</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>"
      }
      return "<Rule><Title>\(KMLText.escaped(entry.label))</Title>\(filter)\(sld(entry.symbol))</Rule>"
    }.joined()
    return "<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\" "
      + "xmlns:ogc=\"http://www.opengis.net/ogc\"><NamedLayer><Name>\(layer)</Name><UserStyle><FeatureTypeStyle>\(rules)"
      + "</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>\n"
  }

  /// A pixel of SLD is 0.28 mm (SLD 1.1, 10.2).
  private static func pixels(_ millimetres: Double) -> String { KMLText.decimal(millimetres / 0.28, 1) }

  private func sld(_ symbol: Symbol) -> String {
    func parameter(_ name: String, _ value: String) -> String {
      "<CssParameter name=\"\(name)\">\(value)</CssParameter>"
    }
    func stroke(_ colour: Colour, _ width: Double, _ dash: [Double] = []) -> String {
      let gaps = dash.isEmpty ? "" : parameter("stroke-dasharray", dash.map(Self.pixels).joined(separator: " "))
      return
        "<Stroke>\(parameter("stroke", colour.hex))\(parameter("stroke-width", Self.pixels(width)))\(gaps)</Stroke>"
    }
    func fill(_ colour: Colour) -> String {
      "<Fill>\(parameter("fill", colour.hex))\(parameter("fill-opacity", KMLText.decimal(colour.opacity * opacity, 2)))</Fill>"
    }
    switch symbol {
    case .line(let colour, let width, let dash):
      return "<LineSymbolizer>\(stroke(colour, width, dash))</LineSymbolizer>"
    case .area(let colour, let outline, let width):
      return "<PolygonSymbolizer>\(colour.map(fill) ?? "")\(stroke(outline, width))</PolygonSymbolizer>"
    case .edge(let colour, let width):
      let lines = [(Palette.casing(of: colour), width + Symbol.casingWidth), (colour, width)]
      return lines.map { "<PolygonSymbolizer>\(stroke($0, $1))</PolygonSymbolizer>" }.joined()
    case .marker(let shape, let colour, let outline, let size):
      return "<PointSymbolizer><Graphic><Mark><WellKnownName>\(shape)</WellKnownName>\(fill(colour))"
        + "\(stroke(outline, 0.3))</Mark><Size>\(Self.pixels(size))</Size></Graphic></PointSymbolizer>"
    }
  }
}
