internal import Foundation
internal import Units

/// The style and the scripts of the page, held in the program.
enum PageResources {
  /// The style of the page: colours, the page, its charts.
  static var style: String { Palette.css + text(PackageResources.page_css) + chartStyle }

  /// The scripts of a page with a map, in their order.
  static let mapScripts = ["page", "figures", "geodesy", "terrain", "lookup", "layers", "reach", "answer", "map"]
  /// The scripts that a page has besides when a program serves it.
  static let liveScripts = ["live", "live-edit", "live-map"]

  /// A script by name.
  static func script(_ name: String) -> String {
    switch name {
    case "page": text(PackageResources.page_js)
    case "figures": text(PackageResources.figures_js)
    case "geodesy": earth + text(PackageResources.geodesy_js)
    case "terrain": text(PackageResources.terrain_js)
    case "lookup": text(PackageResources.lookup_js)
    case "layers": text(PackageResources.layers_js)
    case "reach": text(PackageResources.reach_js)
    case "answer": text(PackageResources.answer_js)
    case "map": text(PackageResources.map_js)
    case "live": text(PackageResources.live_js)
    case "live-edit": text(PackageResources.live_edit_js)
    case "live-map": text(PackageResources.live_map_js)
    default: preconditionFailure("the page has no script “\(name)”")
    }
  }

  /// The Earth of the package for the page: the ellipsoid, and the mean radius in metres.
  private static var earth: String {
    let (a, f, mean) = (EarthFigure.semiMajorAxis, EarthFigure.flattening, EarthFigure.meanRadius)
    return "const earth = { a: \(a.metres), f: \(f), mean: \(mean.metres) };\n"
  }

  /// The style of what a served page has besides.
  static var liveStyle: String { text(PackageResources.live_css) }

  /// The style of charts only.
  static var chartStyle: String { text(PackageResources.chart_css) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
