import Scenario
import Units

/// What the format says of one field; the reference text and the check for unknown keys are made of these.
struct FieldFormat: Sendable {
  /// The name, as key and as column.
  var name: String
  /// Other names that are read.
  var aliases: [String] = []
  /// Whether every row needs it.
  var isRequired = false
  /// What is written: `length`, `id of a site`.
  var type: String
  /// Units or words that are accepted; empty when any text is.
  var accepted = ""
  /// The range of amounts; empty when there is none.
  var range = ""
  /// Endings by which a column's name can state the unit; empty when none.
  var columnSuffixes = ""
  /// What holds when it is absent; for a required field empty.
  var fallback = ""
  /// What it means.
  var meaning: String
  /// Whether values are numbers, with or without a unit.
  var isNumeric = false
  /// Whether values may be flight levels.
  var takesFlightLevels = false
  /// Datums that may stand in a column's name next to the unit: `amsl` for `elevation_amsl_m`.
  var datums: [String] = []
  /// Every spelling of a unit that can end a column's name, with the unit it means.
  var unitSpellings: [(spelling: String, unit: String)] = []
  /// Whether the part of a column's name behind `<field>_` is a unit of this field.
  var isUnitSuffix: @Sendable (String) -> Bool = { _ in false }

  /// The field's name and its aliases.
  var names: [String] { [name] + aliases }

  /// Whether a key or column, in our spelling, is this field.
  @Sendable func matches(_ key: String) -> Bool { unitEnding(of: key) != nil }

  /// The unit that a key or column of this field states; empty when it states none, nil when it is not this field.
  func unitEnding(of key: String) -> String? {
    for name in names where key.hasPrefix(name) {
      var rest = key.dropFirst(name.count)
      guard !rest.isEmpty else { return "" }
      guard rest.first == "_" else { continue }
      rest = rest.dropFirst()
      for datum in datums {
        if rest == datum { return "" }
        if rest.hasPrefix(datum + "_") { rest = rest.dropFirst(datum.count + 1) }
        if rest.hasSuffix("_" + datum) { rest = rest.dropLast(datum.count + 1) }
      }
      if isUnitSuffix(String(rest)) { return String(rest) }
    }
    return nil
  }
}

/// Why the text of a field cannot be used.
struct FieldIssue: Error {
  var code: ScenarioProblem.Code
  var what: String
  var remedy: String

  init(_ code: ScenarioProblem.Code, _ what: String, _ remedy: String = "") {
    self.code = code
    self.what = what
    self.remedy = remedy
  }

  init(_ error: QuantityError) {
    self.init(error.code == .outOfRange ? .range : .value, error.problem, error.remedy ?? "")
  }
}

/// Reads a quantity, and says what is wrong with it as a field does.
func issue<Value>(_ read: () throws(QuantityError) -> Value) throws(FieldIssue) -> Value {
  do { return try read() } catch { throw FieldIssue(error) }
}

/// A field with the type of its value and the way to read it.
struct Field<Value: Sendable>: Sendable {
  typealias Read = @Sendable (String) throws(FieldIssue) -> Value

  var format: FieldFormat
  /// Reads a text.
  var read: Read
  /// Reads a text whose unit the column's name states, by the part of that name behind `<field>_`.
  var readInColumnUnit: @Sendable (String) -> Read? = { _ in nil }
  /// What is wrong with a value that was read; nil when nothing is.
  var check: @Sendable (Value) -> FieldIssue? = { _ in nil }

  var name: String { format.name }
}

/// Whether and how a field may be absent.
enum Need: Sendable {
  case required
  /// Absent means what the text says.
  case optional(String)

  var isRequired: Bool { if case .required = self { true } else { false } }
  var fallback: String { if case .optional(let text) = self { text } else { "" } }
}

extension Field where Value == String {
  /// A text, trimmed.
  static func text(_ name: String, _ need: Need, _ meaning: String, type: String = "text", aliases: [String] = [])
    -> Field
  {
    Field(
      format: FieldFormat(
        name: name, aliases: aliases, isRequired: need.isRequired, type: type, fallback: need.fallback, meaning: meaning
      ),
      read: { text throws(FieldIssue) in text.trimmed })
  }

  /// A key.
  static func id(_ meaning: String, _ need: Need = .required, name: String = "id") -> Field {
    text(name, need, meaning, type: "id")
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
