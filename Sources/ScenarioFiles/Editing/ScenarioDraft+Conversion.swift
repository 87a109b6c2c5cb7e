import Foundation
import GeoFiles
import Geodesy
import Scenario
import Units

extension ScenarioDraft {
  /// Writes a layer whose file is not changed in place (a GeoPackage, KML, Shapefile, archive …) as a text table, or with
  /// lines and polygons as GeoJSON, next to that file, and lets the scenario read it.
  mutating func convert(_ layer: DraftLayer, _ old: String) throws(ScenarioError) {
    let records = layer.layer.records
    let isTable = records.allSatisfy { record in
      switch record.geometry {
      case nil, .point: true
      case .lines, .polygons: false
      }
    }
    let broken = records.first { $0.isGeometryBroken }
    if let broken {
      throw ScenarioError(
        ScenarioProblem(
          .position, at: FaultPlace(file: old, row: broken.origin.row.map(RowNumber.row)),
          "has a geometry that cannot be read", remedy: "repair the file before its rows are changed"))
    }
    var heights: String?
    let bytes: [UInt8]
    if isTable {
      bytes = LayerConversion.table(layer)
    } else {
      (bytes, heights) = LayerConversion.features(layer)
    }
    let name = newName("\(layer.format.key).\(isTable ? "csv" : "geojson")")
    files[name] = DraftFile(name: name, bytes: bytes)
    let keepsSystem = isTable && records.contains { $0.geometry == nil && $0.cells["x"] != nil }
    try self.name(
      name, as: layer,
      dropping: ["layer", "columns", "ignore", "heights", "decimal"] + (keepsSystem ? [] : ["crs"]))
    if let heights {
      let (path, key, hasOptions) = (layer.path, layer.format.key, layer.hasOptions)
      try changeMain { (main) throws(ScenarioProblem) in
        if hasOptions {
          try main.set(path, "heights", .text(heights))
        } else {
          try main.set(
            [.key(SettingFields.layers.name)], key, .keys([("file", .text(name)), ("heights", .text(heights))]))
        }
      }
    }
  }
}

/// Layers of any file as texts that say the same.
enum LayerConversion {
  /// Points, and rows without geometry, as a table.
  static func table(_ layer: DraftLayer) -> [UInt8] {
    let records = layer.layer.records
    let hasPoints = records.contains { $0.geometry != nil }
    var keys = columns(layer).filter { key in
      !hasPoints || !PositionFields.all.contains { $0.matches(key) }
    }
    let elevation = layer.format.fields.first { $0.name == "elevation" }
    let heights = records.map { record -> String? in
      guard let elevation, record.heights?.reference == .seaLevel, let z = record.heights?.parts.first?.first ?? nil,
        !record.cells.keys.contains(where: elevation.matches)
      else { return nil }
      return "\(z)"
    }
    let hasHeights = heights.contains { $0 != nil }
    var rows: [[String]] = []
    for (record, height) in zip(records, heights) {
      var row = keys.map { text(record.cells[$0], $0, layer) }
      if hasPoints {
        if case .point(let position) = record.geometry {
          row += ["\(position.latitudeDegrees)", "\(position.longitudeDegrees)"]
        } else {
          row += ["", ""]
        }
      }
      if hasHeights { row.append(height ?? "") }
      rows.append(row)
    }
    if hasPoints { keys += ["latitude", "longitude"] }
    // Next to a column of elevations that other rows fill, under a name that it does not have.
    if hasHeights { keys.append(["elevation_m", "elevation_amsl_m"].first { !keys.contains($0) } ?? "elevation") }
    return Array(([keys] + rows).map { row in row.map(quoted).joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  /// Lines and polygons as GeoJSON, with what their third coordinates are where they are read.
  static func features(_ layer: DraftLayer) -> (bytes: [UInt8], heights: String?) {
    let texts = layer.layer.records.map { feature($0, layer) }
    let references = layer.layer.records.lazy.compactMap { usedHeights($0, layer)?.reference }
    let text = "{ \"type\": \"FeatureCollection\", \"features\": [\n\(texts.joined(separator: ",\n"))\n] }\n"
    return (Array(text.utf8), references.first.map { $0 == .ground ? "agl" : "amsl" })
  }

  /// A row as a feature.
  static func feature(_ record: Record, _ layer: DraftLayer) -> String {
    let members = columns(layer).compactMap { key -> String? in
      let text = text(record.cells[key], key, layer)
      return text.isEmpty ? nil : "\(JSONSpan.string(key)): \(JSONSpan.string(text))"
    }
    return "{ \"type\": \"Feature\", \"properties\": { \(members.joined(separator: ", ")) }, \"geometry\": "
      + "\(geometry(record.geometry, usedHeights(record, layer))) }"
  }

  /// The third coordinates that are the altitudes of a route.
  private static func usedHeights(_ record: Record, _ layer: DraftLayer) -> GeometryHeights? {
    let altitudes = layer.format.fields.filter { field in AltitudeFields.all.contains { $0.name == field.name } }
    let isStated = record.cells.keys.contains { key in altitudes.contains { $0.matches(key) } }
    guard let own = record.heights, own.reference == .seaLevel || own.reference == .ground, !altitudes.isEmpty,
      record.areHeightsStated || !isStated
    else { return nil }
    return own
  }

  /// The columns that are read, in the order of the file.
  private static func columns(_ layer: DraftLayer) -> [String] {
    var seen: Set<String> = []
    return (layer.layer.table?.keys ?? []).flatMap { $0 }.filter { layer.format.knows($0) && seen.insert($0).inserted }
  }

  /// A cell with decimal points.
  private static func text(_ cell: Cell?, _ key: String, _ layer: DraftLayer) -> String {
    guard let cell, case .text(let text) = cell.content else { return "" }
    let isNumeric = layer.format.fields.first { $0.matches(key) }?.isNumeric ?? false
    return isNumeric ? (try? NumberText.canonical(text, cell.reading)) ?? text : text
  }

  private static func quoted(_ text: String) -> String {
    text.contains { ",\";\t".contains($0) || $0.isNewline } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  static func geometry(_ geometry: Geometry?, _ heights: GeometryHeights?) -> String {
    func place(_ position: Position, _ height: Double?) -> String {
      let text = "[\(position.longitudeDegrees), \(position.latitudeDegrees)"
      return text + (height.map { ", \($0)]" } ?? "]")
    }
    func line(_ line: [Position], _ part: Int) -> String {
      let z = heights.flatMap { $0.parts.indices.contains(part) ? $0.parts[part] : nil } ?? []
      return "[" + line.enumerated().map { place($1, z.indices.contains($0) ? z[$0] : nil) }.joined(separator: ", ")
        + "]"
    }
    func object(_ type: String, _ coordinates: String) -> String {
      "{ \"type\": \"\(type)\", \"coordinates\": \(coordinates) }"
    }
    switch geometry {
    case nil: return "null"
    case .point(let position): return object("Point", place(position, nil))
    case .lines(let lines):
      if lines.count == 1 { return object("LineString", line(lines[0], 0)) }
      return object("MultiLineString", "[" + lines.enumerated().map { line($1, $0) }.joined(separator: ", ") + "]")
    case .polygons(let polygons):
      let texts = polygons.map { rings in "[" + rings.map { line($0, .max) }.joined(separator: ", ") + "]" }
      return object("MultiPolygon", "[" + texts.joined(separator: ", ") + "]")
    }
  }
}
