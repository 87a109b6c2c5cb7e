/// Yes and no as people write them in tables.
package enum YesNo {
  /// English, Spanish, Portuguese, French, German and Italian; `x` marks a cell.
  private static let yes: Set<String> = [
    "yes", "y", "true", "t", "1", "on", "x", "sí", "si", "s", "sim", "verdadero", "verdadeiro", "oui", "vrai", "ja",
    "j", "wahr", "sì", "vero", "✓", "✔",
  ]
  private static let no: Set<String> = [
    "no", "n", "false", "f", "0", "off", "falso", "não", "nao", "non", "faux", "nein", "falsch",
  ]

  /// The words that are read, for messages and the reference.
  package static let accepted = "yes, no (also true, false, 1, 0, x, sí, sim, não, oui, non, ja, nein)"

  /// What a word says, without regard to case and spaces around it; nil for any other word.
  package static func parse(_ text: String) -> Bool? {
    var word = text.lowercased()[...]
    while word.first?.isBlank == true { word.removeFirst() }
    while word.last?.isBlank == true { word.removeLast() }
    if yes.contains(String(word)) { return true }
    return no.contains(String(word)) ? false : nil
  }
}
