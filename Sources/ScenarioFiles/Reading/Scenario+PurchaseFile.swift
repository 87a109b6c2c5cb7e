internal import Foundation
internal import GeoFiles
internal import Radar
public import Scenario
internal import Units

extension Scenario {
  /// Reads purchases from a YAML file of their own: one as under `purchases:` of a scenario, or a list of them.
  ///
  /// Sites, types and measures are those of this scenario. A purchase without an id has the file's name.
  /// - Throws: ``ScenarioError`` with every problem.
  public func purchases(inFile path: String) throws(ScenarioError) -> [Purchase] {
    let diagnostics = Diagnostics()
    let purchases = read(path, diagnostics)
    let (errors, warnings) = diagnostics.sorted(first: path)
    guard errors.isEmpty else { throw ScenarioError(problems: errors, warnings: warnings) }
    return purchases
  }

  private func read(_ path: String, _ diagnostics: Diagnostics) -> [Purchase] {
    let origin = Origin(file: path)
    let text: String
    do { text = try InputFile.text(of: path, limit: Scenario.sizeLimit) } catch {
      let isNoText = error.code == .badText || error.code == .tooLarge
      diagnostics.error(
        .file, at: origin, isNoText ? "is not UTF-8 text of at most 4 MB" : "cannot be read",
        isNoText ? "is it the right file?" : "name a purchase of the scenario, or a YAML file with one")
      return []
    }
    var tree: YAMLTree
    do { tree = try YAMLTree.parse(text) } catch {
      diagnostics.error(.syntax, at: Origin(file: path, line: error.line), error.what, error.remedy)
      return []
    }
    if case .mapping(var pairs, let line) = tree {
      if !pairs.contains(where: { Record.normalized($0.key) == PurchaseFields.id.name }) {
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        pairs.append((key: PurchaseFields.id.name, line: line, value: .scalar(name, line: line)))
      }
      tree = .sequence([.mapping(pairs, line: line)], line: line)
    }
    guard case .sequence = tree else {
      diagnostics.error(
        .syntax, at: Origin(file: path, line: tree.line), "holds \(tree.kind), not a purchase",
        "write id, name, budget, radars: [{ site: …, type: … }] and measures: [id]")
      return []
    }
    let source = LayerSource(
      folder: URL(fileURLWithPath: path).deletingLastPathComponent(), file: path, diagnostics: diagnostics)
    let layer = source.read(PurchaseFields.layer, tree, line: tree.line)
    let decoder = Decoder(
      layers: [layer.format.key: layer], currency: radarTypes.lazy.compactMap(\.price?.base.currency).first,
      diagnostics: diagnostics)
    return decoder.purchases(
      Index(known: sites, \.id), Index(known: radarTypes, \.id), Index(known: measures, \.id))
  }
}

extension Index {
  /// What was read before.
  fileprivate init(known values: [Value], _ id: (Value) -> String) {
    self.values = values
    for value in values { byID[id(value)] = value }
    ids = Set(byID.keys)
  }
}
