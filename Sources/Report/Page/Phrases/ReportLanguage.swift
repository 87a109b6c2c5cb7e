internal import Units

/// A language of the report. Each has a file of its own with all its phrases.
public struct ReportLanguage: RawRepresentable, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  /// Every language, in the order in which the page offers them.
  public static let allCases: [ReportLanguage] = [.en, .es]

  /// Its code, as in `lang="es"`.
  public let rawValue: String
  /// What its speakers call it.
  public let name: String
  private let phrase: @Sendable (Phrase) -> String
  /// What it says otherwise where looks count.
  private let ofLooks: @Sendable (Phrase) -> String?

  init(
    _ code: String, name: String, phrase: @escaping @Sendable (Phrase) -> String,
    ofLooks: @escaping @Sendable (Phrase) -> String?
  ) {
    (rawValue, self.name, self.phrase, self.ofLooks) = (code, name, phrase, ofLooks)
  }

  /// The language with a code; nil where the report does not have it.
  public init?(rawValue: String) {
    guard let language = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = language
  }

  /// Its code.
  public var description: String { rawValue }

  /// By their codes.
  public static func == (one: Self, other: Self) -> Bool { one.rawValue == other.rawValue }

  /// By its code.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  /// A phrase in this language, its `{}` filled in order.
  func callAsFunction(_ phrase: Phrase, _ values: String...) -> String { self(phrase, values) }

  /// A phrase in this language, its `{}` filled in order.
  func callAsFunction(_ phrase: Phrase, _ values: [String]) -> String {
    var rest = values.makeIterator()
    var text = ""
    for (index, part) in phrase.text(self).split(separator: "{}", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { text += rest.next() ?? "" }
      text += part
    }
    return text
  }

  fileprivate func text(_ key: Phrase) -> String {
    switch SightWord.current {
    case .seen: phrase(key)
    case .covered: ofLooks(key) ?? phrase(key)
    case .softlyCovered:
      if let soft = Phrase.ofSoftEdges[key] { phrase(soft) } else { ofLooks(key) ?? phrase(key) }
    }
  }
}

extension Phrase {
  /// What it says in a language, headings in the units that count; `{}` stands for a value.
  func text(_ language: ReportLanguage) -> String { UnitSystem.current.heading(language.text(self)) }
}

extension String {
  /// A name inside a sentence of plain text: a right-to-left name does not reverse the text next to it. ``TerminalText`` removes
  /// the marks for that from users’ names, so this is applied once.
  var isolated: String { "\u{2068}\(TerminalText.harmless(self))\u{2069}" }
}
