import GeoFiles
import Geodesy
import Scenario
import Units

/// Reads the fields of one record and reports what is wrong with them.
struct Row {
  let record: Record
  let format: LayerFormat
  /// Required fields that the whole layer lacks; already reported.
  let missing: Set<String>
  /// The way from `x` and `y` to latitude and longitude.
  let projection: Projection
  /// Put before field names in messages: `daylight.`.
  let prefix: String
  let diagnostics: Diagnostics
  private let keys: KeyIndex
  /// What the record gives, by the name of the field; more than one when it says so twice.
  private let given: [String: [Found]]
  /// The same of the layer's defaults.
  private var defaults: [String: [Found]]

  /// A cell, and the key by which its column says how to read it.
  private struct Found {
    var key: String
    var cell: Cell
  }

  init(
    record: Record, format: LayerFormat, keys: KeyIndex? = nil, defaults: [String: Cell] = [:],
    missing: Set<String> = [], projection: Projection? = nil, prefix: String = "", diagnostics: Diagnostics
  ) {
    let keys = keys ?? KeyIndex(format)
    func byField(_ cells: [String: Cell]) -> [String: [Found]] {
      var result: [String: [Found]] = [:]
      for (key, cell) in cells {
        if let name = keys.field(of: key) { result[name, default: []].append(Found(key: key, cell: cell)) }
      }
      return result
    }
    self.record = record
    self.format = format
    self.missing = missing
    self.projection = projection ?? Projection(diagnostics: diagnostics)
    self.prefix = prefix
    self.diagnostics = diagnostics
    self.keys = keys
    given = byField(record.cells)
    self.defaults = byField(defaults)
  }

  /// The same row with cells for what neither it nor the layer's defaults give.
  func filled(from cells: [String: Cell]) -> Row {
    var row = self
    for (key, cell) in cells {
      guard let name = keys.field(of: key), row.defaults[name] == nil else { continue }
      row.defaults[name] = [Found(key: key, cell: cell)]
    }
    return row
  }

  /// The cell of a field: under its name, an alias, or its name and a unit.
  private func find(_ format: FieldFormat) -> Found? {
    guard let found = given[format.name] ?? defaults[format.name] else { return nil }
    guard found.count > 1 else { return found[0] }
    let sorted = found.sorted { $0.key < $1.key }
    diagnostics.error(
      .duplicate, at: sorted[0].cell.origin, field: prefix + format.name,
      "is given \(found.count) times: \(sorted.map(\.key).joined(separator: ", "))", "keep one of them")
    return sorted[0]
  }

  /// Whether the record or the defaults give the field.
  func has<Value>(_ field: Field<Value>) -> Bool { find(field.format) != nil }

  /// Whether the record or the defaults give the field of a format.
  func gives(_ format: FieldFormat) -> Bool { gives(named: format.name) }

  /// Whether the record or the defaults give the field of a name.
  func gives(named name: String) -> Bool { given[name] != nil || defaults[name] != nil }

  /// Whether the field of a name comes from what filled the row (``filled(from:)``) or the layer's defaults.
  func isFilled(_ name: String) -> Bool { given[name] == nil && defaults[name] != nil }

  /// Where a field was written, or the row when it is absent.
  func origin<Value>(_ field: Field<Value>) -> Origin { find(field.format)?.cell.origin ?? record.origin }

  /// Where the field of a name was written, or the row when it is absent.
  func origin(named name: String) -> Origin { (given[name] ?? defaults[name])?.first?.cell.origin ?? record.origin }

  /// The value of a field; nil when it is absent or, after a report, wrong.
  func optional<Value>(_ field: Field<Value>) -> Value? {
    guard let found = find(field.format) else { return nil }
    guard case .text(let text) = found.cell.content else {
      report(.value, field, "is not a single value", "write \(field.format.type)")
      return nil
    }
    let ending = field.format.unitEnding(of: found.key) ?? ""
    let inUnit = ending.isEmpty ? nil : field.readInColumnUnit(ending)
    var plain = text
    do throws(FieldIssue) {
      if field.format.isNumeric { plain = try canonical(text, found.cell.reading) }
      let value = try (inUnit ?? field.read)(plain)
      if let issue = field.check(value) { throw issue }
      if field.format.takesFlightLevels { warnOfFlightLevel(text, at: found.cell.origin, field.name) }
      return value
    } catch {
      let naming = ending.isEmpty && error.problem.hasSuffix("has no unit") ? namingHint(field) : ""
      report(error.code, field, error.problem.replacing("“\(plain)", with: "“\(text)"), (error.remedy ?? "") + naming)
      return nil
    }
  }

  /// A text of numbers with decimal points and without thousands marks.
  func canonical(_ text: String, _ reading: NumberReading) throws(FieldIssue) -> String {
    do throws(QuantityError) { return try NumberText.canonical(text, reading) } catch {
      var issue = FieldIssue(error)
      if reading == .unsure, error.code == .ambiguousNumber {
        issue.remedy = (issue.remedy ?? "") + ", or state the layer’s decimal mark, decimal: comma or decimal: point"
      }
      throw issue
    }
  }

