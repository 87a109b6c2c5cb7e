import Testing

@testable import ScenarioFiles

/// Documents of a few bytes that stand for billions of values.
@Suite struct YAMLLimitsTests {
  private func failure(_ text: String) -> String? {
    do throws(YAMLTree.Failure) {
      _ = try YAMLTree.parse(text)
      return nil
    } catch { return error.what }
  }

  /// What libyaml takes for a break or a blank before an alias.
  @Test(.timeLimit(.minutes(1)), arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\r", "\n", " ", "\t", ""])
  func `aliases are counted whatever stands before them`(_ blank: String) {
    let many = "a: &a x\nb: [" + (0..<30).map { _ in "\(blank)*a" }.joined(separator: ",") + "]"
    #expect(failure(many)?.contains("20 YAML aliases") == true)
    // Each key holds the one before twice: 2²⁸ values, were they compared.
    var keys = "a: &a [x, y]\n? &k0 [\(blank)*a,\(blank)*a]\n: 1\n"
    for level in 1...27 { keys += "? &k\(level) [\(blank)*k\(level - 1),\(blank)*k\(level - 1)]\n: 1\n" }
    #expect(failure(keys)?.contains("key") == true)
    let values = (1...19).reduce("a0: &a0 [x, x]\n") { $0 + "a\($1): &a\($1) [\(blank)*a\($1 - 1)]\n" }
    #expect(failure(values) == nil)
  }

  @Test func `a star that is no alias is not counted`() {
    let text = "a: \"" + String(repeating: " *x", count: 30) + "\"\nb: 5 * 3\n# *x *x\nc: |\n  *x *y\n"
    #expect(failure(text) == nil)
  }

  @Test func `keys that are no words, and lists a hundred deep, are refused`() {
    for text in ["? [a]\n: b", "? {a: b}\n: c", "{[a]: b}", "a: &a x\n? *a\n: c", "{? [a, b] : c}"] {
      #expect(failure(text)?.contains("key") == true, "\(text)")
    }
    #expect(failure(String(repeating: "[", count: 99) + "x" + String(repeating: "]", count: 99)) == nil)
    #expect(failure(String(repeating: "[", count: 101))?.contains("deep") == true)
  }

  @Test(arguments: [
    ("atalaya: 1\nname: a\n", "atalaya: 1\nname: a\n\nterrain: tiles\n"),
    ("atalaya: 1", "atalaya: 1\n\nterrain: tiles\n"),
    ("name: |\n  text\n  of lines\n", "name: |\n  text\n  of lines\n\nterrain: tiles\n"),
    ("a: b\nterrain: tiles # ours\n", "a: b\nterrain: tiles # ours\n"),
    ("a: b\n\"terrain\":   'tiles'\n", "a: b\n\"terrain\":   'tiles'\n"),
  ])
  func `a key goes to the end, once`(_ text: String, _ wanted: String) throws {
    #expect(try ScenarioText.adding("terrain: tiles", to: text) == wanted)
  }

  @Test(arguments: [
    "{ atalaya: 1, name: flow }", "{ atalaya: 1,\n  name: flow }\n", "atalaya: 1\nterrain: other\n", "terrain:\n",
    "  atalaya: 1\n  name: indented\n", "atalaya: 1\n...\n", "- a\n", "text", "a: \"open", "a: b\n---\nc: d\n",
    "? terrain\n: other\n", "{\"terrain\": other}", "name: |+\n  text\n",
  ])
  func `a text that cannot take a key is refused`(_ text: String) {
    #expect(throws: ScenarioText.Refusal.self) { try ScenarioText.adding("terrain: tiles", to: text) }
  }
}
