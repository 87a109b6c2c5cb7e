internal import Foundation
internal import Scenario
internal import ScenarioFiles
internal import Units

extension LiveSession {
  /// A new variant, as a copy of another one with edits on top.
  /// - Throws: ``LiveError``; ``ScenarioError`` when an edit cannot be made.
  func add(name: String, from: String? = nil, purchase: String? = nil, edits: [ScenarioEdit] = []) throws -> Variant {
    guard variants.count <= Self.most else {
      throw LiveError(.limit, "there are \(Self.most) variants already", remedy: "delete one first")
    }
    let source = try variant(from ?? Self.base)
    let id = nextId()
    var variant = source.copy(id: id, name: try Self.checked(name: name))
    if let purchase { variant.purchase = try checked(purchase: purchase, of: source.id) }
    if !edits.isEmpty {
      let step = try variant.step(edits, drag: nil)
      variant.take(step.edits, drag: nil, Variant.State(draft: step.draft, scenario: try load(step.draft)))
    }
    var entry = JournalEntry(.new, variant)
    entry.from = source.id
    try journal.append(entry)
    if !edits.isEmpty {
      var entry = JournalEntry(.edit, variant)
      entry.edits = edits
      try journal.append(entry)
    }
    variants.append(variant)
    send(LiveEvent(.variants, variant: variant))
    want(id)
    return variant
  }

  /// Changes what a variant is called, or which purchase counts as made.
  /// - Parameter purchase: The purchase; nil: as it was; nil in it: none.
  func change(_ id: String, name: String?, purchase: String??) throws -> Variant {
    let index = try changeable(id)
    var variant = variants[index]
    if let name { variant.name = try Self.checked(name: name) }
    if let purchase { variant.purchase = try purchase.map { try checked(purchase: $0, of: id) } }
    let asksElse = variant.purchase != variants[index].purchase
    if asksElse { variant.change() }
    try journal.append(JournalEntry(.change, variant))
    variants[index] = variant
    send(LiveEvent(.variants, variant: variant))
    if asksElse { want(id) }
    return variant
  }

  /// Takes a variant away.
  func delete(_ id: String) throws {
    let index = try changeable(id)
    try journal.append(JournalEntry(.delete, variants[index]))
    let variant = variants.remove(at: index)
    (answers[id], failures[id]) = (nil, nil)
    wanted.removeAll { $0 == id }
    if running?.variant == id { running?.task.cancel() }
    send(LiveEvent(.variants, variant: variant))
    wakeAll()
  }

  private func checked(purchase: String, of id: String) throws -> String {
    guard try scenario(id).purchases.contains(where: { $0.id == purchase }) else {
      throw LiveError(.request, "the scenario has no purchase “\(purchase)”")
    }
    return purchase
  }

  /// A name for people: some letters, without control characters.
  static func checked(name: String) throws(LiveError) -> String {
    let text = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, text.count <= 100,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw LiveError(.request, "a name has 1 to 100 characters, none of them a control character") }
    return text
  }
}
