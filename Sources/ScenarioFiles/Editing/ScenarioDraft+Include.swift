import Foundation
import GeoFiles
import Geodesy
import Scenario
import Units

extension ScenarioDraft {
  /// Endings of files that may become layers.
  static let layerEndings = [
    "csv", "tsv", "txt", "geojson", "json", "gpkg", "kml", "kmz", "gpx", "fgb", "gml", "xlsx", "ods", "zip",
  ]
  /// The most rows of a file that are added one by one to a layer that has rows.
  static let rowLimit = 2000

  /// Takes a file as a layer, or adds its rows to the layer.
  mutating func include(_ key: String, _ name: String, _ bytes: [UInt8]) throws(ScenarioError) {
    let ending = (name as NSString).pathExtension.lowercased()
    let shown = name.prefix(60)
    guard FilePath.isPlainName(name), name.utf8.count <= 100, name.first != ".",
      name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" && $0 != ":" })
    else {
      throw failure(.file, nil, "“\(shown)” cannot be the name of a file here", "name it as in sites.csv")
    }
    guard Self.layerEndings.contains(ending) else {
      throw failure(
        .file, nil, "“\(shown)” is not a file of a layer",
        ending == "shp" ? "zip a Shapefile with its other files" : "CSV, GeoJSON, GeoPackage, KML or a zipped Shapefile"
      )
    }
    guard bytes.count <= Int(LayerSource.textLimit) else {
      throw failure(
        .file, nil,
        "“\(shown)” has \(bytes.count / 1_000_000) MB; \(LayerSource.textLimit / 1_000_000) MB are taken at most",
        "put it into the scenario’s folder and name it in scenario.yaml")
    }
    let layer = try layer(key)
    let own = newName(name)
    let diagnostics = Diagnostics()
    var overlay = overlay
    overlay.files[own] = DraftFile(name: own, bytes: bytes)
    let source = LayerSource(folder: folder, file: file, overlay: overlay, diagnostics: diagnostics)
    let read = source.read(layer.format, .scalar(own, line: 1), line: 1)
    if let error = ScenarioError(problems: diagnostics.sorted(first: own).errors) { throw error }
    guard !layer.layer.records.isEmpty else {
      files[own] = overlay.files[own]
      return try takeFile(own, as: layer)
    }
    guard read.records.count <= Self.rowLimit else {
      throw failure(
        .file, "layers.\(layer.format.key)",
        "“\(shown)” has \(read.records.count) rows; \(Self.rowLimit) are added at most",
        "add them to the file of the layer")
    }
    let dropped = DraftLayer(layer: read, home: .file(own), hasOptions: false)
    let hasShapes = read.records.contains { record in
      switch record.geometry {
      case nil, .point: false
      case .lines, .polygons: true
      }
    }
    if hasShapes { return try addShapes(of: dropped, to: layer) }
    for row in read.records.indices {
      var fields = dropped.cells(row)
      if case .point(let position) = read.records[row].geometry {
        for field in PositionFields.all { for key in fields.keys where field.matches(key) { fields[key] = nil } }
        fields[PositionFields.position.name] = "\(position.latitudeDegrees), \(position.longitudeDegrees)"
      }
      _ = try add(layer.format.key, fields)
    }
  }

  /// Lets an empty layer read a file.
  private mutating func takeFile(_ name: String, as layer: DraftLayer) throws(ScenarioError) {
    switch layer.home {
    case .none, .rows:
      try changeMain { (main) throws(ScenarioProblem) in
        try main.set([.key(SettingFields.layers.name)], layer.format.key, .text(name))
      }
    case .file: try self.name(name, as: layer, dropping: ["layer", "columns", "ignore", "heights", "decimal", "crs"])
    }
  }

  /// Adds lines or polygons to a layer of them.
  private mutating func addShapes(of dropped: DraftLayer, to layer: DraftLayer) throws(ScenarioError) {
    guard case .file = layer.home else {
      throw failure(
        .position, "layers.\(layer.format.key)",
        "has rows in scenario.yaml, to which lines and polygons cannot be added",
        "put the rows into a GeoJSON file")
    }
    var layer = try editable(layer, places: true)
    if case .file(let name) = layer.home, layer.layer.table?.format != "GeoJSON" {
      try convert(layer, name)
      layer = try self.layer(layer.format.key)
    }
    guard case .file(let name) = layer.home, layer.layer.table?.format == "GeoJSON" else {
      throw failure(
        .position, "layers.\(layer.format.key)", "has points, to which lines and polygons cannot be added",
        "give all rows lines or polygons")
    }
    for record in dropped.layer.records {
      let feature = LayerConversion.feature(record, dropped)
      try replace(name, try features(try content(of: name), name).appending(feature), "cannot be added")
    }
  }
}

extension DraftLayer {
  /// The texts of a row by key, of the keys that are read.
  func cells(_ row: Int) -> [String: String] {
    var result: [String: String] = [:]
    for (key, cell) in layer.records[row].cells where format.knows(key) {
      guard case .text(let text) = cell.content else { continue }
      let isNumeric = format.fields.first { $0.matches(key) }?.isNumeric ?? false
      result[key] = isNumeric ? (try? NumberText.canonical(text, cell.reading)) ?? text : text
    }
    return result
  }
}
