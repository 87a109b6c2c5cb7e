public import GeoFiles
public import Planning
internal import Scenario
public import Units

/// The report: one HTML page that holds everything it needs.
///
/// It opens from disk without a network. A content security policy inside it keeps every request from leaving the
/// machine but one: pictures of the online base map, once the reader turns it on. The same plan gives the same bytes on the same
/// day, and on any day where `SOURCE_DATE_EPOCH` is set.
public struct ReportPage: Sendable {
  /// The page.
  public let html: String
  /// The page's charts and its map as drawings of their own, by name, in the language of the page.
  public let drawings: [(name: String, svg: String)]
  /// The map of the plan, for its other files.
  let layers: GeoLayers
  /// plan.json, which the page holds as well.
  let document: JSON

  /// The report of a plan.
  /// - Parameters:
  ///   - plan: The plan.
  ///   - language: The language that it opens in; the reader can change it.
  ///   - command: The command that makes it again, for people.
  ///   - library: The map library; nil: the map is a picture, and the page says so.
  ///   - date: The date at its foot; nil: that of the clock, or what `SOURCE_DATE_EPOCH` says.
  ///   - terrain: Grids over terrain for the map; nil: those of the plan, when it is over terrain.
  /// - Throws: ``GeoFileError`` when the coverage polygons cannot be combined, or the terrain cannot be read any more.
  public init(
    of plan: Plan, language: ReportLanguage = .en, command: String, library: MapLibrary?, terrain: TerrainLayers? = nil,
    date: String? = nil
  ) throws(GeoFileError) {
    layers = try GeoLayers(plan)
    let terrain = if let terrain { terrain } else { try TerrainLayers(of: plan) }
    let contents = PageContents(
      of: plan, layers: layers, terrain: terrain, hasMapLibrary: library != nil, command: command)
    document = contents.document
    let (sections, data) = (contents.sections, contents.data + [.init(key: "terrain", value: terrain?.json ?? .null)])
    (html, drawings) = plan.scenario.units.writing {
      () -> (String, [(name: String, svg: String)]) in
      SightWord(plan.scenario).writing {
        (
          PageFrame(
            of: plan.scenario, sections: sections, language: language, library: library, data: data, date: date
          ).html.markup,
          sections.flatMap { section in
            section.charts(language).map { (name: $0.name, svg: ChartStyle.standalone($0.chart.titled)) }
          }
        )
      }
    }
  }
}
