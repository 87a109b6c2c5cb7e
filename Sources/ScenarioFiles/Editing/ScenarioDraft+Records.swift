internal import GeoFiles
internal import Geodesy
internal import Scenario
internal import Units

extension ScenarioDraft {
  /// What can be edited, with its present texts.
  ///
  /// - Throws: ``ScenarioError`` for a layer whose file cannot be read.
  public var records: DraftRecords {
    get throws(ScenarioError) {
      var layers: [DraftRecords.Layer] = []
      for format in LayerFormat.all { layers.append(records(of: try layer(format.key))) }
      return DraftRecords(settings: settings, layers: layers)
    }
  }

  private var settings: [DraftRecords.Setting] {
    SettingFields.format.fields.filter { $0.name != SettingFields.layers.name }.flatMap { field in
      let outer = main.root?.pairs.first { field.matches(Record.normalized($0.key.text ?? "")) }?.value
      let own = DraftRecords.Setting(field: .init(field), text: outer.flatMap(text))
      let parts = (SettingParts.formats[field.name]?.fields ?? []).map { part in
        let value = outer?.pairs.first { part.matches(Record.normalized($0.key.text ?? "")) }
        let isShort = SettingParts.short[field.name] == part.name && outer?.pairs.isEmpty == true
        return DraftRecords.Setting(
          field: .init(part, under: field.name),
          text: value.flatMap { withUnit(text($0.value), of: part, $0.key.text ?? "") } ?? (isShort ? outer?.text : nil)
        )
      }
      return [own] + parts
    }
  }

  private func text(_ part: YAMLSpan) -> String? {
    if part.isNothing { return nil }
    return part.text ?? main.text(of: part)
  }

  private func withUnit(_ text: String?, of field: FieldFormat, _ key: String) -> String? {
    text.flatMap { CellChange(field: field, key: Record.normalized(key), text: $0).text(under: field.name) ?? $0 }
  }

  private func records(of layer: DraftLayer) -> DraftRecords.Layer {
    let hidden = Diagnostics()
    let keys = KeyIndex(layer.format)
    let projection = Projection(of: layer.layer, diagnostics: hidden)
    let hasPlaces = layer.format.fields.contains { $0.name == PositionFields.position.name }
    var inline: [YAMLSpan] = []
    if case .rows(let path) = layer.home {
      inline = (main.part(path)?.items ?? []).filter { $0.text == nil }
    }
    let rows = layer.layer.records.enumerated().map { number, record -> DraftRecords.Row in
      var cells: [String: String] = [:]
      for (key, cell) in record.cells {
        guard let name = keys.field(of: key), let field = layer.format.fields.first(where: { $0.name == name }) else {
          continue
        }
        switch cell.content {
        case .text(let text): cells[name] = withUnit(text, of: field, key) ?? text
        case .tree:
          if inline.indices.contains(number), let part = inline[number].value(key) { cells[name] = main.text(of: part) }
        }
      }
      var place: DraftRecords.Place?
      if hasPlaces, !isShape(record) {
        let row = Row(
          record: record, format: layer.format, keys: keys, defaults: layer.layer.defaults,
          // A row without a place is not wrong here.
          missing: [PositionFields.position.name], projection: projection, diagnostics: hidden)
        place = row.position().map { .init(latitude: $0.latitudeDegrees, longitude: $0.longitudeDegrees) }
      }
      return DraftRecords.Row(id: layer.ids[number], cells: cells, position: place)
    }
    let file: String? = if case .file(let name) = layer.home { name } else { nil }
    return DraftRecords.Layer(
      key: layer.format.key, rowName: layer.format.rowName, summary: layer.format.summary, file: file,
      fields: layer.format.fields.map { .init($0) }, rows: rows)
  }

  private func isShape(_ record: Record) -> Bool {
    switch record.geometry {
    case nil, .point: false
    case .lines, .polygons: true
    }
  }
}
