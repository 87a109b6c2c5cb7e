/// Files that are written together, and replaced together by the next run.
enum OutputSet: String, Sendable, Codable, CaseIterable {
  case plan, report, comparison, place, leak, reach

  /// Whether a file of the set can have a name.
  func has(_ name: String) -> Bool {
    switch self {
    case .plan: names.contains(name) || TerrainRasters.isProbability(name) || TerrainRasters.isCertainty(name)
    case .report: names.contains(name) || Self.isRadarDrawing(name)
    case .comparison, .place, .leak: names.contains(name)
    case .reach: names.contains(name) || ReachRasters.isName(name)
    }
  }

  /// `radar-1.svg`: of the drawings of radar types there are as many as types.
  private static func isRadarDrawing(_ name: String) -> Bool {
    let number = name.dropFirst("radar-".count).dropLast(".svg".count)
    return name.hasPrefix("radar-") && (name.hasSuffix(".svg") || name.hasSuffix(".png")) && !number.isEmpty
      && number.count < 6 && number.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Every name that a file of the set can have, besides those that tell a height.
  var names: Set<String> {
    switch self {
    case .plan:
      [
        "report.html", "plan.json", "responses.csv", "windows.csv", "required.csv", "coverage.csv", "routes.csv",
        "coverage.gpkg", "coverage.geojson", "plan.kml", "floor.tif", "second_floor.tif", "radar.tif", "seen_from.tif",
        "floor.qml", "second_floor.qml", "radar.qml", "seen_from.qml", "certainty.tif", "certainty.qml",
      ]
    case .report:
      Set(["report.html"] + Self.drawings.flatMap { ["\($0).svg", "\($0).png"] })
    case .comparison: ["comparison.html", "comparison.json"]
    case .place:
      [
        "place.json", "purchases.csv", "prices.csv", "without.csv", "purchases.gpkg", "purchases.geojson",
        "measures.csv", "stages.csv", "plans.csv", "budgets.csv",
      ]
    case .leak: ["leak.json", "leak.csv", "leak.gpkg", "leak.geojson", "candidates.csv"]
    case .reach:
      [
        "reach.json", "reach.csv", "reach_places.csv", "reach_without.csv", "reach_fallen.csv", "reach.gpkg",
        "reach.geojson",
      ]
    }
  }

  /// Names of the page's drawings.
  private static let drawings = [
    "map", "timelines", "required-detection", "route-floors", "leak", "placement", "purchases", "coverage", "skylines",
    "ways", "certainty", "detection",
  ]
}
