import Scenario
import Units

extension ScenarioDraft {
  /// Gives a key of scenario.yaml another value, or takes it away.
  mutating func change(_ path: [String], _ value: String?) throws(ScenarioError) {
    let keys = path.map(Record.normalized)
    let name = path.joined(separator: ".")
    guard let first = keys.first, keys.count <= 2 else {
      throw failure(
        .unknownField, String(name.prefix(60)), "is not a key of the scenario",
        "name a key of scenario.yaml, or one and a key below it")
    }
    guard first != SettingFields.layers.name else {
      throw failure(.unknownField, "layers", "is not changed as a whole", "change, add and remove its rows")
    }
    let names = SettingFields.format.fields.map(\.name).filter { $0 != SettingFields.layers.name }
    guard SettingFields.format.knows(first) else {
      throw failure(
        .unknownField, String(name.prefix(60)), "is not a field of the scenario",
        NearestName.hint(for: first, among: names))
    }
    let part = SettingParts.formats.first { SettingFields.format.fields.first { $0.matches(first) }?.name == $0.key }
    var field = SettingFields.format.fields.first { $0.matches(first) }
    if keys.count == 2 {
      let known = part?.value.fields.map(\.name) ?? []
      guard let inner = part?.value.fields.first(where: { $0.matches(keys[1]) }) else {
        throw failure(
          .unknownField, String(name.prefix(60)),
          part == nil ? "has no keys below it" : "is not a field of \(part?.value.rowName ?? first)",
          NearestName.hint(for: keys[1], among: known))
      }
      field = inner
    }
    guard let value else { return try takeAway(keys) }
    try check(value, name)
    let isFlow = YAMLWriting.isFlow(value)
    let takesFlow = field.map { $0.type.contains("list") || $0.type.contains("keys") } ?? false
    try checkPaths(value, keys, name, isFlow: isFlow)
    let written: YAMLValue = isFlow && takesFlow ? .flow(value) : .text(value)
    try changeMain { (main) throws(ScenarioProblem) in
      guard keys.count == 2 else { return try Self.put(&main, [], keys[0], written, field) }
      let outer = main.part([.key(keys[0])])
      if let short = part.flatMap({ SettingParts.short[$0.key] }), let outer, !outer.isNothing, outer.pairs.isEmpty {
        // `terrain: dem.tif` becomes the key that it stands for.
        let old: YAMLValue = outer.text.map { .text($0) } ?? .flow(main.text(of: outer))
        try main.set([], keys[0], .keys(keys[1] == short ? [(short, written)] : [(short, old), (keys[1], written)]))
      } else {
        try Self.put(&main, [.key(keys[0])], keys[1], written, field)
      }
    }
  }

  /// Writes under the key that is there, which may state a unit, or another name of the field.
  private static func put(
    _ main: inout YAMLText, _ path: [YAMLText.Step], _ key: String, _ value: YAMLValue, _ field: FieldFormat?
  ) throws(ScenarioProblem) {
    let keys = (main.part(path)?.pairs ?? []).compactMap(\.key.text).map(Record.normalized)
    guard let field, let held = keys.first(where: field.matches), held != key, case .text(let text) = value else {
      return try main.set(path, key, value)
    }
    if let restated = CellChange(field: field, key: key, text: text).text(under: held) {
      try main.set(path, held, .text(restated))
    } else {
      try main.set(path, key, value)
      try main.remove(path, held)
    }
  }

  private mutating func takeAway(_ keys: [String]) throws(ScenarioError) {
    try changeMain { (main) throws(ScenarioProblem) in
      try main.remove(keys.dropLast().map { .key($0) }, keys[keys.count - 1])
    }
  }

  /// Settings that name files name them in the scenario's folder.
  private func checkPaths(_ value: String, _ keys: [String], _ name: String, isFlow: Bool) throws(ScenarioError) {
    let outer = SettingFields.format.fields.first { $0.matches(keys[0]) }?.name ?? keys[0]
    let parts = SettingParts.formats[outer]?.fields ?? []
    let inner = keys.count == 2 ? parts.filter { $0.matches(keys[1]) } : parts
    guard inner.contains(where: \.namesFile) else { return }
    guard isFlow, let tree = try? YAMLTree.parse(value) else { return try checkPath(value, name) }
    func texts(_ tree: YAMLTree) -> [String] {
      switch tree {
      case .scalar(let text, _): [text]
      case .null: []
      case .sequence(let items, _): items.flatMap(texts)
      case .mapping(let pairs, _): pairs.flatMap { texts($0.value) }
      }
    }
    for text in texts(tree) { try checkPath(text, name) }
  }
}
