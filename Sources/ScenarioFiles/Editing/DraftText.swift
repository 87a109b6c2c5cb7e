import Foundation
import GeoFiles
import Scenario

/// What a text that comes from outside may hold.
enum DraftText {
  /// The most bytes of a value: the longest that people write are horizon masks.
  static let limit = 100_000

  /// What keeps a text from being written into a file; nil when nothing does.
  static func problem(of text: String) -> (what: String, remedy: String)? {
    if text.utf8.count > limit {
      return ("has \(text.utf8.count) bytes; a value has \(limit) at most", "put it into a file of its own")
    }
    // A byte-order mark within a text is lost by some readers.
    if text.unicodeScalars.contains("\u{FEFF}")
      || text.utf8.contains(where: { !TableSpans.isText($0) || $0 == 0x7F || $0 == 0x0C })
    {
      return ("holds control characters", "write letters, digits and signs")
    }
    // Spreadsheets run what begins so; no field of a scenario does.
    if let first = text.trimmed.first, first == "=" || first == "@" {
      return ("begins with “\(first)”, which spreadsheets take for a formula", "write it without")
    }
    return nil
  }
}

extension ScenarioDraft {
  /// - Throws: ``ScenarioError`` for a text that no file may hold.
  func check(_ text: String, _ field: String) throws(ScenarioError) {
    if let (what, remedy) = DraftText.problem(of: text) { throw failure(.value, field, what, remedy) }
  }

  /// - Throws: ``ScenarioError`` for a path that leads out of the scenario’s folder, unless the scenario has it already.
  func checkPath(_ text: String, _ field: String) throws(ScenarioError) {
    let text = text.trimmed
    guard !text.isEmpty, !isInside(text), !base.scalars.contains(text) else { return }
    throw failure(
      .file, field, "“\(text.prefix(60))” is outside of the scenario’s folder", "name a file in the folder")
  }

  /// Whether a path, followed to its end, lies in the scenario's folder.
  func isInside(_ path: String) -> Bool {
    let root = SameFile.path(behind: folder.path)
    let file = SameFile.path(behind: URLPath.absolute(path, in: folder))
    return file.hasPrefix(root == "/" ? root : root + "/")
  }
}
