import Foundation
import GeoFiles

/// Finds the rows of a layer, wherever scenario.yaml says they are.
struct LayerSource {
  /// The folder of the scenario.
  let folder: URL
  /// The name of scenario.yaml in messages.
  let file: String
  let diagnostics: Diagnostics

  /// What stands under a layer's key when it is not a list or a file name.
  static let keys = ["file", "layer", "crs", "columns", "defaults", "rows"]

  /// The rows of a layer.
  func read(_ format: LayerFormat, _ tree: YAMLTree, line: Int) -> RecordLayer {
    let origin = Origin(file: file, line: line)
    var layer = RecordLayer(format: format, origin: origin)
    switch tree {
    case .null: break
    case .sequence(let items, _): layer.records = inline(items, format)
    case .scalar(let name, _): readFile(name, layerName: nil, mapping: [], into: &layer)
    case .mapping(let pairs, let line): readOptions(pairs, line: line, into: &layer)
    }
    return layer
  }

  private func inline(_ items: [YAMLTree], _ format: LayerFormat) -> [Record] {
    items.compactMap { item in
      guard case .mapping(let pairs, let line) = item else {
        diagnostics.error(
          .syntax, at: Origin(file: file, line: item.line), field: format.key, "\(item.kind) stands where a row should",
          "write each row as { key: value, … }")
        return nil
      }
      return Record(pairs, line: line, file: file, diagnostics: diagnostics)
    }
  }

  private typealias Pair = (key: String, line: Int, value: YAMLTree)

  private func readOptions(_ pairs: [Pair], line: Int, into layer: inout RecordLayer) {
    var texts: [String: String] = [:]
    var mapping: [Pair] = []
    var rows: [YAMLTree]?
    for (key, line, value) in pairs {
      let origin = Origin(file: file, line: line)
      let field = "\(layer.format.key).\(key)"
      switch (key, value) {
      case ("file", .scalar(let text, _)), ("layer", .scalar(let text, _)), ("crs", .scalar(let text, _)):
        texts[key] = text.trimmed
      case ("columns", .mapping(let columns, _)): mapping = columns
      case ("defaults", .mapping(let values, let line)):
        layer.defaults = Record(values, line: line, file: file, diagnostics: diagnostics).cells
      case ("rows", .sequence(let items, _)): rows = items
      case (_, .null): continue
      default:
        if Self.keys.contains(key) {
          let right = ["columns", "defaults"].contains(key) ? "a set of keys" : key == "rows" ? "a list" : "a text"
          diagnostics.error(.syntax, at: origin, field: field, "is \(value.kind)", "write \(right)")
        } else {
          diagnostics.error(
            .unknownField, at: origin, field: field, "is not a key of a layer",
            NearestName.hint(for: key, among: Self.keys))
        }
        layer.isReadable = false
      }
    }
    for (key, cell) in layer.defaults.sorted(by: { $0.key < $1.key }) where !layer.format.knows(key) {
      unknown(key, "defaults", cell.origin, layer.format)
    }
    layer.crs = texts["crs"]
    if let rows { layer.records = inline(rows, layer.format) }
    if let name = texts["file"] {
      guard rows == nil else {
        return diagnostics.error(
          .duplicate, at: layer.origin, field: layer.format.key, "gives both a file and rows", "keep one of them")
      }
      readFile(name, layerName: texts["layer"], mapping: mapping, into: &layer)
    } else if rows == nil, layer.isReadable {
      layer.isReadable = false
      diagnostics.error(
        .missing, at: layer.origin, field: layer.format.key, "names no file", "write file: NAME, or a list of rows")
    }
  }

  private func unknown(_ key: String, _ part: String, _ origin: Origin, _ format: LayerFormat) {
    diagnostics.error(
      .unknownField, at: origin, field: "\(format.key).\(part).\(key)", "is not a field of \(format.rowName)",
      NearestName.hint(for: key, among: format.names, listing: format.fields.map(\.name)))
  }

