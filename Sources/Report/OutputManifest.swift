internal import Foundation
internal import GeoFiles
internal import Planning
internal import Scenario

/// What Atalaya wrote to a folder, kept in the folder itself, so that the next run can remove what it no longer writes.
///
/// A folder may come from a stranger, and with it this list: only plain names of files that Atalaya can write are taken
/// from it, and a file is removed only where its size and content are those that were written.
struct OutputManifest: Sendable, Codable {
  /// A file as it was written.
  struct Entry: Sendable, Codable, Hashable {
    var bytes: Int
    /// Of the content; see ``ContentHash``.
    var hash: String
    /// The set of files that it belongs to.
    var set: OutputSet
    /// The scenario that it is about, as ``scenario(_:)`` has it; nil for none.
    var scenario: String?
  }

  /// The file's name in the folder.
  static let name = ".atalaya-files.json"
  private static let format = "atalaya-files"
  /// Far longer than any list that Atalaya writes.
  private static let longest = 1 << 20

  private var format = Self.format
  private var version = 1
  var files: [String: Entry] = [:]

  init() {}

  /// What distinguishes scenarios: where its file is, as a hash, since a folder with a plan may be sent to others.
  static func scenario(_ scenario: Scenario) -> String {
    let place = scenario.path.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    return ContentHash.text(of: place ?? scenario.name)
  }

  /// The list of a folder; empty where there is none that can be read.
  init(of folder: String) {
    let path = FilePath.join(folder, Self.name)
    guard let bytes = FileContent.bytes(of: path, atMost: Self.longest),
      let read = try? JSONDecoder().decode(Self.self, from: Data(bytes)), read.format == Self.format, read.version == 1
    else { return }
    files = read.files.filter { name, entry in entry.set.has(name) }
  }

  /// As text; the same files give the same text.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let data = try? encoder.encode(self) else { return "" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// What is in a folder of the sets that a run writes whole, or of any set about another scenario, and is none of its
  /// files.
  /// - Returns: Files that are as they were written, and others: older than this list, changed since, or somebody else's.
  func stale(
    in folder: String, of sets: [OutputSet], about scenario: String?, besides names: Set<String>
  ) -> (ours: [String], others: [String]) {
    func isOfAnother(_ entry: Entry) -> Bool { scenario != nil && entry.scenario != nil && entry.scenario != scenario }
    var (ours, others): ([String], [String]) = ([], [])
    let listed = files.filter { sets.contains($1.set) || isOfAnother($1) }.keys
    for name in Set(sets.flatMap(\.names)).union(listed).subtracting(names).sorted() {
      let path = FilePath.join(folder, name)
      guard FileContent.isThere(path) else { continue }
      guard let entry = files[name] else {
        others.append(name)
        continue
      }
      // Of another command, which writes it when it runs again.
      guard sets.contains(entry.set) || isOfAnother(entry) else { continue }
      if FileContent.hash(of: path, ifOf: entry.bytes) == entry.hash { ours.append(name) } else { others.append(name) }
    }
    return (ours, others)
  }
}
