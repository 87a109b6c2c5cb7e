/// The page around the sections.
struct PageFrame {
  let title: String
  let about: HTML
  let sections: [any ReportSection]
  let language: ReportLanguage
  /// The map library; nil for a page without a map that answers.
  let library: MapLibrary?
  /// What the scripts read, besides their words.
  let data: [JSON.Member]
  /// When it is made.
  let date: String
  /// Whether a program that stays open serves it, and with it the scripts as files of their own; else it holds all it needs.
  var isServed = false
  /// What it is made from, in each language; nil for a page that has no scenario.
  var sources: ((ReportLanguage) -> HTML)?

  var html: HTML {
    let contents = sections.map { "<li><a href=\"#\($0.id)\">\($0.title.html)</a></li>" as HTML }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)" data-language="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(isServed ? PageFrame.servedPolicy : PageFrame.filePolicy)">
      <meta name="referrer" content="no-referrer">
      <link rel="icon" href="data:,">
      <title>\(title) · atalaya</title>
      <style>\(HTML(trusted: (library?.style ?? "") + PageResources.style + (isServed ? PageResources.liveStyle : "")))\(HTML.languageRules)</style>
      </head>
      <body\(isServed ? " class=\"live\"" : "" as HTML)>
      <a class="skip" href="#\(sections.first?.id ?? "")">\(Phrase.skip.html)</a>
      <header>
      <div><h1>\(name: title)</h1>\(about.markup.isEmpty ? "" : "<p>\(about)</p>" as HTML)</div>
      <div class="tools screen"><button type="button" id="language" lang="en"></button>
      <button type="button" id="theme">\(Phrase.theme.html)</button>
      <button type="button" id="print">\(Phrase.print.html)</button></div>
      </header>
      \(library == nil ? "" : "<noscript><p class=\"note\">\(Phrase.noScript.html)</p></noscript>" as HTML)
      <nav class="screen" \(HTML.labels(.contents))><ul>\(contents)</ul></nav>
      <main>
      \(sections.map(\.html))</main>
      <footer><p>\(madeBy)</p>\(madeFrom)\(library == nil ? "" : "<p>\(MapLibrary.notice)</p>" as HTML)</footer>
      <script type="application/json" id="data">\(dataText)</script>
      \(scripts)
      </body>
      </html>

      """
  }

  private var madeBy: HTML { .inEveryLanguage { "\($0(.madeBy, date, AtalayaVersion.current))" } }

  private var madeFrom: HTML { sources.map { "<p>\(HTML.inEveryLanguage($0))</p>" } ?? "" }

  /// What the page may load: from a disk nothing but pictures of the base map, once the reader asks for them.
  private static let filePolicy: HTML = """
    default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: https://tile.openstreetmap.org
    """

  /// The same of a page that a program serves: scripts and answers are the program's alone.
  package static let servedPolicy: HTML = """
    default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; \
    img-src data: https://tile.openstreetmap.org; base-uri 'none'; form-action 'none'
    """

  private var scripts: HTML {
    let names = library == nil ? ["page"] : PageResources.mapScripts
    if isServed {
      let served = ["leaflet"] + names + PageResources.liveScripts
      return HTML(trusted: served.map { "<script src=\"scripts/\($0).js\"></script>" }.joined(separator: "\n"))
    }
    let texts = (library.map { [$0.script] } ?? []) + names.map(PageResources.script)
    return HTML(trusted: texts.map { "<script>\($0)</script>" }.joined(separator: "\n"))
  }

  /// No `<` can end the element that holds it.
  private var dataText: HTML {
    let words = ReportLanguage.allCases.map { language in
      let texts =
        [("language", language.name)] + Phrase.script.map { ($0.key, $0.value.text(language)) }
        + (isServed ? LiveWords.texts(language).map { ($0.key, $0.text) } : [])
      return JSON.Member(
        key: language.rawValue, value: .object(texts.map { JSON.Member(key: $0.0, value: .string($0.1)) }))
    }
    let value = JSON.object([.init(key: "words", value: .object(words))] + data)
    var text: [UInt8] = []
    let compact = value.compact
    text.reserveCapacity(compact.utf8.count)
    for byte in compact.utf8 {
      if byte == UInt8(ascii: "<") { text += "\\u003c".utf8 } else { text.append(byte) }
    }
    return HTML(trusted: String(decoding: text, as: UTF8.self))
  }
}
