import GeoFiles
import Scenario
import Units

/// Which fields of a layer the columns of a table give, and what is said of columns that give none.
struct LayerColumns {
  /// For every column the keys it gives, in our spelling; none for one that is left out.
  private(set) var keys: [[String]]
  /// Columns that are so near to a field that they are taken for a slip of the pen, by the field.
  private(set) var near: [String: String] = [:]
  /// Columns that give nothing.
  private var unknown: [String] = []

  private let table: VectorLayer
  private let layer: RecordLayer
  /// The file, as scenario.yaml names it.
  private let name: String
  private let diagnostics: Diagnostics

  /// - Parameters:
  ///   - mapped: The keys that `columns` gives, by column in our spelling.
  ///   - ignored: The columns that `ignore` lists, in our spelling.
  init(
    of table: VectorLayer, mapped: [String: [String]], ignored: Set<String>, layer: RecordLayer, name: String,
    diagnostics: Diagnostics
  ) {
    self.table = table
    self.layer = layer
    self.name = name
    self.diagnostics = diagnostics
    let format = layer.format
    let taken = mapped.values.joined()
    let overridden = format.fields.filter { field in taken.contains(where: field.matches) }
    let spelled = table.columns.map(Record.normalized)
    keys = spelled.map { column in
      if let ours = mapped[column] { return ours }
      return ignored.contains(column) || overridden.contains { $0.matches(column) } ? [] : [column]
    }
    guard !format.fields.isEmpty else { return }
    if table.format == "ESRI Shapefile" { restoreCutNames(mapped: mapped, ignored: ignored) }
    let given = Set(keys.joined())
    for (index, column) in spelled.enumerated() {
      guard keys[index] == [column], !format.knows(column), mapped[column] == nil, !isEmpty(index) else { continue }
      let free = format.fields.filter { field in !given.contains(where: field.matches) }
      if FreeColumns.isFree(column, in: table) { continue }
      if let found = NearColumn.find(column, among: free) {
        near[found.field] = near[found.field] ?? table.columns[index]
        report(table.columns[index], found)
      } else {
        unknown.append(table.columns[index])
      }
    }
    warnOfUnknown()
  }

  private var origin: Origin {
    guard case .line = table.rows.first else { return Origin(file: name) }
    return Origin(file: name, line: 1)
  }

  private func isEmpty(_ index: Int) -> Bool {
    table.features.allSatisfy { feature in
      switch feature.value(at: index) {
      case nil, .null: true
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .integer, .real: false
      }
    }
  }

  private func report(_ column: String, _ found: NearColumn) {
    // A required column that is missing is reported with what may be meant, as is the missing half of a position.
    if let field = layer.format.fields.first(where: { $0.name == found.field }), field.isRequired { return }
    if isMissingHalf(found.field) { return }
    diagnostics.error(
      .unknownField, at: origin, field: column,
      "is not a field of \(layer.format.rowName): did you mean \(found.suggestions.joined(separator: " or "))?",
      "rename the column, write columns: { \(found.suggestions[0]): \(quoted(column)) }, or ignore: [\(quoted(column))] "
        + "to leave it out")
  }

  /// Whether a field is the half of a position of which a table without geometry has the other half only.
  private func isMissingHalf(_ field: String) -> Bool {
    guard let other = PositionFields.otherHalf(of: field), table.features.allSatisfy({ $0.geometry == nil }) else {
      return false
    }
    let names = Set(keys.joined()).union(layer.defaults.keys)
    return names.contains(where: other.format.matches) && !names.contains(where: PositionFields.position.format.matches)
  }

  private func warnOfUnknown() {
    guard !unknown.isEmpty else { return }
    let shown = unknown.prefix(20).joined(separator: ", ") + (unknown.count > 20 ? ", …" : "")
    let listed = unknown.prefix(20).map(quoted).joined(separator: ", ")
    diagnostics.warning(
      .unknownField, at: origin,
      "\(unknown.count == 1 ? "a column is" : "\(unknown.count) columns are") not read: \(shown)",
      "map a column with columns: { FIELD: COLUMN }; ignore: [\(listed)] in \(layer.origin.file) confirms that "
        + "\(unknown.count == 1 ? "it is" : "they are") of no use")
  }

