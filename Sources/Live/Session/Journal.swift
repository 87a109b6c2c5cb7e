internal import Foundation
internal import GeoFiles
internal import Units

/// What was done in a session, line by line, on the disk before it is answered: a killed session goes on where it was.
///
/// One session holds it at a time. It lies in the user's cache folder, in a folder of its own for each scenario.
final class Journal: Sendable {
  private let descriptor: Int32
  private let lock: FolderLock
  /// The file.
  let path: String

  /// The folder of a scenario's sessions.
  static func folder(of scenario: String, in cache: String) -> String {
    let whole = URL(fileURLWithPath: scenario).resolvingSymlinksInPath().standardizedFileURL.path
    let folder = whole.hasSuffix("/scenario.yaml") ? String(whole.dropLast("/scenario.yaml".count)) : whole
    return FilePath.join(cache, ContentHash.text(of: folder))
  }

  /// Opens the journal of a scenario, which is made when there is none.
  /// - Returns: The journal, and what stands in it; a last line that a kill has cut is left out.
  /// - Throws: ``LiveError`` when another session holds it, or it cannot be written.
  static func open(_ folder: String) throws(LiveError) -> (journal: Journal, entries: [JournalEntry]) {
    do { try OutputFile.createFolder(folder) } catch { throw LiveError(.journal, because: error) }
    guard let lock = FolderLock.take(folder) else {
      throw LiveError(
        .isOpen, "another `atalaya live` has this scenario open", remedy: "use its page, or end it with Ctrl-C first")
    }
    let path = FilePath.join(folder, "session.jsonl")
    // What is not a line of this format was cut by a kill, or is of another version.
    let text = FileManager.default.contents(atPath: path) ?? Data()
    let decoder = JSONDecoder()
    let entries = text.split(separator: UInt8(ascii: "\n")).map { try? decoder.decode(JournalEntry.self, from: $0) }
    let whole = entries.prefix { $0 != nil }.compactMap(\.self)
    return (try Journal(path, lock), whole)
  }

  private init(_ path: String, _ lock: consuming FolderLock) throws(LiveError) {
    self.path = path
    self.lock = lock
    descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit { close(descriptor) }

  /// Adds a line, and returns when it is on the disk.
  /// - Throws: ``LiveError`` when it cannot be written.
  func append(_ entry: JournalEntry) throws(LiveError) {
    guard Self.write(try Self.line(entry), to: descriptor), fdatasync(descriptor) == 0 else {
      throw Self.failure(path)
    }
  }

  /// Replaces all lines by others.
  /// - Throws: ``LiveError`` when it cannot be written.
  func replace(by entries: [JournalEntry]) throws(LiveError) {
    var bytes: [UInt8] = []
    for entry in entries { bytes += try Self.line(entry) }
    do { try OutputFile.write(bytes, to: path) } catch { throw LiveError(.journal, because: error) }
    let new = Foundation.open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    guard new >= 0, dup2(new, descriptor) >= 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
      throw Self.failure(path)
    }
    close(new)
  }

  private static func line(_ entry: JournalEntry) throws(LiveError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return [UInt8](try encoder.encode(entry)) + [UInt8(ascii: "\n")] } catch {
      throw LiveError(.journal, "cannot be written: \(error)")
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func failure(_ path: String) -> LiveError {
    LiveError(
      .journal, "\(path) cannot be written: \(String(cString: strerror(errno)))", remedy: "make room on the disk")
  }
}
