public import GeoFiles
public import Scenario

/// The report: one HTML page that holds everything it needs.
///
/// It opens from disk without a network. A content security policy inside it keeps every request from leaving the
/// machine but one: pictures of the online base map, once the reader turns it on. The same plan gives the same bytes.
public struct ReportPage: Sendable {
  /// The page.
  public let html: String
  /// The page's charts and its map as drawings of their own, by name, in the language of the page.
  public let drawings: [(name: String, svg: String)]

  /// The report of a plan.
  /// - Parameters:
  ///   - plan: The plan.
  ///   - language: The language that it opens in; the reader can change it.
  ///   - command: The command that makes it again, for people.
  ///   - library: The map library; nil: the map is a drawing, and the page says so.
  ///   - terrain: Grids over terrain for the map; nil: the map shows the smooth Earth.
  /// - Throws: ``GeoFileError`` when the coverage polygons cannot be combined.
  public init(
    of plan: Plan, language: ReportLanguage = .en, command: String, library: MapLibrary?, terrain: TerrainLayers? = nil
  ) throws(GeoFileError) {
    let layers = try GeoLayers(plan)
    let input = ReportInput(
      plan: plan, layers: layers, terrain: terrain, hasMapLibrary: library != nil, command: command)
    let sections = input.sections
    html = PageFrame(input: input, language: language, library: library).html(sections).markup
    drawings = sections.flatMap { section in
      section.charts(language).map { ($0.name, ChartStyle.standalone($0.chart)) }
    }
  }
}

/// The page around the sections.
struct PageFrame {
  let input: ReportInput
  let language: ReportLanguage
  let library: MapLibrary?

  func html(_ sections: [any ReportSection]) -> HTML {
    let name = input.plan.scenario.name
    let contents = sections.map { "<li><a href=\"#\($0.id)\">\($0.title.html)</a></li>" as HTML }
    let about = input.plan.scenario.description
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)" data-language="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'; img-src data: https://tile.openstreetmap.org">
      <meta name="referrer" content="no-referrer">
      <link rel="icon" href="data:,">
      <title>\(name) · atalaya</title>
      <style>\(HTML(trusted: (library?.style ?? "") + PageResources.style))</style>
      </head>
      <body>
      <a class="skip" href="#summary">\(Phrase.skip.html)</a>
      <header>
      <div><h1>\(name: name)</h1>\(about.isEmpty ? "" : "<p>\(name: about)</p>" as HTML)</div>
      <div class="tools screen"><button type="button" id="language" lang="en"></button>
      <button type="button" id="theme">\(Phrase.theme.html)</button>
      <button type="button" id="print">\(Phrase.print.html)</button></div>
      </header>
      <noscript><p class="note">\(Phrase.noScript.html)</p></noscript>
      <nav class="screen" \(HTML.labels(.contents))><ul>\(contents)</ul></nav>
      <main>
      \(sections.map(\.html))</main>
      <footer><p>\(madeBy)</p>\(library == nil ? "" : "<p>\(MapLibrary.notice)</p>" as HTML)</footer>
      <script type="application/json" id="data">\(data)</script>
      \(scripts)
      </body>
      </html>

      """
  }

  private var madeBy: HTML {
    HTML(
      trusted: ReportLanguage.allCases.map { say in
        let text: HTML =
          "<span class=\"in-\(say.rawValue)\" lang=\"\(say.rawValue)\">\(say(.madeBy, AtalayaVersion.current))</span>"
        return text.markup
      }.joined())
  }

  private var scripts: HTML {
    let names = library == nil ? ["page"] : ["page", "earth", "terrain", "layers", "map"]
    let texts = (library.map { [$0.script] } ?? []) + names.map(PageResources.script)
    return HTML(trusted: texts.map { "<script>\($0)</script>" }.joined(separator: "\n"))
  }

  /// plan.json, what the map needs besides, and the words of the scripts; no `<` can end the element that holds it.
  private var data: HTML {
    let words = ReportLanguage.allCases.map { language in
      JSON.Member(
        key: language.rawValue,
        value: .object(Phrase.script.map { .init(key: $0.key, value: .string($0.value.text(language))) }))
    }
    let value = JSON.object([
      "words": .object(words), "plan": PlanDocument.json(of: input.plan),
      "map": MapData(plan: input.plan, layers: input.layers).json, "terrain": input.terrain?.json ?? .null,
    ])
    return HTML(trusted: value.compact.replacing("<", with: "\\u003c"))
  }
}
