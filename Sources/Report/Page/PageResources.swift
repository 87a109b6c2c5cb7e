internal import Foundation

/// The style and the scripts of the page, held in the program.
enum PageResources {
  /// The style of the page: colours, the page, its charts.
  static var style: String { Palette.css + text(PackageResources.page_css) + chartStyle }

  /// A script by name.
  static func script(_ name: String) -> String {
    switch name {
    case "page": text(PackageResources.page_js)
    case "figures": text(PackageResources.figures_js)
    case "geodesy": text(PackageResources.geodesy_js)
    case "terrain": text(PackageResources.terrain_js)
    case "lookup": text(PackageResources.lookup_js)
    case "layers": text(PackageResources.layers_js)
    case "answer": text(PackageResources.answer_js)
    case "map": text(PackageResources.map_js)
    default: preconditionFailure("the page has no script “\(name)”")
    }
  }

  /// The style of charts only.
  static var chartStyle: String { text(PackageResources.chart_css) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// Charts that stand on their own, for slides.
enum ChartStyle {
  /// An SVG file with its own style, in the light colours of the page.
  static func standalone(_ chart: Chart) -> String {
    var style = PageResources.chartStyle
    // A file of its own has no `:root` of the page: the values take the places of the variables.
    for (name, value) in Palette.variables { style = style.replacing("var(\(name))", with: value) }
    let svg = chart.svg.markup
    guard let end = svg.firstIndex(of: "\n") else { return svg }
    let page = "<rect class=\"m-page\" width=\"100%\" height=\"100%\"/>"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg[...end] + "<style>\(style)</style>\(page)\n"
      + svg[svg.index(after: end)...]
  }
}
