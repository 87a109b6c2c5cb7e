import Scenario
import Units

/// The text of a YAML document, in which values, keys and rows are changed where they stand; comments, order, quotes and
/// everything else stay as they are.
struct YAMLText {
  /// A step from a part to one inside.
  enum Step: Hashable {
    /// The value under a key, in our spelling.
    case key(String)
    /// An item of a list.
    case item(Int)
  }

  private var scalars: [Unicode.Scalar]
  private(set) var root: YAMLSpan?
  private let lineBreak: String

  /// - Throws: What ``YAMLTree/parse(_:)`` says of the text.
  init(_ text: String) throws(ScenarioProblem) {
    _ = try YAMLTree.parse(text)
    scalars = Array(text.unicodeScalars)
    root = YAMLSpan.parse(scalars)
    lineBreak = TextStyle(Array(text.utf8)).lineBreak
  }

  /// The text.
  var text: String { text(0..<scalars.count) }

  /// The text of a part, as it is written.
  func text(of part: YAMLSpan) -> String { text(part.start..<part.end) }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// The part at the end of a way; nil where the way leads to nothing.
  func part(_ path: [Step]) -> YAMLSpan? {
    var part = root
    for step in path {
      switch step {
      case .key(let key): part = part?.value(key)
      case .item(let index): part = part.flatMap { $0.items.indices.contains(index) ? $0.items[index] : nil }
      }
    }
    return part
  }

  // MARK: Keys

  /// Gives a key of a set of keys a value; the key is added behind the others where it is not there.
  ///
  /// - Parameters:
  ///   - path: The way to the set of keys; what is not there yet, or has nothing behind it, is made.
  ///   - key: The key as it is written where it is new.
  mutating func set(_ path: [Step], _ key: String, _ value: YAMLValue) throws(ScenarioProblem) {
    guard let part = part(path), !part.isNothing else {
      guard case .key(let outer)? = path.last else { throw Self.refusal("has nothing where a set of keys should be") }
      return try set(Array(path.dropLast()), outer, .keys([(key, value)]))
    }
    guard case .mapping(let pairs, let isFlow) = part.content else {
      throw Self.refusal(at: line(part.start), "is not a set of keys")
    }
    let wanted = Record.normalized(key)
    if let (_, old) = pairs.first(where: { Record.normalized($0.key.text ?? "") == wanted }) {
      return try replace(old, with: value)
    }
    let written = "\(YAMLWriting.scalar(key)): \(value.written())"
    guard let last = pairs.last else { return try splice([(part.start..<part.end, "{ \(written) }")]) }
    if isFlow { return try splice([(last.value.end..<last.value.end, ", \(written)")]) }
    let indent = String(repeating: " ", count: column(pairs[0].key.start))
    try insertLine(after: last.value.end, indent + written)
  }

  /// Takes a key away; nothing happens where it is not there.
  mutating func remove(_ path: [Step], _ key: String) throws(ScenarioProblem) {
    guard let part = part(path), case .mapping(let pairs, let isFlow) = part.content,
      let index = pairs.firstIndex(where: { Record.normalized($0.key.text ?? "") == Record.normalized(key) })
    else { return }
    let (name, value) = pairs[index]
    guard pairs.count > 1 else { return try replace(part, with: .keys([])) }
    if isFlow { return try splice([(flowSpan(pairs.map { $0.key.start..<$0.value.end }, index), "")]) }
    if isFirstOnLine(name.start) { return try splice([(lines(name.start, value.end), "")]) }
    // The first key of a row stands behind the dash.
    guard index + 1 < pairs.count else { throw Self.refusal(at: line(name.start), "cannot be taken away alone") }
    try splice([(name.start..<pairs[index + 1].key.start, "")])
  }

  // MARK: Lists

  /// Adds an item to the end of a list, in the style of its other items.
  mutating func append(_ path: [Step], _ value: YAMLValue) throws(ScenarioProblem) {
    guard let part = part(path), !part.isNothing else {
      guard case .key(let outer)? = path.last else { throw Self.refusal("has nothing where a list should be") }
      return try startList(Array(path.dropLast()), outer, value)
    }
    guard case .sequence(let items, let isFlow) = part.content else {
      throw Self.refusal(at: line(part.start), "is not a list")
    }
    guard let last = items.last else {
      if case .key(let outer)? = path.last { return try startList(Array(path.dropLast()), outer, value) }
      return try splice([(part.start..<part.end, "[\(value.written())]")])
    }
    if isFlow { return try splice([(last.end..<last.end, ", \(value.written())")]) }
    let indent = String(repeating: " ", count: column(part.start))
    var written = "\(indent)- \(value.written())"
    if case .keys(let pairs) = value, last.isBlock, !pairs.isEmpty {
      written = pairs.enumerated().map { number, pair in
        "\(indent)\(number == 0 ? "- " : "  ")\(YAMLWriting.scalar(pair.key)): \(pair.value.written())"
      }.joined(separator: lineBreak)
    }
    try insertLine(after: last.end, written)
  }

