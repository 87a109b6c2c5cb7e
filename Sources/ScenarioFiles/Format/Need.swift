/// Whether and how a field may be absent.
enum Need: Sendable {
  case required
  /// Absent means what the text says.
  case optional(String)

  var isRequired: Bool { if case .required = self { true } else { false } }
  var fallback: String { if case .optional(let text) = self { text } else { "" } }
}
