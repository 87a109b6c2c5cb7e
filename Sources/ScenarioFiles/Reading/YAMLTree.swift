import Foundation
import Yams

/// A YAML document as a plain tree whose every part knows its line.
indirect enum YAMLTree: Sendable {
  /// A key with its value, and where it stands.
  typealias Pair = (key: String, line: Int, value: YAMLTree)

  /// A text; every number, date and word is one here.
  case scalar(String, line: Int)
  /// `null`, `~` or nothing.
  case null(line: Int)
  /// A list.
  case sequence([YAMLTree], line: Int)
  /// Keys and values, in the order of the file.
  case mapping([Pair], line: Int)

  var line: Int {
    switch self {
    case .scalar(_, let line), .null(let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }

  /// What it is, for messages.
  var kind: String {
    switch self {
    case .scalar: "a text"
    case .null: "nothing"
    case .sequence: "a list"
    case .mapping: "a set of keys"
    }
  }

  /// Why a document could not be read.
  struct Failure: Error {
    var line: Int?
    var what: String
    var remedy: String
  }

  /// Nodes after aliases are followed. A scenario has thousands; a document of nested aliases has billions.
  static let nodeLimit = 1_000_000

  /// Reads one YAML document.
  ///
  /// - Throws: ``Failure`` when the text is no YAML, holds more than one document, or is larger than the limits.
  static func parse(_ text: String) throws(Failure) -> YAMLTree {
    try YAMLLimits.check(text)
    let node: Node?
    do { node = try compose(yaml: text) } catch { throw failure(error) }
    guard let node else { return .null(line: 1) }
    var budget = nodeLimit
    return try tree(node, fallback: 1, budget: &budget)
  }

  private static func tree(_ node: Node, fallback: Int, budget: inout Int) throws(Failure) -> YAMLTree {
    budget -= 1
    let line = node.mark?.line ?? fallback
    guard budget > 0 else {
      throw Failure(
        line: line, what: "the file holds more than \(nodeLimit) values",
        remedy: "put large layers into files of their own")
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return .null(line: line) }
      return .scalar(scalar.string, line: line)
    case .sequence(let sequence):
      var items: [YAMLTree] = []
      for item in sequence { items.append(try tree(item, fallback: line, budget: &budget)) }
      return .sequence(items, line: line)
    case .mapping(let mapping):
      var pairs: [(key: String, line: Int, value: YAMLTree)] = []
      for (key, value) in mapping {
        let keyLine = key.mark?.line ?? line
        guard case .scalar(let name) = key else {
          throw Failure(line: keyLine, what: "a key is a list or a set of keys", remedy: "write keys as plain words")
        }
        pairs.append((name.string, keyLine, try tree(value, fallback: keyLine, budget: &budget)))
      }
      return .mapping(pairs, line: line)
    case .alias(let alias):
      throw Failure(
        line: alias.mark?.line ?? line, what: "an alias that cannot be followed", remedy: "write the value out")
    }
  }

  private static func failure(_ error: any Error) -> Failure {
    guard let error = error as? YamlError else {
      return Failure(line: nil, what: "is not valid YAML", remedy: "\(error)")
    }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let around = context.map { "\($0.text) in line \($0.mark.line)".trimmingCharacters(in: .whitespaces) }
      return Failure(
        line: mark.line, what: "is not valid YAML: \(problem)",
        remedy: ([around].compactMap { $0 } + [advice(problem)])
          .filter { !$0.isEmpty }.joined(separator: "; "))
    case .reader(let problem, let offset, _, let yaml):
      let line = offset.map { yaml.prefix($0).count(where: \.isNewline) + 1 }
      return Failure(
        line: line, what: "is not a text: \(problem)", remedy: "save the file as UTF-8 without control characters")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
      return Failure(
        line: context.mark.line, what: "the key \(names) is given twice in one place", remedy: "keep one of them")
    default:
      return Failure(line: nil, what: "is not valid YAML", remedy: "")
    }
  }

  private static func advice(_ problem: String) -> String {
    if problem.contains("cannot start any token") { return "indent with spaces, not tabs, and quote text with : or @" }
    if problem.contains("mapping values are not allowed") { return "quote text that contains “: ”" }
    return ""
  }
}
