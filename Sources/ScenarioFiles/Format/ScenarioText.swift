/// The text of a scenario.yaml, to which a key is added without a change of anything else.
public enum ScenarioText {
  /// Why a text cannot take a key.
  public struct Refusal: Error, Sendable, CustomStringConvertible {
    /// What stands in the way, and what to write by hand.
    public var description: String
  }

  /// Adds a line with a key that the scenario does not have.
  ///
  /// The line goes to the end. That the result is the same scenario with the key added is checked by reading it again: a text in
  /// braces, or one whose end is a text over several lines, takes no line there.
  /// - Parameters:
  ///   - entry: One key with its value, as YAML: `terrain: terrain`.
  ///   - text: The whole file.
  /// - Returns: The new text; the same when the key has that value already.
  /// - Throws: ``Refusal``, with the text as it was.
  public static func adding(_ entry: String, to text: String) throws(Refusal) -> String {
    func refusal(_ reason: String) -> Refusal {
      Refusal(description: "\(reason); the file is left as it is: write by hand \(entry)")
    }
    guard let key = pairs(entry)?.first else { throw refusal("the entry is not one key") }
    guard let old = pairs(text) else { throw refusal("the file is not a set of keys that can be read") }
    if let present = old.first(where: { Record.normalized($0.key) == Record.normalized(key.key) }) {
      if YAMLTree.areEqual(present.value, key.value) { return text }
      throw Refusal(description: "names a \(key.key) already; change that line by hand to: \(entry)")
    }
    let added = text + (text.isEmpty || text.hasSuffix("\n") ? "" : "\n") + "\n\(entry)\n"
    guard let new = pairs(added), new.count == old.count + 1,
      zip(new, old + [key]).allSatisfy({ $0.key == $1.key && YAMLTree.areEqual($0.value, $1.value) })
    else { throw refusal("a line cannot be added at its end (it is written in braces, or ends within a value)") }
    return added
  }

  private static func pairs(_ text: String) -> [(key: String, line: Int, value: YAMLTree)]? {
    guard case .mapping(let pairs, _)? = try? YAMLTree.parse(text) else { return nil }
    return pairs
  }
}

extension YAMLTree {
  /// Whether two trees hold the same, on whatever lines.
  static func areEqual(_ a: YAMLTree, _ b: YAMLTree) -> Bool {
    switch (a, b) {
    case (.scalar(let a, _), .scalar(let b, _)): a == b
    case (.null, .null): true
    case (.sequence(let a, _), .sequence(let b, _)): a.count == b.count && zip(a, b).allSatisfy(areEqual)
    case (.mapping(let a, _), .mapping(let b, _)):
      a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && areEqual($0.value, $1.value) }
    default: false
    }
  }
}
