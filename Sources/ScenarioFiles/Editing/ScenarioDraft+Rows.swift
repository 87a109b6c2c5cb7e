import GeoFiles
import Geodesy
import Scenario
import Units

extension ScenarioDraft {
  /// Gives fields of a row other values.
  mutating func set(_ key: String, _ id: String, _ fields: [String: String?]) throws(ScenarioError) {
    try check(fields, key)
    var layer = try layer(key)
    let index = try row(id, of: layer)
    let (cells, position) = try located(layer) { () throws(ScenarioProblem) in try layer.changes(fields) }
    try checkPaths(cells)
    layer = try editable(layer, places: position != nil)
    switch layer.home {
    case .none: return
    case .rows(let path): try setInline(layer, path + [.item(try item(index, at: path))], index, cells, position)
    case .file(let name): try setInFile(name, layer, index, cells, position)
    }
  }

  /// Adds a row.
  /// - Returns: Its id.
  mutating func add(_ key: String, _ fields: [String: String]) throws(ScenarioError) -> String {
    try check(fields.mapValues { $0 }, key)
    var layer = try layer(key)
    guard !layer.format.fields.isEmpty else {
      throw failure(
        .unknownField, "layers.\(layer.format.key)", "has no rows of fields", "include a file of its lines or polygons")
    }
    var fields = fields
    var id = ""
    let isPart = fields.keys.contains { ["route", "purchase"].contains(Record.normalized($0)) }
    if layer.format.fields.contains(where: { $0.name == "id" }), !isPart {
      if let given = fields.first(where: { Record.normalized($0.key) == "id" }) {
        id = given.value.trimmed
      } else {
        id = newID(layer, name: fields.first { Record.normalized($0.key) == "name" }?.value)
        fields["id"] = id
      }
      guard !layer.ids.contains(id) else {
        throw failure(
          .duplicate, "layers.\(layer.format.key).id", "“\(id.prefix(60))” is the id of another row",
          "ids are unique within a layer")
      }
    }
    let (cells, position) = try located(layer) { () throws(ScenarioProblem) in
      try layer.changes(fields.mapValues { $0 })
    }
    try checkPaths(cells)
    layer = try editable(layer, places: true)
    switch layer.home {
    case .none, .rows:
      var available: Set<String> = []
      if let last = layer.layer.records.indices.last { available = Set(layer.texts(last).keys) }
      let place = try placed(position, layer, row: nil, available: available)
      let order = layer.format.fields.map(\.name)
      let all = (cells + place).sorted {
        (order.firstIndex(of: $0.field.name) ?? 0) < (order.firstIndex(of: $1.field.name) ?? 0)
      }
      let pairs = all.compactMap { cell in cell.text.map { (cell.key, cell.yaml($0)) } }
      var path = layer.path
      if case .rows(let way) = layer.home { path = way }
      try changeMain { (main) throws(ScenarioProblem) in try main.append(path, .keys(pairs)) }
    case .file(let name): try addToFile(name, layer, cells, position)
    }
    return id
  }

  /// Takes a row away.
  mutating func remove(_ key: String, _ id: String) throws(ScenarioError) {
    var layer = try layer(key)
    let index = try row(id, of: layer)
    layer = try editable(layer, places: false)
    switch layer.home {
    case .none: return
    case .rows(let path):
      let item = try item(index, at: path)
      try changeMain { (main) throws(ScenarioProblem) in try main.removeItem(path, item) }
    case .file(let name):
      let bytes = try content(of: name)
      let origin = layer.layer.records[index].origin
      let changed: [UInt8]?
      if let line = origin.line {
        changed = try table(bytes, name).removing(line: line)
      } else {
        changed = try features(bytes, name).removing((origin.row ?? 0) - 1)
      }
      try replace(name, changed, "cannot be taken away")
    }
  }

  // MARK: Rows of scenario.yaml

