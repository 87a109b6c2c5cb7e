import Foundation
import Geodesy
import Scenario
import Units

/// Turns records into the scenario's model; collects everything that is wrong on the way.
final class Decoder {
  let diagnostics: Diagnostics
  /// The layers of the scenario by key.
  let layers: [String: RecordLayer]
  /// The currency of the scenario: stated, or that of the first price.
  private(set) var currency: String?
  /// The folder from which files that rows name are read.
  let folder: URL?
  private var currencyPlace = "the scenario"

  init(layers: [String: RecordLayer], currency: String?, folder: URL? = nil, diagnostics: Diagnostics) {
    self.folder = folder
    self.layers = layers
    self.currency = currency
    self.diagnostics = diagnostics
  }

  /// Reads the rows of a layer one by one; a row counts when nothing was wrong with it.
  ///
  /// - Parameters:
  ///   - id: The id of a row; nil after a report.
  ///   - body: What the row says; nil after a report.
  func decode<Value>(
    _ key: String, id: (Row) -> String?, _ body: (Row, String) -> Value?
  ) -> Index<Value> {
    var index = Index<Value>()
    guard let layer = layers[key] else { return index }
    index.isComplete = layer.isReadable
    var places: [String: Origin] = [:]
    for row in rows(of: layer) {
      let before = diagnostics.errorCount
      guard let id = id(row) else {
        index.isComplete = false
        // What else is wrong with the row is reported too.
        _ = body(row, "–")
        continue
      }
      if let first = places[id] {
        let there = first.line.map { "line \($0)" } ?? first.row.map { "row \($0)" } ?? "another row"
        let place = first.file == row.record.origin.file ? there : "\(first.file), \(there)"
        diagnostics.error(
          .duplicate, at: row.record.origin, field: "id", "“\(id)” is the id of \(place) too",
          "ids are unique within a layer")
      }
      places[id] = places[id] ?? row.record.origin
      index.ids.insert(id)
      guard let value = body(row, id), diagnostics.errorCount == before else { continue }
      index.values.append(value)
      index.byID[id] = value
      index.origins.append(row.record.origin)
    }
    if diagnostics.isFull { index.isComplete = false }
    return index
  }

  /// The rows of a layer, after its columns and keys have been checked.
  func rows(of layer: RecordLayer) -> some Sequence<Row> {
    var missing = layer.missingColumns
    for field in layer.format.fields where missing.contains(field.name) {
      columnMissing(field, layer)
    }
    if lacksPosition(layer) {
      missing.insert(PositionFields.position.name)
      // Columns that may be meant have been reported by their names.
      if !PositionFields.all.contains(where: { layer.nearColumns[$0.name] != nil }) {
        diagnostics.error(
          .missing, at: tableOrigin(layer), field: "position", "no column says where the rows are",
          "give the layer a geometry, or columns position, latitude and longitude, or x and y with a crs")
      }
    }
    for field in lonelyHalves(layer) {
      missing.formUnion([PositionFields.position.name, field.name])
      columnMissing(field, layer)
    }
    let keys = KeyIndex(layer.format)
    let projection = Projection(of: layer, diagnostics: diagnostics)
    return layer.records.lazy.map { [missing, diagnostics] record in
      let row = Row(
        record: record, format: layer.format, keys: keys, defaults: layer.defaults, missing: missing,
        projection: projection,
        diagnostics: diagnostics)
      if layer.columns == nil { row.checkKeys() }
      return row
    }.prefix { [diagnostics] _ in
      // A file with so many errors is not what its name says.
      !diagnostics.isFull
    }
  }

  private func tableOrigin(_ layer: RecordLayer) -> Origin {
    let first = layer.records.first?.origin
    return Origin(file: first?.file ?? layer.origin.file, line: first?.line == nil ? nil : 1)
  }

  private func columnMissing(_ field: FieldFormat, _ layer: RecordLayer) {
    let unknown = (layer.columns ?? []).filter { column in !layer.format.fields.contains { $0.matches(column) } }
    let near = layer.nearColumns[field.name] ?? NearestName.nearest(to: field.name, among: unknown)
    var remedy = "columns or defaults of \(layer.origin.file) can give it"
    if let near {
      let column = Record.normalized(near)
      let unit = field.unitSpellings.filter { column.hasSuffix("_\($0.spelling)") }.max {
        $0.spelling.count < $1.spelling.count
      }
      let key = unit.map { "\(field.name)_\($0.unit)" } ?? field.name
      remedy = "is “\(near)” meant? columns: { \(key): \(near) } in \(layer.origin.file) maps it"
    }
    diagnostics.error(.missing, at: tableOrigin(layer), field: field.name, "the column is missing", remedy)
  }

  private func lacksPosition(_ layer: RecordLayer) -> Bool {
    guard let columns = layer.columns, !layer.records.isEmpty, layer.format.key != "routes" else { return false }
    guard layer.format.fields.contains(where: { $0.name == PositionFields.position.name }) else { return false }
    guard layer.records.allSatisfy({ $0.geometry == nil }) else { return false }
    let names = columns.union(layer.defaults.keys)
    return !PositionFields.all.contains { field in names.contains(where: field.matches) }
  }

  /// The columns that would complete a latitude, a longitude, an x or a y that stands on its own in a table.
  private func lonelyHalves(_ layer: RecordLayer) -> [FieldFormat] {
    guard let columns = layer.columns, layer.records.allSatisfy({ $0.geometry == nil }) else { return [] }
    let names = columns.union(layer.defaults.keys)
    guard !names.contains(where: PositionFields.position.format.matches) else { return [] }
    return PositionFields.pairs.flatMap { one, other -> [FieldFormat] in
      let (first, second) = (one.format, other.format)
      switch (names.contains(where: first.matches), names.contains(where: second.matches)) {
      case (true, false): return [second]
      case (false, true): return [first]
      default: return []
      }
    }.filter { field in layer.format.fields.contains { $0.name == field.name } }
  }

  /// Checks that a sum is in the scenario's currency.
  func price(_ field: Field<Money>, of row: Row) -> Money? {
    guard let money = row.optional(field) else { return nil }
    guard let currency else {
      currency = money.currency
      let origin = row.origin(field)
      currencyPlace = origin.line.map { "\(origin.file):\($0)" } ?? origin.file
      return money
    }
    guard money.currency == currency else {
      row.report(
        .range, field, "is in \(money.currency), other prices in \(currency) (\(currencyPlace))",
        "state all prices in one currency; none is converted")
      return nil
    }
    return money
  }
}
