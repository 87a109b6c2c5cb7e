internal import ScenarioFiles

/// One line of the journal.
struct JournalEntry: Codable, Sendable {
  enum Kind: String, Codable { case begin, new, edit, undo, redo, change, delete }

  var kind: Kind
  /// Of the first line: the scenario's folder.
  var scenario: String?
  var variant: String?
  var name: String?
  var purchase: String?
  var edits: [ScenarioEdit]?
  var drag: String?
  /// Of a new variant: the one that it is a copy of.
  var from: String?

  init(_ kind: Kind, _ variant: Variant? = nil) {
    self.kind = kind
    self.variant = variant?.id
    if kind == .new || kind == .change { (name, purchase) = (variant?.name, variant?.purchase) }
  }
}
