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

  /// A text under a key that states one unit, as a key that states another has it (no unit: an empty ending); nil for what
  /// cannot be read so.
  var restated: @Sendable (_ text: String, _ from: String, _ to: String) -> String? = { _, _, _ in nil }

  /// A field whose presence makes up for the absence of this one; empty for none.
  var substitute = ""

  /// The same field, which another may give.
  func given(by substitute: String) -> FieldFormat {
    var format = self
    format.substitute = substitute
    return format
  }

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
