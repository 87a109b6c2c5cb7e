internal import CYaml

/// Counts what libyaml finds in a document before a tree is built of it.
///
/// Aliases stand for copies: twenty, each of two of the one before, are a million values, and as keys they multiply before
/// a tree can be counted. libyaml's own events are counted, for what is an alias is not to be seen in the characters.
enum YAMLLimits {
  /// Aliases in a document.
  static let aliases = 20
  /// Values and keys before aliases are followed.
  static let events = 2_000_000
  /// Lists and sets of keys in each other.
  static let depth = 100

  /// - Throws: ``YAMLTree/Failure`` for a document beyond the limits, or with keys that are no plain words. What is no
  ///   YAML passes: whoever reads it says why.
  static func check(_ text: String) throws(YAMLTree.Failure) {
    let bytes = Array(text.utf8)
    let found = bytes.withUnsafeBufferPointer { buffer -> YAMLTree.Failure? in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { return nil }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var counts = Counts()
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return nil }
        if let failure = counts.take(event.type, line: Int(clamping: event.start_mark.line) + 1) { return failure }
      }
    }
    if let found { throw found }
  }

  private struct Counts {
    private var aliases = 0
    private var events = 0
    /// For each list or set of keys that is open: nil for a list, else whether a key comes next.
    private var open: [Bool?] = []

    mutating func take(_ type: yaml_event_type_t, line: Int) -> YAMLTree.Failure? {
      events += 1
      if events > YAMLLimits.events {
        return failure(
          line, "the file holds more than \(YAMLLimits.events) values", "put large layers into files of their own")
      }
      switch type {
      case YAML_ALIAS_EVENT:
        aliases += 1
        if aliases > YAMLLimits.aliases {
          return failure(
            line, "the file has more than \(YAMLLimits.aliases) YAML aliases (*name)",
            "write the values out, or use a layer’s defaults")
        }
        if isKey { return failure(line, "a key is an alias", "write keys as plain words") }
        value()
      case YAML_SCALAR_EVENT: value()
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
        if isKey { return failure(line, "a key is a list or a set of keys", "write keys as plain words") }
        if open.count >= YAMLLimits.depth {
          return failure(
            line, "lists and keys lie more than \(YAMLLimits.depth) deep in each other", "no part of a scenario does")
        }
        open.append(type == YAML_MAPPING_START_EVENT ? true : nil)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        _ = open.popLast()
        value()
      default: break
      }
      return nil
    }

    private var isKey: Bool { open.last == .some(true) }

    /// A key or a value came to its end.
    private mutating func value() {
      if let last = open.last, let isKey = last { open[open.count - 1] = !isKey }
    }

    private func failure(_ line: Int, _ what: String, _ remedy: String) -> YAMLTree.Failure {
      YAMLTree.Failure(line: line, what: what, remedy: remedy)
    }
  }
}
