internal import Units

/// HTML in which every text that is put in is escaped.
///
/// A literal is markup; what stands in `\(…)` is text and becomes text, unless it is ``HTML`` itself. Names from the user's
/// data go in as `\(name: …)`, isolated so that a right-to-left name does not reverse the text next to it.
struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The markup.
  private(set) var markup = ""

  /// Nothing.
  init() {}

  /// Markup as it stands in the source.
  init(stringLiteral markup: String) { self.markup = markup }

  /// Markup with texts in it.
  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// Markup that is safe as it is: our own resources.
  init(trusted markup: String) { self.markup = markup }

  /// Text.
  init(text: String) { markup = KMLText.escaped(text) }

  static func += (html: inout HTML, other: HTML) { html.markup += other.markup }
  static func + (a: HTML, b: HTML) -> HTML { HTML(trusted: a.markup + b.markup) }

  /// What a literal is made from.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { markup += KMLText.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    /// A coordinate of a drawing, to a hundredth.
    mutating func appendInterpolation(_ number: Double) { markup += KMLText.decimal(number, 2) }
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    mutating func appendInterpolation(_ list: [HTML]) { for html in list { markup += html.markup } }
    mutating func appendInterpolation(name: String) {
      markup += "<bdi>\(KMLText.escaped(TerminalText.harmless(name)))</bdi>"
    }
  }
}

extension HTML {
  /// A table of texts: the first column of the body heads its row.
  /// - Parameters:
  ///   - caption: What it shows; read out by screen readers and shown above.
  ///   - numeric: Indices of columns that are set on the right.
  static func table(
    caption: String, heads: [String], rows: [[HTML]], numeric: Set<Int> = [], cssClass: String = "data"
  ) -> HTML {
    func mark(_ column: Int) -> HTML { numeric.contains(column) ? " class=\"n\"" : "" }
    let head = heads.enumerated().map { index, text in "<th scope=\"col\"\(mark(index))>\(text)</th>" as HTML }
    let body = rows.map { row in
      let cells = row.enumerated().map { index, cell in
        index == 0
          ? "<th scope=\"row\"\(mark(index))>\(cell)</th>" as HTML : "<td\(mark(index))>\(cell)</td>" as HTML
      }
      return "<tr>\(cells)</tr>\n" as HTML
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table class="\(cssClass)">
      <caption>\(caption)</caption><thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>

      """
  }

  /// A part that opens on a click.
  static func details(_ summary: String, _ content: HTML) -> HTML {
    "<details><summary>\(summary)</summary>\n\(content)</details>\n"
  }
}
