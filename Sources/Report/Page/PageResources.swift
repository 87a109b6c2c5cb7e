internal import Foundation

/// The style and the scripts of the page, held in the program.
enum PageResources {
  /// The style of the page: colours, the page, its charts.
  static var style: String { palette + text(PackageResources.page_css) + chartStyle }

  /// A script by name.
  static func script(_ name: String) -> String {
    switch name {
    case "page": text(PackageResources.page_js)
    case "earth": text(PackageResources.earth_js)
    case "terrain": text(PackageResources.terrain_js)
    case "layers": text(PackageResources.layers_js)
    case "map": text(PackageResources.map_js)
    default: preconditionFailure("the page has no script “\(name)”")
    }
  }

  /// The style of charts alone.
  static var chartStyle: String { text(PackageResources.chart_css) }
  /// The colours alone.
  static var palette: String { text(PackageResources.palette_css) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// Charts that stand alone, for slides.
enum ChartStyle {
  /// An SVG file with its own style, in the light colours of the page.
  static func standalone(_ chart: Chart) -> String {
    var style = PageResources.chartStyle
    // A file of its own has no `:root` of the page: the values take the places of the variables.
    for match in PageResources.palette.prefix(while: { $0 != "}" }).matches(of: #/(--[a-z0-9-]+):\s*([^;]+);/#) {
      style = style.replacing("var(\(match.output.1))", with: match.output.2)
    }
    let svg = chart.svg.markup
    guard let end = svg.firstIndex(of: "\n") else { return svg }
    let page = "<rect class=\"m-page\" width=\"100%\" height=\"100%\"/>"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg[...end] + "<style>\(style)</style>\(page)\n"
      + svg[svg.index(after: end)...]
  }
}
