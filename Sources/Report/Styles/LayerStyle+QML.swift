extension LayerStyle {
  /// The style as QGIS 3 saves it.
  var qml: String {
    let symbols = classes.indices.map {
      "<symbol \(kind) name=\"\($0)\" alpha=\"1\">\(qmlLayer(classes[$0].symbol))</symbol>"
    }
    .joined()
    let renderer: String
    if let field {
      let categories = classes.enumerated().map { index, entry in
        "<category symbol=\"\(index)\" value=\"\(KMLText.escaped(entry.value ?? ""))\" "
          + "label=\"\(KMLText.escaped(entry.label))\" render=\"true\"/>"
      }.joined()
      renderer =
        "<renderer-v2 type=\"categorizedSymbol\" attr=\"\(field)\" symbollevels=\"0\" forceraster=\"0\"\(order)>"
        + "<categories>\(categories)</categories><symbols>\(symbols)</symbols>\(orderBy)</renderer-v2>"
    } else {
      renderer =
        "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" forceraster=\"0\"><symbols>\(symbols)</symbols></renderer-v2>"
    }
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      + "<qgis version=\"3.22\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"\(labels == nil ? 0 : 1)\">"
      + renderer + qmlLabels + "<layerOpacity>\(Self.number(opacity))</layerOpacity></qgis>\n"
  }

  /// Rows with the greatest value are drawn first, under the others.
  private var order: String { isDescending ? " enableorderby=\"1\"" : "" }

  private var orderBy: String {
    guard isDescending, let field else { return "" }
    return "<orderby><orderByClause asc=\"0\" nullsFirst=\"0\">&quot;\(field)&quot;</orderByClause></orderby>"
  }

  private var kind: String {
    switch classes.first?.symbol {
    case .line: "type=\"line\""
    case .marker: "type=\"marker\""
    case .area, .edge, nil: "type=\"fill\""
    }
  }

  private func qmlLayer(_ symbol: Symbol) -> String {
    func layer(_ name: String, _ properties: KeyValuePairs<String, String>) -> String {
      // QGIS before 3.26 reads `prop`, later ones the options.
      let options = properties.map { "<Option name=\"\($0.key)\" type=\"QString\" value=\"\($0.value)\"/>" }.joined()
      let old = properties.map { "<prop k=\"\($0.key)\" v=\"\($0.value)\"/>" }.joined()
      return
        "<layer class=\"\(name)\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">\(options)</Option>\(old)</layer>"
    }
    switch symbol {
    case .line(let colour, let width, let dash):
      return layer(
        "SimpleLine",
        [
          "line_color": colour.qml, "line_width": Self.number(width), "line_width_unit": "MM",
          "use_custom_dash": dash.isEmpty ? "0" : "1", "customdash": dash.map(Self.number).joined(separator: ";"),
          "customdash_unit": "MM",
        ])
    case .area(let fill, let outline, let width):
      return layer(
        "SimpleFill",
        [
          "color": (fill ?? outline).qml, "style": fill == nil ? "no" : "solid", "outline_color": outline.qml,
          "outline_style": "solid", "outline_width": Self.number(width), "outline_width_unit": "MM",
        ])
    case .edge(let colour, let width):
      let casing = Symbol.area(
        fill: nil, outline: Palette.casing(of: colour), millimetres: width + Symbol.casingWidth)
      return qmlLayer(casing) + qmlLayer(.area(fill: nil, outline: colour, millimetres: width))
    case .marker(let shape, let fill, let outline, let size):
      return layer(
        "SimpleMarker",
        [
          "name": shape, "color": fill.qml, "outline_color": outline.qml, "outline_width": "0.3",
          "size": Self.number(size),
          "size_unit": "MM",
        ])
    }
  }

  private var qmlLabels: String {
    guard let labels else { return "" }
    return
      "<labeling type=\"simple\"><settings><text-style fieldName=\"\(labels)\" isExpression=\"0\" fontSize=\"8\" fontWeight=\"50\" "
      + "textColor=\"\(Palette.colour("ink").qml)\"><text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
      + "bufferColor=\"\(Palette.colour("page").qml)\"/></text-style><placement placement=\"6\" dist=\"1\" distUnits=\"MM\" priority=\"\(isFirst ? 10 : 5)\"/>"
      + "<rendering obstacle=\"0\"/>"
      + "</settings></labeling>"
  }
}
