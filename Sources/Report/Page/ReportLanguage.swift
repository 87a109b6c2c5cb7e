internal import Units

/// A language of the report.
public enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
  /// English.
  case en
  /// Spanish.
  case es

  /// A phrase in this language, its `{}` filled in order.
  func callAsFunction(_ phrase: Phrase, _ values: String...) -> String {
    var rest = values.makeIterator()
    var text = ""
    for (index, part) in phrase.text(self).split(separator: "{}", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { text += rest.next() ?? "" }
      text += part
    }
    return text
  }
}

/// A text of the report in every language; `{}` stands for a value.
struct Phrase: Sendable, Hashable {
  private let en: String
  private let es: String

  init(_ en: String, _ es: String) {
    self.en = en
    self.es = es
  }

  /// The same with a value in the place of `{}`.
  func filled(_ value: String) -> Phrase {
    Phrase(en.replacing("{}", with: value), es.replacing("{}", with: value))
  }

  func text(_ language: ReportLanguage) -> String { UnitSystem.current.heading(language == .en ? en : es) }

  /// In every language; the page shows the one that is chosen.
  var html: HTML {
    HTML(
      trusted: ReportLanguage.allCases.map {
        "<span class=\"in-\($0)\" lang=\"\($0)\">\(HTML(text: text($0)).markup)</span>"
      }.joined())
  }
}

extension String {
  /// A name inside a sentence of plain text: a right-to-left name does not turn what stands beside it. The marks for that are
  /// such as ``TerminalText`` removes from the names of users: it is applied once.
  var isolated: String { "\u{2068}\(TerminalText.harmless(self))\u{2069}" }
}
