public import Coverage
internal import Foundation
internal import GeoFiles
public import Scenario
public import Units

/// The files of a scenario with edits that are not on the disk.
///
/// An edit changes text: that of scenario.yaml or of the file of a layer. Whatever reads the draft reads texts as
/// ``Scenario/load(folder:opensTerrain:cache:units:)`` does, so that a draft says what the folder says to which it is
/// written. A draft is a value: copies share what was read and hold the texts that they have changed.
public struct ScenarioDraft: Sendable {
  /// The scenario as the caller named it.
  public let path: String
  /// The edits, in the order in which they were made.
  public private(set) var edits: [ScenarioEdit] = []

  /// The folder of the scenario.
  let folder: URL
  /// The name of its scenario.yaml.
  let file: String
  /// The text of scenario.yaml, without a byte-order mark.
  var main: YAMLText
  /// Files of layers, by the names that scenario.yaml gives them.
  var files: [String: DraftFile] = [:]
  let memo: DraftMemo
  var base: DraftBase

  /// Begins with a scenario as it is.
  /// - Parameter folder: The folder, or the scenario.yaml in it.
  /// - Throws: ``ScenarioError`` when there is none, or its text is not YAML. What else is wrong with the scenario is
  ///   reported when the draft is loaded.
  public init(folder path: String) throws(ScenarioError) {
    let diagnostics = Diagnostics()
    guard let (folder, file, text) = Scenario.source(path, diagnostics) else {
      let problems = diagnostics.sorted(first: path).errors
      throw ScenarioError(problems: problems)
        ?? ScenarioError(ScenarioProblem(.file, at: FaultPlace(file: path), "cannot be read"))
    }
    self.path = path
    self.folder = folder
    self.file = file
    do { main = try YAMLText(text) } catch {
      throw ScenarioError(error.at(FaultPlace(file: file, row: error.place.row)))
    }
    memo = DraftMemo()
    base = DraftBase(folder: folder, file: file, text: text)
  }

  /// Makes one change. When it cannot be made the draft stays as it was.
  ///
  /// Values are read when the draft is loaded, with the messages of any scenario.
  /// - Throws: ``ScenarioError`` for a layer, row, field or setting that there is not, with the nearest one that there is; for
  ///   text that no file of a scenario may hold; and for files outside of the scenario’s folder.
  public mutating func apply(_ edit: ScenarioEdit) throws(ScenarioError) {
    var draft = self
    switch edit {
    case .set(let layer, let id, let fields): try draft.set(layer, id, fields)
    case .add(let layer, let fields): _ = try draft.add(layer, fields)
    case .remove(let layer, let id): try draft.remove(layer, id)
    case .setting(let path, let value): try draft.change(path, value)
    case .include(let layer, let name, let contents): try draft.include(layer, name, Array(contents))
    }
    draft.edits.append(edit)
    self = draft
  }

  /// Reads and checks the scenario that the draft is.
  /// - Parameters:
  ///   - opensTerrain: As of ``Scenario/load(folder:opensTerrain:cache:units:)``. Terrain is opened once for all drafts of a
  ///     scenario.
  ///   - cache: Where the cells of packed terrain are kept.
  ///   - units: Units of texts for people; nil for what the scenario states.
  /// - Throws: ``ScenarioError`` with every problem.
  public func load(
    opensTerrain: Bool = true, cache: FloorCache? = nil, units: UnitSystem? = nil
  ) throws(ScenarioError) -> Scenario {
    try Scenario.load(folder: path, overlay, opensTerrain: opensTerrain, cache: cache, units: units)
  }

  /// What stands in for the files on the disk.
  var overlay: FileOverlay { FileOverlay(main: (folder, file, main.text), files: files, memo: memo) }

  /// Names of the files that differ from those on the disk or are new.
  public var changedFiles: [String] {
    (main.text == base.text ? [] : [file]) + files.keys.sorted()
  }

  /// Changes scenario.yaml; what cannot be done there is reported with its place.
  mutating func changeMain(_ change: (inout YAMLText) throws(ScenarioProblem) -> Void) throws(ScenarioError) {
    do { try change(&main) } catch {
      throw ScenarioError(error.at(FaultPlace(file: file, row: error.place.row, field: error.place.field)))
    }
    guard main.text.utf8.count <= Scenario.sizeLimit else {
      throw failure(
        .file, nil, "would have more than \(Scenario.sizeLimit / 1_000_000) MB",
        "put large layers into files of their own")
    }
  }

  /// A problem of scenario.yaml or of a field of a layer.
  func failure(
    _ code: ScenarioProblem.Code, _ field: String?, _ what: String, _ remedy: String = ""
  ) -> ScenarioError {
    ScenarioError(
      ScenarioProblem(code, at: FaultPlace(file: file, field: field), what, remedy: remedy.isEmpty ? nil : remedy))
  }
}
