internal import Scenario
internal import ScenarioFiles

/// The variants that a journal describes.
struct VariantLog {
  private(set) var variants: [Variant]
  /// What could not be brought back, for people.
  private(set) var notes: [String] = []
  private(set) var lastVariant = 0

  init(base: Variant) { variants = [base] }

  mutating func nextId() -> String {
    lastVariant += 1
    return "v\(lastVariant)"
  }

  /// Does again what the lines of a journal say. Where the scenario has changed since so that an edit cannot be made any
  /// more, it is left out and noted.
  mutating func replay(_ entries: [JournalEntry]) {
    for entry in entries {
      guard let id = entry.variant else { continue }
      if entry.kind == .new { begin(id, entry) }
      guard let index = variants.firstIndex(where: { $0.id == id }), index > 0 else { continue }
      switch entry.kind {
      case .edit: edit(index, entry)
      case .undo: _ = variants[index].undo()
      case .redo: _ = variants[index].redo()
      case .change:
        if let name = entry.name { variants[index].name = name }
        variants[index].purchase = entry.purchase
        variants[index].change()
      case .delete: variants.remove(at: index)
      case .begin, .new: break
      }
    }
  }

  private mutating func begin(_ id: String, _ entry: JournalEntry) {
    guard variants.count <= LiveSession.most, !variants.contains(where: { $0.id == id }) else { return }
    let from = variants.first { $0.id == entry.from } ?? variants[0]
    var variant = from.copy(id: id, name: entry.name ?? id)
    variant.purchase = entry.purchase
    variants.append(variant)
    lastVariant = max(lastVariant, Int(id.dropFirst()) ?? 0)
  }

  private mutating func edit(_ index: Int, _ entry: JournalEntry) {
    let edits = entry.edits ?? []
    do throws(ScenarioError) {
      let step = try variants[index].step(edits, drag: entry.drag)
      variants[index].take(step.edits, drag: entry.drag, Variant.State(draft: step.draft))
    } catch {
      notes.append("\(variants[index].name): an edit of the last session cannot be made any more: \(error.lines[0])")
    }
  }

  /// The lines that bring variants back, each with the steps that can be taken back.
  static func entries(of variants: [Variant]) -> [JournalEntry] {
    variants.dropFirst().flatMap { variant in
      // Copies hold the steps of what they are a copy of, so that each stands for itself.
      [JournalEntry(.new, variant)]
        + variant.log.map { edits in
          var entry = JournalEntry(.edit, variant)
          entry.edits = edits
          return entry
        }
    }
  }
}

extension Variant {
  /// The edits of each step; those of steps that are too old to be taken back stand first, as one.
  var log: [[ScenarioEdit]] {
    let old = (done.first?.other.draft ?? state.draft).edits
    return (old.isEmpty ? [] : [old]) + done.map(\.edits)
  }
}
