internal import Units

/// Writes indented XML.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element with others inside.
  mutating func element(_ name: String, _ attributes: String = "", _ body: (inout XMLWriter) -> Void) {
    line("<\(name)\(attributes.isEmpty ? "" : " \(attributes)")>")
    depth += 1
    body(&self)
    depth -= 1
    line("</\(name)>")
  }

  /// An element with a text, which is escaped.
  mutating func leaf(_ name: String, _ value: String) { raw(name, KMLText.escaped(TerminalText.harmless(value))) }

  /// An element with a text that is escaped already.
  mutating func raw(_ name: String, _ value: String) { line("<\(name)>\(value)</\(name)>") }

  private mutating func line(_ content: String) {
    text += String(repeating: " ", count: depth) + content + "\n"
  }
}
