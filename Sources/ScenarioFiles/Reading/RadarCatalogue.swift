internal import Foundation
internal import GeoFiles
public import Radar
public import Scenario
public import Units

/// The radar types of a file of their own.
public struct RadarCatalogue: Sendable {
  /// The types, in the order of the file.
  public let types: [RadarType]
  /// What is odd in them.
  public let warnings: [ScenarioProblem]

  /// Reads a catalogue: a table (CSV or any layer that is read as `radar_types`), or YAML with one type, a list of them, or a
  /// scenario.
  /// - Throws: ``ScenarioError`` with every problem.
  public init(file path: String) throws(ScenarioError) {
    let diagnostics = Diagnostics()
    types = Self.read(path, diagnostics)
    let (errors, warnings) = diagnostics.sorted(first: path)
    if let error = ScenarioError(problems: errors, warnings: warnings) { throw error }
    self.warnings = warnings
  }

  private static func read(_ path: String, _ diagnostics: Diagnostics) -> [RadarType] {
    let url = URL(fileURLWithPath: path)
    let isYAML = ["yaml", "yml"].contains(url.pathExtension.lowercased())
    guard let tree = isYAML ? rows(path, diagnostics) : .scalar(url.lastPathComponent, line: 1) else { return [] }
    let folder = url.deletingLastPathComponent()
    let source = LayerSource(folder: folder, file: isYAML ? path : url.lastPathComponent, diagnostics: diagnostics)
    let layer = source.read(RadarTypeFields.layer, tree, line: tree.line)
    let decoder = Decoder(
      layers: [layer.format.key: layer], currency: nil, folder: folder, diagnostics: diagnostics)
    return decoder.radarTypes(nil).values
  }

  /// What a YAML file says under `radar_types`, under `layers` of a scenario, or as a whole.
  private static func rows(_ path: String, _ diagnostics: Diagnostics) -> YAMLTree? {
    let text: String
    do { text = try InputFile.text(of: path, limit: Scenario.sizeLimit) } catch {
      diagnostics.error(.file, at: Origin(file: path), error.problem, "name a radar catalogue, CSV or YAML")
      return nil
    }
    let tree: YAMLTree
    do { tree = try YAMLTree.parse(text) } catch {
      diagnostics.error(.syntax, at: Origin(file: path, line: error.line), error.problem, error.remedy ?? "")
      return nil
    }
    guard case .mapping(let pairs, let line) = tree else { return tree }
    func value(_ key: String, in pairs: [YAMLTree.Pair]) -> YAMLTree? {
      pairs.first { Record.normalized($0.key) == key }?.value
    }
    let key = RadarTypeFields.layer.key
    if let types = value(key, in: pairs) { return types }
    if case .mapping(let layers, _)? = value(SettingFields.layers.name, in: pairs) {
      if let types = value(key, in: layers) { return types }
    }
    return .sequence([.mapping(pairs, line: line)], line: line)
  }
}