  /// Takes an item out of a list.
  mutating func removeItem(_ path: [Step], _ index: Int) throws(ScenarioProblem) {
    guard let part = part(path), case .sequence(let items, let isFlow) = part.content, items.indices.contains(index)
    else { return }
    guard items.count > 1 else { return try replace(part, with: .flow("[]")) }
    if isFlow { return try splice([(flowSpan(items.map { $0.start..<$0.end }, index), "")]) }
    guard let dash = scalars[..<items[index].start].lastIndex(of: "-"), isFirstOnLine(dash) else {
      throw Self.refusal(at: line(items[index].start), "cannot be taken away alone")
    }
    try splice([(lines(dash, items[index].end), "")])
  }

  /// A list of one item under a key that has none.
  private mutating func startList(_ path: [Step], _ key: String, _ value: YAMLValue) throws(ScenarioProblem) {
    guard let part = part(path), part.isBlock,
      let (name, old) = part.pairs.first(where: {
        Record.normalized($0.key.text ?? "") == key
      })
    else { return try set(path, key, .flow("[\(value.written())]")) }
    let indent = String(repeating: " ", count: column(part.pairs[0].key.start) + 2)
    let colon = behindColon(name)
    let end = old.isEmpty ? colon : old.end
    // A comment behind the key stays there.
    let rest = text(end..<lineEnd(end))
    try splice([(colon..<lineEnd(end), "\(rest)\(lineBreak)\(indent)- \(value.written())")])
  }

  // MARK: Places

  private mutating func replace(_ old: YAMLSpan, with value: YAMLValue) throws(ScenarioProblem) {
    if old.hasAnchor {
      throw Self.refusal(at: line(old.start), "is named by an anchor (&), and aliases (*) may stand for it")
    }
    if old.isEmpty {
      let needsBlank = old.start > 0 && scalars[old.start - 1] != " "
      return try splice([(old.start..<old.start, (needsBlank ? " " : "") + value.written())])
    }
    guard old.isBlock else {
      let style: YAMLSpan.Style? = if case .scalar(_, let style) = old.content { style } else { nil }
      return try splice([(old.start..<old.end, value.written(like: style))])
    }
    // Lines of their own: the value goes behind the key, and they go with their breaks.
    guard let colon = scalars[..<old.start].lastIndex(of: ":").map({ $0 + 1 }), isFirstOnLine(old.start) else {
      throw Self.refusal(at: line(old.start), "cannot be replaced alone")
    }
    let before = scalars[colon..<old.start]
    guard before.allSatisfy({ $0.properties.isWhitespace }) else {
      let end = lineEnd(colon)
      return try splice([
        (colon..<colon, " " + value.written()), (end..<max(end, lineEnd(old.end)), ""),
      ])
    }
    try splice([(colon..<old.end, " " + value.written())])
  }

  /// Behind the colon of a key.
  private func behindColon(_ key: YAMLSpan) -> Int {
    (scalars[key.end...].firstIndex(of: ":") ?? key.end) + 1
  }

  private mutating func insertLine(after place: Int, _ line: String) throws(ScenarioProblem) {
    let end = lineEnd(place)
    try splice([(end..<end, lineBreak + line)])
  }

  /// One part of a list in flow style, with the comma that goes with it.
  private func flowSpan(_ parts: [Range<Int>], _ index: Int) -> Range<Int> {
    index > 0
      ? parts[index - 1].upperBound..<parts[index].upperBound : parts[0].lowerBound..<parts[1].lowerBound
  }

  /// Whole lines from one place to another, the last break included.
  private func lines(_ start: Int, _ end: Int) -> Range<Int> {
    var first = start
    while first > 0, !Self.isBreak(scalars[first - 1]) { first -= 1 }
    var last = lineEnd(end)
    if last < scalars.count {
      last += scalars[last] == "\r" && last + 1 < scalars.count && scalars[last + 1] == "\n" ? 2 : 1
    } else if first > 0 {
      // The last line has no break behind it: the one before it goes.
      first -= 1
      if first > 0, scalars[first] == "\n", scalars[first - 1] == "\r" { first -= 1 }
    }
    return first..<last
  }

  private func lineEnd(_ place: Int) -> Int {
    scalars[place...].firstIndex(where: Self.isBreak) ?? scalars.count
  }

  private func column(_ place: Int) -> Int {
    place - ((scalars[..<place].lastIndex(where: Self.isBreak) ?? -1) + 1)
  }

  private func isFirstOnLine(_ place: Int) -> Bool {
    scalars[(place - column(place))..<place].allSatisfy { $0 == " " }
  }

  private func line(_ place: Int) -> Int { text(0..<place).count(where: \.isNewline) + 1 }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  static func refusal(at line: Int? = nil, _ what: String) -> ScenarioProblem {
    ScenarioProblem(line: line, what: what, remedy: "change this part of scenario.yaml by hand")
  }

  /// Changes parts of the text, which must be YAML then as well.
  private mutating func splice(_ changes: [(Range<Int>, String)]) throws(ScenarioProblem) {
    var changed = scalars
    for (range, text) in changes.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      changed.replaceSubrange(range, with: text.unicodeScalars)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: changed)
    _ = try YAMLTree.parse(String(view))
    scalars = changed
    root = YAMLSpan.parse(changed)
  }
}

extension YAMLSpan {
  /// Whether it says nothing: no characters, or a plain `null` or `~`.
  var isNothing: Bool {
    if case .scalar(let text, .plain) = content { return ["", "~", "null", "Null", "NULL"].contains(text) }
    return false
  }
}
