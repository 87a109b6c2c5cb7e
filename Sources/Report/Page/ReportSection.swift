internal import Planning
internal import Scenario

/// One section of the report.
///
/// A section is made from what its part of the work left in the plan, and is nil when that part was not asked. To add one, write a
/// section and name it in ``all(of:)``; the others stay as they are.
protocol ReportSection: Sendable {
  /// Its mark in the page's address.
  var id: String { get }
  /// Its heading.
  var title: Phrase { get }
  /// Its content in one language.
  func body(_ say: ReportLanguage) -> HTML
  /// Its drawings with the names of their files.
  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)]
  /// Its content in all languages, of which the page shows one.
  var content: HTML { get }
}

extension ReportSection {
  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] { [] }

  var content: HTML {
    HTML(
      trusted: ReportLanguage.allCases.map { language in
        "<div class=\"in-\(language.rawValue)\" lang=\"\(language.rawValue)\">\n\(body(language).markup)</div>\n"
      }.joined())
  }

  var html: HTML {
    "<section id=\"\(id)\" aria-labelledby=\"h-\(id)\">\n<h2 id=\"h-\(id)\">\(title.html)</h2>\n\(content)</section>\n"
  }
}