  private func quoted(_ column: String) -> String {
    column.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? column : "\"\(column)\""
  }

  // MARK: Shapefile

  /// Gives columns whose names a Shapefile has cut to ten letters their full names back.
  private mutating func restoreCutNames(mapped: [String: [String]], ignored: Set<String>) {
    var restored: [String] = []
    for (index, column) in table.columns.enumerated() {
      let spelled = Record.normalized(column)
      guard keys[index] == [spelled], mapped[spelled] == nil, !isEmpty(index) else { continue }
      let cut = CutName(column, fields: layer.format.fields)
      guard !cut.fields.isEmpty else { continue }
      guard cut.fields.count == 1, let field = cut.fields.first else {
        keys[index] = []
        diagnostics.error(
          .unknownField, at: origin, field: column,
          "is cut to ten letters and can be \(cut.fields.joined(separator: " or "))",
          "name it: columns: { \(cut.fields[0]): \(quoted(column)) }, with its unit: \(cut.fields[0])_… where it is a bare number"
        )
        continue
      }
      if let unit = cut.unit(isBare: hasBareNumbers(index)) {
        let key = unit.isEmpty ? field : "\(field)_\(unit)"
        keys[index] = [key]
        restored.append("\(column) as \(key)")
      } else {
        keys[index] = []
        let keyed = cut.units.prefix(3).map { "\(field)_\($0)" }.joined(separator: " or ")
        diagnostics.error(
          .unknownField, at: origin, field: column,
          "is \(field) cut to ten letters, and its unit is lost",
          "name it with its unit: columns: { \(field)_\(cut.units.first ?? "m"): \(quoted(column)) } (\(keyed))")
      }
    }
    guard !restored.isEmpty else { return }
    diagnostics.warning(
      .unknownField, at: origin,
      "column names cut to ten letters by the Shapefile are read as the fields they begin: \(restored.joined(separator: ", "))",
      "columns: { FIELD: COLUMN } in \(layer.origin.file) states it")
  }

  /// Whether a column holds numbers without units.
  private func hasBareNumbers(_ index: Int) -> Bool {
    table.features.contains { feature in
      switch feature.value(at: index) {
      case .integer, .real: true
      case .text(let text): text.contains { $0.isNumber } && !text.contains { $0.isLetter || $0 == "°" || $0 == "%" }
      case nil, .null: false
      }
    }
  }
}

/// A column's name in a Shapefile, which keeps ten letters, and the fields it can have been.
struct CutName {
  /// The fields, by name, in the order of the format; none for a name that no cut explains.
  private(set) var fields: [String] = []
  /// The units that the cut can have taken away, in the order of the kind of amount.
  private(set) var units: [String] = []
  /// Whether the name can have been without a unit.
  private var canBePlain = false
  /// Whether every field it can be is an amount with a unit.
  private var isAmount = false

  /// The letters that a Shapefile keeps.
  static let length = 10

  init(_ column: String, fields all: [FieldFormat]) {
    let name = column.lowercased()
    guard name.utf8.count == Self.length else { return }
    // GDAL distinguishes the second and later of equal names: readines_1.
    let stem =
      if let match = name.wholeMatch(of: /(.{8})_\d|(.{7})_\d\d/) { String(match.1 ?? match.2 ?? "") } else { name }
    if stem == name, !name.hasSuffix("_"), all.contains(where: { $0.matches(Record.normalized(column)) }) { return }
    for field in all {
      var isCandidate = false
      for fieldName in field.names {
        if fieldName.count > Self.length, fieldName.hasPrefix(stem) {
          isCandidate = true
          canBePlain = true
        }
        for (spelling, unit) in field.unitSpellings {
          let key = "\(fieldName)_\(spelling)"
          guard key.count > Self.length, key.hasPrefix(stem) else { continue }
          isCandidate = true
          if !units.contains(unit) { units.append(unit) }
        }
      }
      guard isCandidate else { continue }
      fields.append(field.name)
      isAmount = !field.unitSpellings.isEmpty
    }
  }

  /// The unit of the one field: empty when values carry their own or need none, nil when it is lost.
  func unit(isBare: Bool) -> String? {
    guard isAmount, isBare else { return "" }
    return !canBePlain && units.count == 1 ? units[0] : nil
  }
}
