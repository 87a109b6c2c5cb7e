package import Foundation
package import GeoFiles
package import Planning
internal import Scenario
internal import Units

/// The report page of a plan as a program serves it that stays open: the page itself, and what of it changes with the plan.
///
/// Sections, tables and drawings are those of ``ReportPage``. Grids over terrain travel apart from the rest, each under a key that is
/// the same as long as its cells are, so that a page fetches only those that have changed.
package struct LivePage: Sendable {
  /// A grid of the page by its key.
  package struct Grid: Sendable {
    /// Made from the cells: equal for equal ones.
    package let key: String
    /// Row-major from the north-west: one byte a cell, or two, the low one first.
    package let bytes: Data
  }

  /// The grids that the page shows.
  package let grids: [Grid]
  private let scenario: Scenario
  private let sections: [any ReportSection]
  private let data: [JSON.Member]

  /// The page of a plan.
  /// - Parameters:
  ///   - terrain: The plan's grids over terrain; nil over a smooth Earth.
  ///   - command: The command that makes the plan's report, for people.
  /// - Throws: ``GeoFileError`` when the coverage polygons cannot be combined.
  package init(of plan: Plan, terrain: TerrainLayers?, command: String) throws(GeoFileError) {
    let layers = try GeoLayers(plan)
    let contents = plan.scenario.units.writing {
      PageContents(of: plan, layers: layers, terrain: terrain, hasMapLibrary: true, command: command)
    }
    let packed = terrain.map { LiveGrids($0) }
    scenario = plan.scenario
    // The map comes first: it is what is worked on.
    sections = contents.sections.filter { $0.id == "map" } + contents.sections.filter { $0.id != "map" }
    data = contents.data + [.init(key: "terrain", value: packed?.json ?? .null)]
    grids = packed?.grids ?? []
  }

  /// The page.
  package func html(_ language: ReportLanguage, library: MapLibrary) -> String {
    written {
      PageFrame(
        of: scenario, sections: sections, language: language, library: library,
        // The script fetches the cells before it shows them.
        data: data.map { $0.key == "terrain" ? .init(key: $0.key, value: .null) : $0 }, date: nil, isServed: true
      ).html.markup
    }
  }

  /// What a page that is open puts in the place of what it shows, as JSON: `sections`, a list of `id` and `html` in their order,
  /// `form`, the controls of the map, and `data` for the scripts.
  package var update: String {
    written {
      JSON.object([
        "sections": .array(
          sections.filter { $0.id != "map" }.map {
            .object(["id": .string($0.id), "html": .string($0.html.markup)])
          }),
        "form": .string((sections.first as? MapSection)?.form.markup ?? ""), "data": .object(data),
      ]).compact
    }
  }

  private func written<Result>(_ body: () -> Result) -> Result {
    scenario.units.writing { SightWord(scenario).writing(body) }
  }

  /// A script of the page by its name, without `.js`; nil for none of that name.
  package static func script(_ name: String, library: MapLibrary) -> String? {
    if name == "leaflet" { return library.script }
    guard (PageResources.mapScripts + PageResources.liveScripts).contains(name) else { return nil }
    return PageResources.script(name)
  }

  /// What the page may load, as the header of an answer says it.
  package static var contentSecurityPolicy: String { PageFrame.servedPolicy.markup + "; frame-ancestors 'none'" }
}