  /// The place of a row among the items of its list.
  private func item(_ index: Int, at path: [YAMLText.Step]) throws(ScenarioError) -> Int {
    let items = main.part(path)?.items ?? []
    let rows = items.indices.filter { if case .mapping = items[$0].content { true } else { false } }
    guard rows.indices.contains(index),
      rows.count == items.count || !items.contains(where: { $0.text == nil && $0.pairs.isEmpty })
    else {
      throw failure(.syntax, nil, "has rows that are aliases (*)", "write them out")
    }
    return rows[index]
  }

  private mutating func setInline(
    _ layer: DraftLayer, _ path: [YAMLText.Step], _ row: Int, _ cells: [CellChange], _ position: DraftPosition?
  ) throws(ScenarioError) {
    var available: Set<String> = []
    for other in layer.layer.records.indices { available.formUnion(layer.texts(other).keys) }
    let all = cells + (try placed(position, layer, row: row, available: available))
    try changeMain { (main) throws(ScenarioProblem) in
      for cell in all {
        let keys = (main.part(path)?.pairs ?? []).compactMap(\.key.text).map(Record.normalized)
        let held = keys.filter { cell.field.matches($0) }
        guard let text = cell.text else {
          for key in held { try main.remove(path, key) }
          continue
        }
        if let key = held.first, let text = cell.text(under: key) {
          try main.set(path, key, cell.yaml(text))
        } else {
          for key in held { try main.remove(path, key) }
          try main.set(path, cell.key, cell.yaml(text))
        }
      }
    }
  }

  // MARK: Rows of files

  private mutating func setInFile(
    _ name: String, _ layer: DraftLayer, _ row: Int, _ cells: [CellChange], _ position: DraftPosition?
  ) throws(ScenarioError) {
    guard let shape = layer.layer.table else { return }
    let bytes = try content(of: name)
    let record = layer.layer.records[row]
    if let line = record.origin.line {
      let place = try placed(position, layer, row: row, available: shape.fields(layer.format))
      let (known, added) = try columns(cells + place, shape, layer)
      try replace(name, try table(bytes, name).setting(line: line, known, adding: added), "cannot be changed")
    } else {
      let held = Set(layer.texts(row).keys).intersection(PositionFields.all.map(\.name))
      let place = held.isEmpty ? [] : try placed(position, layer, row: row, available: [])
      let properties = properties(cells + place, shape, layer)
      let changed = try features(bytes, name).setting(
        (record.origin.row ?? 0) - 1, properties, point: record.geometry == nil ? nil : position?.position)
      try replace(name, changed, "cannot be changed: it is not a point")
    }
  }

  private mutating func addToFile(
    _ name: String, _ layer: DraftLayer, _ cells: [CellChange], _ position: DraftPosition?
  ) throws(ScenarioError) {
    guard let shape = layer.layer.table else { return }
    let bytes = try content(of: name)
    if shape.format == "CSV" {
      let place = try placed(position, layer, row: nil, available: shape.fields(layer.format))
      let (known, added) = try columns(cells + place, shape, layer)
      return try replace(name, try table(bytes, name).appending(known, adding: added), "cannot be added")
    }
    let members = properties(cells, shape, layer).map { name, text in
      "\(JSONSpan.string(name)): \(JSONSpan.string(text ?? ""))"
    }
    let geometry =
      position.map { "{ \"type\": \"Point\", \"coordinates\": [\(FeatureText.text($0.position))] }" } ?? "null"
    let feature =
      "{ \"type\": \"Feature\", \"properties\": { \(members.joined(separator: ", ")) }, \"geometry\": \(geometry) }"
    try replace(name, try features(bytes, name).appending(feature), "cannot be added")
  }

