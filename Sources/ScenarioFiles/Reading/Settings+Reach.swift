import Scenario
import Units

extension Settings {
  /// What the block `reach` says; without it plans say nothing of reach.
  mutating func readReach(_ row: Row) {
    typealias F = ReachFields
    guard row.has(SettingFields.reach), let part = Self.part(row, SettingFields.reach, F.format) else { return }
    let step = part.optional(F.step)
    let isRouted = part.optional(F.routed) ?? row.has(SettingFields.routing)
    if isRouted, !row.has(SettingFields.terrain) {
      part.report(.missing, F.routed, "needs terrain", "name it with the key terrain, or take routed away")
    }
    guard part.has(F.limits) else {
      defaultsTaken.append(
        "limits of reach \(ReachSettings.usualLimits.map(\.text).joined(separator: ", "))")
      defaultedSettings.insert("reach.limits")
      reach = ReachSettings(limits: ReachSettings.usualLimits, step: step, isRouted: isRouted)
      return
    }
    if let limits = limits(part) { reach = ReachSettings(limits: limits, step: step, isRouted: isRouted) }
  }

  /// The limits, ascending; nil after a report.
  private func limits(_ part: Row) -> [Duration]? {
    typealias F = ReachFields
    guard let tree = part.tree(F.limits), case .sequence(let items, _) = tree, !items.isEmpty else {
      part.report(.value, F.limits, "is not a list of times", "write [15 min, 30 min, 60 min]")
      return nil
    }
    if items.count > ReachSettings.mostLimits {
      part.report(.range, F.limits, "has \(items.count) times", "list \(ReachSettings.mostLimits) at most")
    }
    var limits: [Duration] = []
    for (number, item) in items.enumerated() {
      var record = Record(cells: [:], origin: Origin(file: part.record.origin.file, line: item.line))
      record.cells[F.limits.name] = Cell(item, file: record.origin.file)
      let cell = Row(record: record, format: F.format, prefix: part.prefix, diagnostics: part.diagnostics)
      guard let limit = cell.required(F.limit) else { continue }
      if limits.contains(limit) {
        cell.report(.duplicate, F.limits, "item \(number + 1) repeats \(limit.text)", "list every time once")
      }
      limits.append(limit)
    }
    return limits.sorted()
  }
}
