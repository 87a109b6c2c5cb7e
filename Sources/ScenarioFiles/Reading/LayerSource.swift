import Foundation
import GeoFiles
import Scenario
import Units

/// Finds the rows of a layer, wherever scenario.yaml says they are.
struct LayerSource {
  /// The folder of the scenario.
  let folder: URL
  /// The name of scenario.yaml in messages.
  let file: String
  /// Files of a draft.
  var overlay = FileOverlay()
  let diagnostics: Diagnostics

  /// What stands under a layer's key when it is not a list or a file name.
  static let keys = ["file", "layer", "crs", "columns", "defaults", "rows", "decimal", "heights", "ignore"]

  /// The rows of a layer.
  func read(_ format: LayerFormat, _ tree: YAMLTree, line: Int) -> RecordLayer {
    let origin = Origin(file: file, line: line)
    var layer = RecordLayer(format: format, origin: origin)
    switch tree {
    case .null: break
    case .sequence(let items, _): layer.records = read(inline(items, format), of: layer)
    case .scalar(let name, _): readFile(name, layerName: nil, mapping: [], ignored: [], into: &layer)
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

  private typealias Pair = YAMLTree.Pair

  private func readOptions(_ pairs: [Pair], line: Int, into layer: inout RecordLayer) {
    var texts: [String: String] = [:]
    var mapping: [Pair] = []
    var ignored: Set<String> = []
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
      case ("decimal", .scalar(let text, _)):
        layer.decimal = word(text, DecimalMark.allCases.map(\.rawValue), at: origin, field).flatMap(DecimalMark.init)
      case ("heights", .scalar(let text, _)):
        layer.heights = word(text, HeightUse.words, at: origin, field).flatMap(HeightUse.init)
      case ("ignore", .sequence(let items, _)):
        ignored.formUnion(
          items.compactMap { if case .scalar(let text, _) = $0 { Record.normalized(text) } else { nil } })
      case ("ignore", .scalar(let text, _)):
        ignored.formUnion(text.split(separator: ",").map { Record.normalized(String($0).trimmed) })
      case (_, .null): continue
      default:
        if Self.keys.contains(key) {
          let right =
            ["columns", "defaults"].contains(key)
            ? "a set of keys" : ["rows", "ignore"].contains(key) ? "a list" : "a text"
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
    if let rows { layer.records = read(inline(rows, layer.format), of: layer) }
    if let name = texts["file"] {
      guard rows == nil else {
        return diagnostics.error(
          .duplicate, at: layer.origin, field: layer.format.key, "gives both a file and rows", "keep one of them")
      }
      readFile(name, layerName: texts["layer"], mapping: mapping, ignored: ignored, into: &layer)
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

  /// One of a few words; nil after a report.
  private func word(_ text: String, _ words: [String], at origin: Origin, _ field: String) -> String? {
    let word = text.trimmed.lowercased()
    if words.contains(word) { return word }
    diagnostics.error(
      .value, at: origin, field: field, "“\(text.trimmed.prefix(60))” is not one of the words",
      "write \(words.joined(separator: " or "))")
    return nil
  }

  func readFile(
    _ name: String, layerName: String?, mapping: [YAMLTree.Pair], ignored: Set<String>, into layer: inout RecordLayer
  ) {
    guard let path = usablePath(name, layer) else {
      layer.isReadable = false
      return
    }
    let theirs = mapping.compactMap { if case .scalar(let text, _) = $0.value { text } else { nil } }
    if overlay.files[name] == nil, let refusal = refusalElsewhere(path, layerName: layerName, theirs, layer.format) {
      layer.isReadable = false
      return diagnostics.error(
        .file, at: layer.origin, field: layer.format.key, "“\(name)” \(refusal)", "its first line names the columns")
    }
    guard let table = table(name, path: path, layerName: layerName, layer) else {
      layer.isReadable = false
      return
    }
    let columns = LayerColumns(
      of: table, mapped: mapped(mapping, table.columns, layer, name), ignored: ignored, layer: layer, name: name,
      diagnostics: diagnostics)
    layer.columns = Set(columns.keys.joined())
    layer.table = TableShape(
      file: name, format: table.format, separator: table.separator, columns: table.columns, keys: columns.keys)
    layer.nearColumns = columns.near
    let reading = DecimalReading.of(table, columns.keys, layer)
    layer.reading = reading
    let broken = Set(table.problems.compactMap(\.place.row))
    layer.records = zip(table.features, table.rows).map { feature, number in
      let origin = Origin(file: name, number)
      var cells: [String: Cell] = [:]
      for (index, keys) in columns.keys.enumerated() {
        for key in keys where cells[key] == nil {
          cells[key] = feature.value(at: index).flatMap { Cell($0, at: origin, reading) }
        }
      }
      var record = Record(
        cells: cells, geometry: feature.geometry, isGeometryBroken: broken.contains(number), origin: origin)
      record.heights = layer.heights.map { feature.heights?.used(as: $0) } ?? feature.heights
      record.areHeightsStated = layer.heights != nil
      record.lineTimes = feature.lineTimes
      return record
    }
    if table.features.isEmpty { diagnostics.warning(.incomplete, at: Origin(file: name), "the layer has no rows") }
  }

  /// The path of a layer's file, which must be an ordinary file of a size that can be read.
  private func usablePath(_ name: String, _ layer: RecordLayer) -> String? {
    if overlay.files[name] != nil {
      do { return try overlay.path(of: name) } catch {
        diagnostics.error(
          .file, at: layer.origin, field: layer.format.key, "“\(name)” \(error.problem)", error.remedy ?? "")
        return nil
      }
    }
    let named = URL(fileURLWithPath: name, relativeTo: folder)
    let inside = ArchiveMember.split(named.path)
    let url = (inside.map { URL(fileURLWithPath: $0.archive) } ?? named).resolvingSymlinksInPath()
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
        near.map { NearestName.question([$0]) } ?? "file names are relative to the folder of \(file)")
    }
    let kind = attributes[.type] as? FileAttributeType
    guard kind == .typeRegular || kind == .typeDirectory && url.pathExtension.lowercased() == "gdb" else {
      return fail("“\(name)” is not an ordinary file", "name a CSV, GeoJSON, GeoPackage, KML or Shapefile")
    }
    let size = (attributes[.size] as? NSNumber)?.int64Value ?? 0
    let isText = ["csv", "tsv", "txt", "json", "geojson", "kml", "gml", "gpx"].contains(url.pathExtension.lowercased())
    guard !isText || size <= Self.textLimit else {
      return fail(
        "the file “\(name)” has \(size / 1_000_000) MB; text layers are read up to \(Self.textLimit / 1_000_000) MB",
        "convert it to a GeoPackage and take the rows that are needed")
    }
    return inside.map { "\(url.path)/\($0.member)" } ?? url.path
  }

  /// Layers in text formats are read whole into memory; a national border at 1:10 million is under 10 MB.
  static let textLimit: Int64 = 50_000_000

  /// The keys that `columns` gives, by the column in our spelling.
  private func mapped(
    _ mapping: [Pair], _ columns: [String], _ layer: RecordLayer, _ name: String
  ) -> [String: [String]] {
    var ours: [String: [String]] = [:]
    let spelled = Set(columns.map(Record.normalized))
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
    return ours
  }

  /// Inline rows, their numbers read as the layer states or as the rows themselves show.
  private func read(_ records: [Record], of layer: RecordLayer) -> [Record] {
    let reading = DecimalReading.of(records, layer)
    guard reading != .asWritten else { return records }
    return records.map { record in
      var record = record
      for key in record.cells.keys { record.cells[key]?.reading = reading }
      return record
    }
  }
}
