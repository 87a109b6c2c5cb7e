internal import Scenario
internal import ScenarioFiles

/// A variant of the scenario: its files with edits that nobody has saved.
struct Variant: Sendable {
  /// What the files say, and what is read from them; nil where it was not read since the session began.
  struct State: Sendable {
    var draft: ScenarioDraft
    var scenario: Scenario?
  }

  /// What one undo takes back.
  struct Step: Sendable {
    var edits: [ScenarioEdit]
    /// Edits of one movement of the hand share it.
    var drag: String?
    /// Before it was made; of a step that was taken back: after it.
    var other: State
  }

  /// `base`, `v1`, `v2`.
  let id: String
  /// What people call it.
  var name: String
  /// The purchase that counts as made; nil for existing radars only.
  var purchase: String?
  var state: State
  /// Steps that can be taken back, the last one last.
  private(set) var done: [Step] = []
  /// Steps that can be made again, the next one last.
  private(set) var undone: [Step] = []
  /// Grows with every change, undone ones among them.
  private(set) var revision = 1
  /// The number that the page gave to what it did last; answers carry it.
  var number = 0

  /// Steps that are kept; older ones stay made.
  static let longest = 500

  init(id: String, name: String, state: State) { (self.id, self.name, self.state) = (id, name, state) }

  /// A copy with another id that can be taken back as far as this one.
  func copy(id: String, name: String) -> Variant {
    var copy = Variant(id: id, name: name, state: state)
    (copy.purchase, copy.done, copy.undone) = (purchase, done, undone)
    return copy
  }

  /// Whether edits belong to the step that was made last.
  func continues(_ drag: String?) -> Bool { drag != nil && done.last?.drag == drag && undone.isEmpty }

  /// What a step would be: edits on top of everything, or merged into the movement that goes on.
  /// - Throws: ``ScenarioError`` when an edit cannot be made; the variant is as it was.
  func step(_ edits: [ScenarioEdit], drag: String?) throws(ScenarioError) -> (
    edits: [ScenarioEdit], draft: ScenarioDraft
  ) {
    let isContinued = continues(drag)
    let merged = isContinued ? ScenarioEdit.merged((done.last?.edits ?? []) + edits) : edits
    var draft = isContinued ? done.last?.other.draft ?? state.draft : state.draft
    for edit in merged { try draft.apply(edit) }
    return (merged, draft)
  }

  /// Takes a step that was made.
  mutating func take(_ edits: [ScenarioEdit], drag: String?, _ new: State) {
    let before = continues(drag) ? done.removeLast().other : state
    done.append(Step(edits: edits, drag: drag, other: before))
    if done.count > Self.longest { done.removeFirst() }
    undone = []
    state = new
    revision += 1
  }

  /// Takes the last step back; false when there is none.
  mutating func undo() -> Bool {
    guard let step = done.popLast() else { return false }
    undone.append(Step(edits: step.edits, drag: nil, other: state))
    state = step.other
    revision += 1
    return true
  }

  /// Makes the step again that was taken back last; false when there is none.
  mutating func redo() -> Bool {
    guard let step = undone.popLast() else { return false }
    done.append(Step(edits: step.edits, drag: nil, other: state))
    state = step.other
    revision += 1
    return true
  }

  /// Counts a change that is no edit.
  mutating func change() { revision += 1 }

  /// Stands for an earlier state of the variant, whose revisions it goes on with.
  mutating func succeed(_ earlier: Variant) {
    (revision, number) = (earlier.revision + 1, earlier.number)
  }
}

extension ScenarioEdit {
  /// Edits without those that later ones make void: of a field that is set again and again the last value is left.
  static func merged(_ edits: [ScenarioEdit]) -> [ScenarioEdit] {
    var result: [ScenarioEdit] = []
    for edit in edits {
      switch (edit, result.last) {
      case (.set(let layer, let id, let fields), .set(let lastLayer, let lastId, let before))
      where (layer, id) == (lastLayer, lastId):
        result[result.count - 1] = .set(layer: layer, id: id, fields: before.merging(fields) { _, later in later })
      case (.setting(let path, _), .setting(let lastPath, _)) where path == lastPath: result[result.count - 1] = edit
      default: result.append(edit)
      }
    }
    return result
  }
}