  /// Says once what a flight level is taken for.
  func warnOfFlightLevel(_ text: String, at origin: Origin, _ field: String) {
    guard text.trimmed.prefix(2).lowercased() == "fl" else { return }
    diagnostics.warnOnce(
      about: "flight levels", .value, at: origin, field: prefix + field, FlightLevel.caution,
      "write the altitude with its datum, as in 9500 ft AMSL, where it is known")
  }

  /// How the name of a field could state the unit; empty for a field that cannot.
  private func namingHint<Value>(_ field: Field<Value>) -> String {
    guard let suffix = field.format.columnSuffixes.split(separator: " ").first,
      keys.field(of: field.name + suffix) != nil
    else { return "" }
    return "; or name the field \(field.name)\(suffix)"
  }

  /// The value of a field; nil after a report when it is absent or wrong.
  func required<Value>(_ field: Field<Value>) -> Value? {
    guard has(field) else {
      if !missing.contains(field.name) {
        let accepted = field.format.accepted.isEmpty ? "" : ", \(field.format.accepted)"
        report(.missing, field, "is missing", "\(format.rowName) needs it: \(field.format.type)\(accepted)")
      }
      return nil
    }
    return optional(field)
  }

  /// The list or keys of a field; nil when it is absent or, after a report, a plain text.
  func tree(_ field: Field<String>) -> YAMLTree? {
    guard let found = find(field.format) else { return nil }
    guard case .tree(let tree) = found.cell.content else {
      report(.value, field, "is a plain text", "write \(field.format.type)")
      return nil
    }
    return tree
  }

  /// The text of a field, unread; nil when it is absent or not a text.
  func rawText<Value>(_ field: Field<Value>) -> String? {
    guard case .text(let text) = find(field.format)?.cell.content else { return nil }
    return text.trimmed
  }

  /// How numbers in the text of a field are read.
  func reading(_ field: Field<String>) -> NumberReading { find(field.format)?.cell.reading ?? .asWritten }

  /// Reports an error in a field.
  func report<Value>(_ code: ScenarioProblem.Code, _ field: Field<Value>, _ what: String, _ remedy: String = "") {
    diagnostics.error(code, at: origin(field), field: prefix + field.name, what, remedy)
  }

  /// Warns of a field.
  func warn<Value>(_ code: ScenarioProblem.Code, _ field: Field<Value>, _ what: String, _ remedy: String = "") {
    diagnostics.warning(code, at: origin(field), field: prefix + field.name, what, remedy)
  }

  /// Reports the keys of settings that the format does not have, and those with nothing behind them: whoever writes
  /// `detection:` and no more may mean its defaults, and gets none.
  func checkSettings() {
    checkKeys()
    for (key, origin) in record.emptyKeys {
      guard let name = keys.field(of: key), let field = format.fields.first(where: { $0.name == name }) else {
        diagnostics.error(
          .unknownField, at: origin, field: prefix + key, "is not a field of \(format.rowName)",
          NearestName.hint(for: key, among: format.names, listing: format.fields.map(\.name)))
        continue
      }
      // What is required is reported as missing, and a text may be empty.
      guard !field.isRequired, field.name != SettingFields.description.name else { continue }
      let all =
        prefix.isEmpty && name == SettingFields.detection.name
        ? "\(name): {} takes all defaults" : "write \(field.type.replacing(", below", with: ""))"
      diagnostics.warning(
        .value, at: origin, field: prefix + key,
        "has nothing behind it and counts as absent" + (field.fallback.isEmpty ? "" : " (\(field.fallback))"),
        "\(all), or take the key away")
    }
  }

  /// Reports the keys of an inline row that the format does not have.
  func checkKeys() {
    for (key, cell) in record.cells.sorted(by: { $0.key < $1.key }) where !format.knows(key) {
      diagnostics.error(
        .unknownField, at: cell.origin, field: prefix + key, "is not a field of \(format.rowName)",
        NearestName.hint(for: key, among: format.names, listing: format.fields.map(\.name)))
    }
  }
}

extension Record {
  /// The record of a set of YAML keys.
  init(_ pairs: [(key: String, line: Int, value: YAMLTree)], line: Int, file: String, diagnostics: Diagnostics) {
    cells = [:]
    origin = Origin(file: file, line: line)
    for (key, keyLine, value) in pairs {
      let name = Self.normalized(key)
      guard var cell = Cell(value, file: file) else {
        emptyKeys.append((name, Origin(file: file, line: keyLine)))
        continue
      }
      cell.origin.line = keyLine
      if cells.updateValue(cell, forKey: name) != nil {
        diagnostics.error(.duplicate, at: cell.origin, field: name, "is given twice", "keep one of them")
      }
    }
  }
}
