/// What a coordinate system's text may not do: make PROJ open a file of the writer's choice.
///
/// A grid by its plain name is looked for among PROJ's own files; with a path it would be anything on this machine.
/// ``ProjFiles`` opens no such file; this finds it out before, and says so.
package enum SystemText {
  /// Parameters of PROJ strings, and WKT's, whose values are files; without white space.
  private static let marks = [
    "grids=", "init=", "file=", "model=", "xy_src=", "catalog=", "\"value\":", "parameterfile[", "parameterfile(",
    "\"proj4_grids\",",
  ]

  /// What an error says of such a text.
  package static let refusal = "it names a file by its path; grids are found by their plain names among PROJ’s own"

  /// Whether a text names a file by a path.
  package static func namesPath(_ text: String) -> Bool {
    // Without these, of which tightening makes none, there is no path.
    guard text.contains(where: { $0 == "/" || $0 == "\\" }) || text.contains("..") else { return false }
    let text = tightened(text)
    return marks.contains { mark in
      var rest = text[...]
      while let found = rest.firstRange(of: mark) {
        rest = rest[found.upperBound...]
        // Up to the next parameter, or the bracket that ends WKT's; the value's own name may hold blanks.
        let ends: [Character] =
          mark.hasPrefix("parameterfile")
          ? ["]", ")"] : mark.hasPrefix("\"value") ? [",", "}"] : [" ", "]", ")", "\""]
        let isQuoted = mark.hasSuffix("=") || mark.hasSuffix("\",")
        let value = rest.drop { isQuoted && $0 == "\"" }.prefix { !ends.contains($0) }
        if value.contains("/") || value.contains("\\") || value.contains("..") { return true }
      }
      return false
    }
  }

  /// The text in lower case with white space as one blank, and with none next to signs that part words.
  private static func tightened(_ text: String) -> String {
    var result = ""
    var isBlank = false
    let parting: Set<Character> = ["=", ",", "[", "(", ":", "+"]
    for character in text.lowercased() {
      if character.isWhitespace {
        isBlank = true
        continue
      }
      if isBlank, !["=", ",", "[", "(", ":"].contains(character), result.last.map({ !parting.contains($0) }) ?? false {
        result.append(" ")
      }
      isBlank = false
      result.append(character)
    }
    return result
  }
}
