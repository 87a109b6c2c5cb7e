import Testing

@testable import ScenarioFiles

private typealias Change = @Sendable (inout YAMLText) throws -> Void

/// Each case: the text before, the change, the text after, written by hand.
private let cases: [(String, Change, String)] = [
  // A scalar where it stands, with its comment and quotes.
  ("a: 1 # one\nb: 2\n", { try $0.set([], "a", .text("5 min")) }, "a: 5 min # one\nb: 2\n"),
  ("a: \"1\"  # one\n", { try $0.set([], "a", .text("5 min")) }, "a: \"5 min\"  # one\n"),
  ("a: 'x'\n", { try $0.set([], "a", .text("it's")) }, "a: 'it''s'\n"),
  ("é: ñ\na: {b: 1, c: 2}\n", { try $0.set([.key("a")], "c", .text("06:00")) }, "é: ñ\na: {b: 1, c: \"06:00\"}\n"),
  ("a: >-\n  long\n  text\n\n# c\nb: 2\n", { try $0.set([], "a", .text("short")) }, "a: short\n\n# c\nb: 2\n"),
  // New keys.
  ("a: 1 # one\n# two\n", { try $0.set([], "b", .text("2")) }, "a: 1 # one\nb: 2\n# two\n"),
  ("a:\n  b: 1 # one\nc: 3", { try $0.set([.key("a")], "d", .text("x: y")) }, "a:\n  b: 1 # one\n  d: \"x: y\"\nc: 3"),
  ("a: {}\r\nb: 1\r\n", { try $0.set([.key("a")], "c", .text("1")) }, "a: { c: 1 }\r\nb: 1\r\n"),
  ("a:\nb: 1\n", { try $0.set([.key("a")], "c", .text("1")) }, "a: { c: 1 }\nb: 1\n"),
  ("a: 1", { try $0.set([.key("b")], "c", .text("1")) }, "a: 1\nb: { c: 1 }"),
  ("a: [1, 2] # x\n", { try $0.set([], "a", .flow("[3]")) }, "a: [3] # x\n"),
  ("a:\n  - 1\n  - 2\n# c\nb: 1\n", { try $0.set([], "a", .flow("[3]")) }, "a: [3]\n# c\nb: 1\n"),
  // Keys go.
  ("a: 1\nb: 2 # two\nc: 3\n", { try $0.remove([], "b") }, "a: 1\nc: 3\n"),
  ("a: 1\nb: 2", { try $0.remove([], "b") }, "a: 1"),
  ("a: {b: 1, c: 2, d: 3}\n", { try $0.remove([.key("a")], "c") }, "a: {b: 1, d: 3}\n"),
  ("a: {b: 1, c: 2}\n", { try $0.remove([.key("a")], "b") }, "a: {c: 2}\n"),
  ("a:\n  b: 1\nc: 2\n", { try $0.remove([.key("a")], "b") }, "a: {}\nc: 2\n"),
  ("a:\n  - b: 1\n    c: 2\n", { try $0.remove([.key("a"), .item(0)], "b") }, "a:\n  - c: 2\n"),
  // Rows.
  (
    "a:\n  # first\n  - { b: 1 } # one\n  # last\nc: 2\n",
    { try $0.append([.key("a")], .keys([("b", .text("2, 3"))])) },
    "a:\n  # first\n  - { b: 1 } # one\n  - { b: \"2, 3\" }\n  # last\nc: 2\n"
  ),
  (
    "a:\n- b: 1\n  c: 2\n", { try $0.append([.key("a")], .keys([("b", .text("3")), ("c", .text("4"))])) },
    "a:\n- b: 1\n  c: 2\n- b: 3\n  c: 4\n"
  ),
  ("a: [{b: 1}]\n", { try $0.append([.key("a")], .keys([("b", .text("2"))])) }, "a: [{b: 1}, { b: 2 }]\n"),
  (
    "x:\n  a: [] # none\n  y: 1\n", { try $0.append([.key("x"), .key("a")], .keys([("b", .text("2"))])) },
    "x:\n  a: # none\n    - { b: 2 }\n  y: 1\n"
  ),
  ("a:\n  - 1 # one\n  # c\n  - 2\nb: 1\n", { try $0.removeItem([.key("a")], 0) }, "a:\n  # c\n  - 2\nb: 1\n"),
  ("a: [1, 2, 3]\n", { try $0.removeItem([.key("a")], 2) }, "a: [1, 2]\n"),
  ("a:\n  - 1\nb: 1\n", { try $0.removeItem([.key("a")], 0) }, "a: []\nb: 1\n"),
]

@Test func `a change of YAML leaves everything else as it is`() throws {
  for (before, change, after) in cases {
    var text = try YAMLText(before)
    try change(&text)
    #expect(text.text == after, "\(before)")
  }
}

@Test func `a text is read back as it was written into YAML`() throws {
  let hostile = [
    "plain", "a: b # c", "# no comment", "- a", "{a: b}", "[", "\"", "'", "it's \"quoted\"", "*alias", "&anchor",
    "!tag", "%x", "null",
    "~", "true", "No", "", " ", " x ", "a\nb", "tab\tx", "06:00", "-5 m", "-", "--- x", "...", "x:", "x #", "ñandú °",
    "\u{2028}",
    "😀", "1e3", "=cmd", "a\\b", "?", "? x", ">", "|", "@x", "`x`", "yes", "x, y", "a'b",
  ]
  for style in ["plain", "'single'", "\"double\""] {
    for value in hostile {
      var text = try YAMLText("a: \(style) # c\nb: { c: 1 }\nd: 2\n")
      try text.set([], "a", .text(value))
      try text.set([.key("b")], "c", .text(value))
      try text.set([.key("b")], "new", .text(value))
      guard case .mapping(let pairs, _) = try YAMLTree.parse(text.text), case .mapping(let inner, _) = pairs[1].value
      else {
        Issue.record("\(value)")
        continue
      }
      for tree in [pairs[0].value, inner[0].value, inner[1].value] {
        guard case .scalar(let read, _) = tree else {
          Issue.record("\(value.debugDescription): \(tree)")
          continue
        }
        #expect(read.unicodeScalars.elementsEqual(value.unicodeScalars), "\(value.debugDescription)")
      }
      #expect(text.text.contains(" # c\n") && text.text.hasSuffix("\nd: 2\n"))
    }
  }
}

@Test func `what other parts of a document stand for is not changed`() throws {
  var text = try YAMLText("a: &x 1\nb: *x\n")
  #expect(throws: (any Error).self) { try text.set([], "a", .text("2")) }
  #expect(text.text == "a: &x 1\nb: *x\n")
  #expect(!YAMLWriting.isFlow("[*x]") && !YAMLWriting.isFlow("[a] # c") && !YAMLWriting.isFlow("[a]: b"))
  #expect(YAMLWriting.isFlow("[50 m, 150 m]") && YAMLWriting.isFlow("{ site: a, type: b }"))
}
