internal import CYaml

/// A part of a YAML document and where it stands in the text, so that an edit changes it and nothing else.
///
/// Places count Unicode scalars from the beginning of the text, as libyaml's marks do.
struct YAMLSpan {
  indirect enum Content {
    /// A text, and how it is written.
    case scalar(String, Style)
    case sequence([YAMLSpan], isFlow: Bool)
    case mapping([(key: YAMLSpan, value: YAMLSpan)], isFlow: Bool)
    /// `*name`.
    case alias
  }

  enum Style { case plain, single, double, block }

  var content: Content
  /// Its first character, that of an anchor or tag included.
  var start: Int
  /// Behind its last character; comments and blank lines behind it are not its own.
  var end: Int
  /// Whether an alias may stand for it.
  var hasAnchor = false

  /// Whether it is a list or a set of keys over several lines, marked by indentation alone.
  var isBlock: Bool {
    switch content {
    case .sequence(_, let isFlow), .mapping(_, let isFlow): !isFlow
    case .scalar, .alias: false
    }
  }

  /// Whether nothing is written there.
  var isEmpty: Bool { start == end }

  /// The keys and values; none for another part.
  var pairs: [(key: YAMLSpan, value: YAMLSpan)] {
    if case .mapping(let pairs, _) = content { pairs } else { [] }
  }

  /// The items; none for another part.
  var items: [YAMLSpan] {
    if case .sequence(let items, _) = content { items } else { [] }
  }

  /// The text; nil for another part.
  var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The value under a key in our spelling.
  func value(_ key: String) -> YAMLSpan? { pairs.first { Record.normalized($0.key.text ?? "") == key }?.value }

  /// The parts of a text that YAMLTree reads; nil for an empty document and for what is no YAML.
  static func parse(_ scalars: [Unicode.Scalar]) -> YAMLSpan? {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let bytes = Array(String(text).utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { return nil }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var builder = YAMLSpanBuilder(scalars: scalars)
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return builder.root }
        builder.take(event)
      }
    }
  }
}

/// Puts libyaml's events together.
private struct YAMLSpanBuilder {
  let scalars: [Unicode.Scalar]
  private(set) var root: YAMLSpan?
  private var open: [(start: Int, isMapping: Bool, isFlow: Bool, hasAnchor: Bool, children: [YAMLSpan])] = []

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func take(_ event: yaml_event_t) {
    let (start, end) = (Int(event.start_mark.index), Int(event.end_mark.index))
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let style: YAMLSpan.Style =
        switch scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .single
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .double
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
      add(
        YAMLSpan(
          content: .scalar(text, style), start: start, end: style == .block ? trimmed(end, from: start) : end,
          hasAnchor: scalar.anchor != nil))
    case YAML_ALIAS_EVENT: add(YAMLSpan(content: .alias, start: start, end: end))
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      open.append((start, false, data.style == YAML_FLOW_SEQUENCE_STYLE, data.anchor != nil, []))
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      open.append((start, true, data.style == YAML_FLOW_MAPPING_STYLE, data.anchor != nil, []))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let part = open.popLast() else { return }
      let children = part.children
      let content: YAMLSpan.Content =
        part.isMapping
        ? .mapping(
          stride(from: 0, to: children.count - 1, by: 2).map { (children[$0], children[$0 + 1]) }, isFlow: part.isFlow)
        : .sequence(children, isFlow: part.isFlow)
      // The end of a block is found at the next part, behind comments.
      add(
        YAMLSpan(
          content: content, start: part.start, end: part.isFlow ? end : children.last?.end ?? part.start,
          hasAnchor: part.hasAnchor))
    default: break
    }
  }

  private mutating func add(_ span: YAMLSpan) {
    if open.isEmpty { root = span } else { open[open.count - 1].children.append(span) }
  }

  /// A block of text ends with its last line that is not blank.
  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = min(end, scalars.count)
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return end
  }
}