  private func readFile(_ name: String, layerName: String?, mapping: [Pair], into layer: inout RecordLayer) {
    guard let path = usablePath(name, layer) else {
      layer.isReadable = false
      return
    }
    guard let table = table(name, path: path, layerName: layerName, layer) else {
      layer.isReadable = false
      return
    }
    let names = columnNames(table.columns, mapping, layer, name)
    layer.columns = Set(names.flatMap { $0 })
    let broken = Set(table.problems.compactMap(\.row))
    layer.records = zip(table.features, table.rows).map { feature, number in
      let origin = Origin(file: name, number)
      var cells: [String: Cell] = [:]
      for (columns, field) in zip(names, feature.fields) {
        for column in columns where cells[column] == nil { cells[column] = Cell(field.value, at: origin) }
      }
      return Record(
        cells: cells, geometry: feature.geometry, isGeometryBroken: broken.contains(number), origin: origin)
    }
    if table.features.isEmpty { diagnostics.warning(.incomplete, at: Origin(file: name), "the layer has no rows") }
  }

  /// The path of a layer's file, which must be an ordinary file of a size that can be read.
  private func usablePath(_ name: String, _ layer: RecordLayer) -> String? {
    let url = URL(fileURLWithPath: name, relativeTo: folder).resolvingSymlinksInPath()
    func fail(_ what: String, _ remedy: String) -> String? {
      diagnostics.error(.file, at: layer.origin, field: layer.format.key, what, remedy)
      return nil
    }
    guard !name.trimmed.isEmpty else { return fail("names no file", "write a file’s name, or a list of rows") }
    guard !name.contains("\0"), let attributes = try? FileManager.default.attributesOfItem(atPath: url.path) else {
      let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      let near = NearestName.nearest(to: name, among: present)
      return fail(
        "the file “\(name)” does not exist in the scenario’s folder",
        near.map { "did you mean “\($0)”?" } ?? "file names are relative to the folder of \(file)")
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      return fail("“\(name)” is no ordinary file", "name a CSV, GeoJSON, GeoPackage, KML or Shapefile")
    }
    let size = (attributes[.size] as? NSNumber)?.int64Value ?? 0
    let isText = ["csv", "tsv", "txt", "json", "geojson", "kml", "gml", "gpx"].contains(url.pathExtension.lowercased())
    guard !isText || size <= Self.textLimit else {
      return fail(
        "the file “\(name)” has \(size / 1_000_000) MB; text layers are read up to \(Self.textLimit / 1_000_000) MB",
        "convert it to a GeoPackage and take the rows that are needed")
    }
    return url.path
  }

  /// Layers in text formats are read whole into memory; a national border at 1:10 million is under 10 MB.
  static let textLimit: Int64 = 50_000_000

  /// For every column of a table the fields it gives: its name in our spelling, or what the mapping says; none for a
  /// column whose field the mapping takes from another.
  private func columnNames(_ columns: [String], _ mapping: [Pair], _ layer: RecordLayer, _ name: String) -> [[String]] {
    var ours: [String: [String]] = [:]
    let spelled = columns.map(Record.normalized)
    for (key, line, value) in mapping {
      let origin = Origin(file: file, line: line)
      let our = Record.normalized(key)
      guard layer.format.knows(our) else {
        unknown(key, "columns", origin, layer.format)
        continue
      }
      guard case .scalar(let their, _) = value, spelled.contains(Record.normalized(their)) else {
        let wanted = if case .scalar(let text, _) = value { text } else { value.kind }
        diagnostics.error(
          .missing, at: origin, field: "\(layer.format.key).columns.\(key)", "\(name) has no column “\(wanted)”",
          NearestName.hint(for: wanted, among: columns))
        continue
      }
      ours[Record.normalized(their), default: []].append(our)
    }
    let mapped = ours.values.joined()
    let overridden = layer.format.fields.filter { field in mapped.contains(where: field.matches) }
    return spelled.map { column in
      ours[column] ?? (overridden.contains { $0.matches(column) } ? [] : [column])
    }
  }
}
