import Foundation
import GeoFiles
import Scenario
import Units

extension ScenarioDraft {
  /// The layer in a form in which its rows can be changed: rows of scenario.yaml, a text table or GeoJSON in the folder, of
  /// this layer alone. Any other file stays as it is, and the draft reads a copy.
  /// - Parameter places: Whether places are changed too.
  mutating func editable(_ layer: DraftLayer, places: Bool) throws(ScenarioError) -> DraftLayer {
    guard case .file(let name) = layer.home, let shape = layer.layer.table else { return layer }
    let ending = (name as NSString).pathExtension.lowercased()
    let isArchived = ArchiveMember.split(URLPath.absolute(name, in: folder)) != nil
    let hasGeometry = layer.layer.records.contains { $0.geometry != nil }
    let isTable = shape.format == "CSV" && ["csv", "tsv", "txt"].contains(ending) && !(places && hasGeometry)
    var isFeatures = shape.format == "GeoJSON" && ["geojson", "json"].contains(ending) && layer.layer.crs == nil
    if !isArchived, isFeatures {
      let bytes = try content(of: name)
      let text = try? FeatureText(bytes, path: name)
      // Features that state a system of their own have coordinates that are not ours.
      isFeatures = text?.features.count == layer.layer.records.count && JSONSpan(bytes)?["crs"] == nil
    }
    guard !isArchived, isTable || isFeatures else {
      try convert(layer, name)
      return try self.layer(layer.format.key)
    }
    let tree = try? YAMLTree.parse(main.text)
    var layers: YAMLTree?
    if case .mapping(let pairs, _)? = tree {
      layers = pairs.first { Record.normalized($0.key) == SettingFields.layers.name }?.value
    }
    let users = LayerFile.all(in: layers).count { $0.file == name }
    guard users > 1 || !isInside(name) else { return layer }
    let own = newName("\(layer.format.key).\(ending)")
    files[own] = DraftFile(name: own, bytes: try content(of: name))
    try self.name(own, as: layer, dropping: [])
    return try self.layer(layer.format.key)
  }

  /// The bytes of a layer's file.
  func content(of name: String) throws(ScenarioError) -> [UInt8] {
    if let file = files[name] { return file.bytes }
    do {
      return try InputFile.bytes(of: URLPath.absolute(name, in: folder), limit: Int(LayerSource.textLimit))
    } catch {
      throw ScenarioError(
        ScenarioProblem(.file, at: FaultPlace(file: name), error.problem, remedy: error.remedy))
    }
  }

  /// Gives a file of a layer another content.
  mutating func replace(_ name: String, _ bytes: [UInt8]?, _ otherwise: String) throws(ScenarioError) {
    guard let bytes else {
      throw ScenarioError(
        ScenarioProblem(.syntax, at: FaultPlace(file: name), "the row \(otherwise)", remedy: "change the file by hand"))
    }
    guard bytes.count <= Int(LayerSource.textLimit) else {
      throw ScenarioError(
        ScenarioProblem(
          .file, at: FaultPlace(file: name), "would have more than \(LayerSource.textLimit / 1_000_000) MB",
          remedy: "convert it to a GeoPackage"))
    }
    let old = try content(of: name)
    guard bytes != old else { return }
    if files[name] == nil { base.originals[name] = old }
    // An edit that is taken back leaves the file as it was.
    files[name] = base.originals[name] == bytes ? nil : DraftFile(name: FilePath.name(of: name), bytes: bytes)
  }

  func table(_ bytes: [UInt8], _ name: String) throws(ScenarioError) -> TableText {
    do { return try TableText(bytes, path: name) } catch { throw Self.failure(error, name) }
  }

  func features(_ bytes: [UInt8], _ name: String) throws(ScenarioError) -> FeatureText {
    do { return try FeatureText(bytes, path: name) } catch { throw Self.failure(error, name) }
  }

  private static func failure(_ error: GeoFileError, _ name: String) -> ScenarioError {
    ScenarioError(
      ScenarioProblem(
        .syntax, at: FaultPlace(file: name, row: error.place.row), error.problem, remedy: error.remedy))
  }

  /// Lets a layer read another file.
  /// - Parameter options: Those that go because they were about the old file.
  mutating func name(_ name: String, as layer: DraftLayer, dropping options: [String]) throws(ScenarioError) {
    let (path, hasOptions, key) = (layer.path, layer.hasOptions, layer.format.key)
    try changeMain { (main) throws(ScenarioProblem) in
      guard hasOptions else {
        return try main.set([.key(SettingFields.layers.name)], key, .text(name))
      }
      try main.set(path, "file", .text(name))
      for option in options { try main.remove(path, option) }
    }
  }

  /// A name that no file of the folder or of the draft has.
  func newName(_ wanted: String) -> String {
    let stem = (wanted as NSString).deletingPathExtension
    let ending = (wanted as NSString).pathExtension
    var name = wanted
    var number = 2
    while files[name] != nil || FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) {
      name = "\(stem)-\(number).\(ending)"
      number += 1
    }
    return name
  }
}