  /// The texts of a table's row by column, and those for which it has no column.
  private func columns(
    _ cells: [CellChange], _ shape: TableShape, _ layer: DraftLayer
  ) throws(ScenarioError) -> (known: [Int: String], added: [(name: String, text: String)]) {
    var known: [Int: String] = [:]
    var added: [(name: String, text: String)] = []
    for cell in cells {
      let held = shape.keys.indices.filter { shape.keys[$0].contains(where: cell.field.matches) }
      guard let text = cell.text else {
        for column in held { known[column] = "" }
        continue
      }
      let column = held.first
      let key = column.flatMap { shape.keys[$0].first(where: cell.field.matches) }
      if let column, let key, let written = cell.text(under: key) {
        known[column] = cell.text(written, in: layer.layer.reading)
      } else if let key {
        throw failure(
          .value, cell.field.name, "“\(text.prefix(60))” does not go into the column “\(key)”",
          "write \(cell.field.type)\(cell.field.accepted.isEmpty ? "" : ", \(cell.field.accepted)")")
      } else {
        guard !shape.columns.map(Record.normalized).contains(cell.key) else {
          throw failure(
            .unknownField, cell.field.name, "is a column of \(shape.file) that the layer ignores",
            "take it out of ignore, or map another column")
        }
        added.append((cell.key, cell.text(text, in: layer.layer.reading)))
      }
    }
    return (known, added)
  }

  /// The properties of a feature, by their names in the file.
  private func properties(
    _ cells: [CellChange], _ shape: TableShape, _ layer: DraftLayer
  ) -> [(name: String, text: String?)] {
    cells.map { cell in
      for (column, keys) in zip(shape.columns, shape.keys) {
        guard let key = keys.first(where: cell.field.matches) else { continue }
        guard cell.text != nil else { return (column, nil) }
        if let written = cell.text(under: key) { return (column, cell.text(written, in: layer.layer.reading)) }
      }
      return (cell.key, cell.text)
    }
  }

  // MARK: Checks

  private func placed(
    _ position: DraftPosition?, _ layer: DraftLayer, row: Int?, available: Set<String>
  ) throws(ScenarioError) -> [CellChange] {
    guard let position else { return [] }
    return try located(layer) { () throws(ScenarioProblem) in
      try layer.cells(of: position, row: row, available: available)
    }
  }

  /// Says of a problem in which layer it is.
  func located<Value>(
    _ layer: DraftLayer, _ body: () throws(ScenarioProblem) -> Value
  ) throws(ScenarioError) -> Value {
    do { return try body() } catch {
      let field = ["layers", layer.format.key, error.place.field].compactMap { $0 }.joined(separator: ".")
      throw ScenarioError(error.at(FaultPlace(file: file, field: field)))
    }
  }

  private func check(_ fields: [String: String?], _ key: String) throws(ScenarioError) {
    guard fields.count <= 200 else {
      throw failure(.value, "layers.\(key.prefix(60))", "an edit of \(fields.count) fields", "no row has so many")
    }
    for (name, text) in fields.sorted(by: { $0.key < $1.key }) {
      try check(name, "layers.\(key.prefix(60))")
      if let text { try check(text, "layers.\(key.prefix(60)).\(name.prefix(60))") }
    }
  }

  private func checkPaths(_ cells: [CellChange]) throws(ScenarioError) {
    for cell in cells where cell.field.namesFile {
      if let text = cell.text { try checkPath(text, cell.field.name) }
    }
  }

  /// An id made of a name, or a number.
  private func newID(_ layer: DraftLayer, name: String?) -> String {
    var stem = ""
    for character in (name ?? "").lowercased() {
      if character.isLetter || character.isNumber {
        stem.append(character)
      } else if stem.last != "-", !stem.isEmpty {
        stem.append("-")
      }
    }
    while stem.last == "-" { stem.removeLast() }
    let taken = Set(layer.ids)
    if !stem.isEmpty, !taken.contains(stem) { return stem }
    var number = stem.isEmpty ? 1 : 2
    func id() -> String { stem.isEmpty ? "new-\(number)" : "\(stem)-\(number)" }
    while taken.contains(id()) { number += 1 }
    return id()
  }
}

extension FieldFormat {
  /// Whether values may be paths.
  var namesFile: Bool { ["path", "file", "folder"].contains { type.contains($0) } }
}

extension TableShape {
  /// The fields for which it has columns.
  func fields(_ format: LayerFormat) -> Set<String> {
    let index = KeyIndex(format)
    return Set(keys.joined().compactMap { index.field(of: $0) })
  }
}
