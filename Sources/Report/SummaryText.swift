/// Lines of the console summary.
enum SummaryText {
  private static let indent = 11
  private static let width = 100

  /// A line under its title, broken between words and indented.
  static func wrapped(_ text: String, title: String) -> String {
    var lines: [String] = []
    var line = title + String(repeating: " ", count: max(1, indent - title.count))
    var isFresh = true
    for word in ConsoleText.harmless(text).split(separator: " ") {
      if !isFresh, ConsoleText.width(of: line) + 1 + ConsoleText.width(of: String(word)) > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isFresh = true
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    return (lines + [line]).joined(separator: "\n") + "\n"
  }

  /// The first items of a list, and where the others stand.
  static func list(_ items: [String], separator: String, most: Int, rest file: String) -> String {
    guard items.count > most else { return items.joined(separator: separator) }
    return items.prefix(most).joined(separator: separator) + separator + "\(items.count - most) more in \(file)"
  }
}
