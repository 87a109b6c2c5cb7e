internal import Foundation
internal import Report
internal import Scenario
internal import ScenarioFiles
internal import Units

extension LiveSession {
  /// Makes edits of a variant, all or none.
  /// - Parameters:
  ///   - number: The page's number of this change; the answer to it carries the number.
  ///   - drag: Edits with the same key, one after another, are taken back as one.
  /// - Returns: The new revision.
  /// - Throws: ``ScenarioError`` with every problem when the scenario would not be sound; ``LiveError``.
  @discardableResult
  func edit(_ id: String, _ edits: [ScenarioEdit], number: Int = 0, drag: String? = nil) throws -> Int {
    let index = try changeable(id)
    let step = try variants[index].step(edits, drag: drag)
    let state = Variant.State(draft: step.draft, scenario: try load(step.draft))
    var entry = JournalEntry(.edit, variants[index])
    (entry.edits, entry.drag) = (edits, drag)
    try journal.append(entry)
    variants[index].take(step.edits, drag: drag, state)
    changed(index, number)
    return variants[index].revision
  }

  /// Takes the last step of a variant back.
  /// - Throws: ``LiveError`` when there is none.
  func undo(_ id: String, number: Int = 0) throws -> Int {
    let index = try changeable(id)
    guard !variants[index].done.isEmpty else { throw LiveError(.conflict, "there is nothing to take back") }
    try journal.append(JournalEntry(.undo, variants[index]))
    _ = variants[index].undo()
    changed(index, number)
    return variants[index].revision
  }

  /// Makes the step again that was taken back last.
  /// - Throws: ``LiveError`` when there is none.
  func redo(_ id: String, number: Int = 0) throws -> Int {
    let index = try changeable(id)
    guard !variants[index].undone.isEmpty else { throw LiveError(.conflict, "there is nothing to make again") }
    try journal.append(JournalEntry(.redo, variants[index]))
    _ = variants[index].redo()
    changed(index, number)
    return variants[index].revision
  }

  private func changed(_ index: Int, _ number: Int) {
    variants[index].number = number
    send(LiveEvent(.edited, variant: variants[index]))
    want(variants[index].id)
  }
}
