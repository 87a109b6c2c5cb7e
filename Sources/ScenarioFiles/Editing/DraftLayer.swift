import GeoFiles
import Scenario
import Units

/// One layer of a draft: its rows as they are read, their ids, and where they stand.
struct DraftLayer {
  enum Home {
    /// scenario.yaml does not have it, or nothing behind its key.
    case none
    /// Rows in scenario.yaml, at the end of this way.
    case rows([YAMLText.Step])
    /// A file.
    case file(String)
  }

  let layer: RecordLayer
  let home: Home
  /// The ids of the rows, parallel to the records.
  let ids: [String]
  /// Whether its key in scenario.yaml holds options.
  let hasOptions: Bool

  var format: LayerFormat { layer.format }
  /// The way to its key in scenario.yaml.
  var path: [YAMLText.Step] { [.key(SettingFields.layers.name), .key(format.key)] }

  init(layer: RecordLayer, home: Home, hasOptions: Bool) {
    self.layer = layer
    self.home = home
    self.hasOptions = hasOptions
    ids = Self.ids(of: layer)
  }

  /// The field that a key gives.
  /// - Throws: What is said of an unknown key in a row.
  func field(_ key: String) throws(ScenarioProblem) -> FieldFormat {
    if let field = format.fields.first(where: { $0.matches(Record.normalized(key)) }) { return field }
    throw ScenarioProblem(
      .unknownField, "is not a field of \(format.rowName)",
      NearestName.hint(for: key, among: format.names, listing: format.fields.map(\.name)))
  }

  /// Names of rows: the id where a row has its own, otherwise what it belongs to and a number, `from-east#2`.
  private static func ids(of layer: RecordLayer) -> [String] {
    let keys = KeyIndex(layer.format)
    var counts: [String: Int] = [:]
    let ownKeys = layer.format.key == SiteOverrideFields.layer.key ? ["site"] : ["id"]
    return layer.records.map { record in
      func text(_ name: String) -> String? {
        for (key, cell) in record.cells where keys.field(of: key) == name {
          if case .text(let text) = cell.content { return text.trimmed }
        }
        return nil
      }
      var own = ownKeys.lazy.compactMap(text).first
      if own == nil, layer.format.key == AssetFields.layer.key, let base = text("base"), let aircraft = text("aircraft")
      {
        own = "\(base)/\(aircraft)"
      }
      let group = own ?? ["route", "purchase"].lazy.compactMap(text).first ?? ""
      counts[group, default: 0] += 1
      let count = counts[group] ?? 1
      return own != nil && count == 1 ? group : "\(group)#\(count)"
    }
  }
}

extension ScenarioDraft {
  /// A layer by its key.
  /// - Throws: ``ScenarioError`` for a layer that there is not, and with all that is wrong with its file as a whole.
  func layer(_ key: String) throws(ScenarioError) -> DraftLayer {
    guard let format = LayerFormat.all.first(where: { $0.key == Record.normalized(key) }) else {
      throw failure(
        .unknownField, "layers.\(key.prefix(60))", "is not a layer",
        NearestName.hint(for: key, among: LayerFormat.all.map(\.key)))
    }
    let tree: YAMLTree
    do { tree = try YAMLTree.parse(main.text) } catch {
      throw ScenarioError(error.at(FaultPlace(file: file, row: error.place.row)))
    }
    guard case .mapping(let pairs, _) = tree,
      case .mapping(let layers, _)? = pairs.first(where: { Record.normalized($0.key) == SettingFields.layers.name })?
        .value,
      let pair = layers.first(where: { Record.normalized($0.key) == format.key })
    else {
      return DraftLayer(
        layer: RecordLayer(format: format, origin: Origin(file: file)), home: .none, hasOptions: false)
    }
    let diagnostics = Diagnostics()
    let source = LayerSource(folder: folder, file: file, overlay: overlay, diagnostics: diagnostics)
    let layer = source.read(format, pair.value, line: pair.line)
    guard layer.isReadable else {
      throw ScenarioError(problems: diagnostics.sorted(first: file).errors)
        ?? failure(.file, "layers.\(format.key)", "cannot be read")
    }
    let way: [YAMLText.Step] = [.key(SettingFields.layers.name), .key(format.key)]
    switch pair.value {
    case .null: return DraftLayer(layer: layer, home: .none, hasOptions: false)
    case .sequence: return DraftLayer(layer: layer, home: .rows(way), hasOptions: false)
    case .scalar(let name, _): return DraftLayer(layer: layer, home: .file(name), hasOptions: false)
    case .mapping(let options, _):
      for option in options where option.key == "file" {
        if case .scalar(let name, _) = option.value {
          return DraftLayer(layer: layer, home: .file(name.trimmed), hasOptions: true)
        }
      }
      return DraftLayer(layer: layer, home: .rows(way + [.key("rows")]), hasOptions: true)
    }
  }

  /// The number of a row in its layer.
  func row(_ id: String, of layer: DraftLayer) throws(ScenarioError) -> Int {
    if let index = layer.ids.firstIndex(of: id) { return index }
    let kind = layer.format.rowName.split(separator: " ", maxSplits: 1).last.map(String.init) ?? "row"
    throw failure(
      .reference, "layers.\(layer.format.key)", "there is no \(kind) “\(id.prefix(60))”",
      NearestName.choices(for: id, among: layer.ids))
  }
}
