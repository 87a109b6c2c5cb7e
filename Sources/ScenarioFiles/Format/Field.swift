import Scenario
import Units

/// Why the text of a field cannot be used; whoever knows the row adds where it is.
typealias FieldIssue = ScenarioProblem

extension Fault<ScenarioFault> {
  init(_ code: ScenarioFault, _ problem: String, _ remedy: String) {
    self.init(code, problem, remedy: remedy.isEmpty ? nil : remedy)
  }

  init(_ error: QuantityError) {
    self.init(
      error.code == .outOfRange ? .range : .value, error.problem, remedy: error.remedy, underlying: error)
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
