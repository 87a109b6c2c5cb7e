internal import Coverage
internal import GeoFiles
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// How GIS programs draw a layer: one symbol, or one for each value of a field.
struct LayerStyle {
  /// What a row looks like.
  enum Symbol {
    /// A dash is given in millimetres, drawn and left out in turn; empty: a line without gaps.
    case line(Colour, millimetres: Double, dash: [Double] = [])
    case area(fill: Colour?, outline: Colour, millimetres: Double)
    /// The edge of an area that is not filled, on a wider line that sets it off from any ground.
    case edge(Colour, millimetres: Double)
    /// The shape by the name that QGIS and SLD share: `circle`, `square`, `triangle`, `star`.
    case marker(String, fill: Colour, outline: Colour, millimetres: Double)
  }

  /// Rows whose field has one value.
  struct Class {
    /// As the field holds it; nil for every row.
    var value: String?
    /// For people.
    var label: String
    var symbol: Symbol
  }

  /// The layer.
  var layer: String
  /// The field whose value chooses the class; nil: one class for all rows.
  var field: String?
  var classes: [Class]
  /// The field that is written next to each row.
  var labels: String?
  /// Whether its labels take their places before those of other layers.
  var isFirst = false
  /// Whether rows with the greatest value of ``field`` are drawn first, under the others.
  var isDescending = false
  /// Of the whole layer, 0 to 1.
  var opacity = 1.0
}

extension LeakReport {
  /// How ``layers`` are drawn.
  var styles: [LayerStyle] {
    let ways = LayerStyle.one("ways", .line(Palette.colour("ink"), millimetres: 0.7, dash: [3, 1]))
    return leak.closures.isEmpty
      ? [ways]
      : [
        ways,
        .one(
          "candidates",
          .marker("circle", fill: Palette.colour("amber"), outline: Palette.colour("ink"), millimetres: 3),
          labels: "rank"),
      ]
  }
}

extension GeoLayers {
  /// How every layer is drawn: the colours of the report's map.
  var styles: [LayerStyle] {
    let (ink, white, amber) = (Palette.colour("ink"), Palette.colour("page"), Palette.colour("amber"))
    let (vermilion, blue) = (Palette.colour("vermilion"), Palette.colour("blue"))
    let (green, purple) = (Palette.colour("green"), Palette.colour("border"))
    let one = LayerStyle.one
    func bands(_ layer: String, opacity: Double, _ symbol: (Colour) -> LayerStyle.Symbol) -> LayerStyle {
      let classes = coverage.bands.enumerated().map { index, band in
        LayerStyle.Class(
          value: DecimalText.text(band.height.metres, decimals: 3) ?? "", label: "\(band.height.heightText) AGL",
          symbol: symbol(Palette.floor(index, of: coverage.bands.count)))
      }
      // Bands lie within each other: the lowest is on top, and only the whole layer lets what is below shine through.
      return LayerStyle(
        layer: layer, field: "band_agl_m", classes: classes, labels: nil, isDescending: true, opacity: opacity)
    }
    func legs(_ leg: Leg, _ dash: [Double]) -> LayerStyle.Class {
      .init(value: leg.rawValue, label: leg.rawValue, symbol: .line(vermilion, millimetres: 0.6, dash: dash))
    }
    return [
      bands("rings", opacity: 1) { .edge($0, millimetres: 0.5) },
      bands("network", opacity: 0.6) { .area(fill: $0, outline: $0, millimetres: 0.2) },
      LayerStyle(
        layer: "radars", field: "status",
        classes: [
          .init(
            value: "existing", label: "existing",
            symbol: .marker("triangle", fill: ink, outline: white, millimetres: 4)),
          .init(
            value: "bought", label: "bought", symbol: .marker("triangle", fill: amber, outline: ink, millimetres: 4)),
        ], labels: "id", isFirst: true),
      one("bases", .marker("circle", fill: green, outline: white, millimetres: 4), "id"),
      one("strips", .marker("square", fill: vermilion, outline: white, millimetres: 2.6), "id"),
      one("candidate_sites", .marker("circle", fill: white, outline: ink, millimetres: 2.6), "id"),
      LayerStyle(layer: "routes", field: "leg", classes: [legs(.inbound, []), legs(.outbound, [2, 2])], labels: nil),
      one("detections", .marker("star", fill: white, outline: ink, millimetres: 4), "flight_id"),
      one("border", .line(purple, millimetres: 0.7, dash: [4, 1.5, 1, 1.5]), nil),
    ]
      + areaStyles
      + (scenario.routing == nil ? [] : [one("response_routes", .line(green, millimetres: 0.5, dash: []), nil)])
      + missionStyles
      + (scenario.illuminators.isEmpty
        ? [] : [one("illuminators", .marker("diamond", fill: purple, outline: white, millimetres: 3.4), "id")])
      + (routes.allSatisfy(\.isEmpty)
        ? []
        : [
          LayerStyle(
            layer: "route_floors", field: "seen",
            classes: [
              .init(
                value: "yes", label: "seen", symbol: .marker("circle", fill: blue, outline: white, millimetres: 1.8)),
              .init(
                value: "no", label: "not seen",
                symbol: .marker("circle", fill: white, outline: vermilion, millimetres: 1.8)),
            ], labels: nil)
        ])
      + (proposed == nil ? [] : [one("purchases", .marker("star", fill: amber, outline: ink, millimetres: 5), "order")])
      + (leak.map { LeakReport($0).styles } ?? [])
  }

  /// How QGIS draws them.
  var styleTable: OutputLayer { LayerStyle.table(of: styles) }
}

extension LayerStyle.Symbol {
  /// How much wider than an edge the line is on which it lies, in millimetres.
  static let casingWidth = 0.6
}

extension LayerStyle {
  /// A number as programs read it.
  static func number(_ value: Double) -> String { KMLText.decimal(value, 3) }

  /// One symbol for every row.
  static func one(_ layer: String, _ symbol: Symbol, labels: String? = nil) -> LayerStyle {
    LayerStyle(layer: layer, field: nil, classes: [.init(value: nil, label: layer, symbol: symbol)], labels: labels)
  }

  /// QGIS's own table of styles, which it reads when it opens a layer of the file.
  static func table(of styles: [LayerStyle]) -> OutputLayer {
    var table = OutputLayer(
      name: "layer_styles", description: "How QGIS draws the layers", geometry: .none,
      fields: [
        .init("f_table_catalog", .text), .init("f_table_schema", .text), .init("f_table_name", .text),
        .init("f_geometry_column", .text), .init("styleName", .text), .init("styleQML", .text),
        .init("styleSLD", .text), .init("useAsDefault", .flag), .init("description", .text), .init("owner", .text),
        .init("ui", .text), .init("update_time", .time),
      ])
    table.key = "id"
    for style in styles {
      table.append([
        "", "", .text(style.layer), "geom", "atalaya", .text(style.qml), .text(style.sld), "yes",
        "The colours of atalaya’s report", "", .null, "2000-01-01T00:00:00Z",
      ])
    }
    return table
  }
}
