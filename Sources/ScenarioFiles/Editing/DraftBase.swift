import Foundation
import GeoFiles

/// What the disk had when a draft was begun, and of the files of layers when they were first changed.
struct DraftBase: Sendable {
  /// The text of scenario.yaml, without a byte-order mark.
  let text: String
  /// How scenario.yaml is written.
  let style: TextStyle
  /// Contents of the files that were changed, by their names.
  var originals: [String: [UInt8]] = [:]

  private let path: String

  init(folder: URL, file: String, text: String) {
    self.text = text
    path = folder.appendingPathComponent(file).path
    let bytes = try? InputFile.bytes(of: path, limit: 8_000_000)
    style = TextStyle(bytes ?? [])
  }

  /// Every text of scenario.yaml that is neither a key nor a list.
  var scalars: Set<String> { Self.scalars(of: text) }

  /// Every text of a YAML document that is neither a key nor a list.
  static func scalars(of text: String) -> Set<String> {
    func all(_ tree: YAMLTree) -> [String] {
      switch tree {
      case .scalar(let text, _): [text.trimmed]
      case .null: []
      case .sequence(let items, _): items.flatMap(all)
      case .mapping(let pairs, _): pairs.flatMap { all($0.value) }
      }
    }
    return Set((try? YAMLTree.parse(text)).map(all) ?? [])
  }

  /// Whether scenario.yaml on the disk is what it was.
  var isMainUnchanged: Bool { (try? InputFile.text(of: path, limit: 8_000_000)) == text }
}
