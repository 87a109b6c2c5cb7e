extension Phrase {
  /// In every language; the page shows the one that is chosen.
  var html: HTML { .inEveryLanguage { "\(text($0))" } }
}

extension HTML {
  /// A text in every language, of which the page shows the one that is chosen.
  static func inEveryLanguage(_ text: (ReportLanguage) -> HTML) -> HTML {
    HTML(
      trusted: ReportLanguage.allCases.map { say in
        "<span class=\"in-\(say.rawValue)\" lang=\"\(say.rawValue)\">\(text(say).markup)</span>"
      }.joined())
  }

  /// The rules by which the page shows one language.
  static var languageRules: HTML {
    HTML(
      trusted: ReportLanguage.allCases.map { language in
        "html:not([data-language=\"\(language.rawValue)\"]) .in-\(language.rawValue) { display: none; }\n"
      }.joined())
  }

  /// An `aria-label` in the language of the page, which the script keeps.
  static func labels(_ phrase: Phrase) -> HTML {
    "aria-label=\"\(phrase.text(.en))\" \(attributes("label") { phrase.text($0) })"
  }

  /// The same of any text.
  static func labels(_ text: (ReportLanguage) -> String) -> HTML {
    "aria-label=\"\(text(.en))\" \(attributes("label", text))"
  }

  /// A text in the language of the page, which the script puts in: for elements that can hold nothing but text.
  static func texts(_ text: (ReportLanguage) -> String) -> HTML { attributes("text", text) }

  /// `data-label-en="…" data-label-es="…"`
  private static func attributes(_ name: String, _ text: (ReportLanguage) -> String) -> HTML {
    HTML(
      trusted: ReportLanguage.allCases.map { language in
        let attribute: HTML = "data-\(name)-\(language.rawValue)=\"\(text(language))\""
        return attribute.markup
      }.joined(separator: " "))
  }
}
