internal import Foundation
internal import GeoFiles

/// Writes several files so that all of them change or none.
///
/// The files are written whole into a hidden folder beside their places; ``commit()`` then moves each to its place, which
/// takes milliseconds. A process that is interrupted leaves the old files (``UnfinishedFiles``); a process killed before
/// that leaves them too, and a hidden folder that the next run removes.
struct OutputBatch {
  private let folder: String
  private let staging: String
  private var names: [String] = []
  /// Bytes of the files that are written.
  private var bytes = 0

  /// A batch of files for a folder that exists.
  init(folder: String) throws(GeoFileError) {
    self.folder = folder
    Self.removeLeftovers(in: folder)
    let mark = String(UInt32.random(in: 0...UInt32.max), radix: 16)
    staging = Self.join(folder, "\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)-\(mark)")
    UnfinishedFiles.add(staging)
    guard mkdir(staging, 0o777) == 0 else {
      UnfinishedFiles.remove(staging)
      throw GeoFileError(
        .unwritable, path: folder, problem: "the folder cannot be written to: \(String(cString: strerror(errno)))",
        remedy: "choose a folder that you may write to")
    }
  }

  /// Writes one file.
  /// - Parameter write: Writes the whole content to the path that it is given.
  /// - Throws: ``GeoFileError`` of `write`, with the place that the file would have had instead of the hidden one.
  mutating func add(
    _ name: String, _ write: (String) throws(GeoFileError) -> Void
  ) throws(GeoFileError) {
    let path = Self.join(staging, name)
    do throws(GeoFileError) { try write(path) } catch {
      var error = error
      let place = Self.join(folder, name)
      error.path = error.path.replacingOccurrences(of: path, with: place)
      error.problem = error.problem.replacingOccurrences(of: path, with: place)
      if let more = error.bytesOnFullDisk {
        // Room is told as it will be when this run's files are gone.
        discard()
        error.remedy = DiskRoom.remedy(in: folder, bytes: bytes + more, of: "what is to be written")
      }
      throw error
    }
    names.append(name)
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    bytes += attributes?[.size] as? Int ?? 0
  }

  /// Moves every file to its place.
  func commit() throws(GeoFileError) {
    // What would stop one of them is looked for before the first is moved.
    for name in names {
      let path = Self.join(folder, name)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw GeoFileError(.unwritable, path: path, problem: "is a folder", remedy: "move it away")
      }
    }
    try UnfinishedFiles.withoutInterruption { () throws(GeoFileError) in
      for name in names {
        let staged = Self.join(staging, name)
        try OutputFile.replace(at: Self.join(folder, name)) { (temporary) throws(GeoFileError) in
          do { try FileManager.default.moveItem(atPath: staged, toPath: temporary) } catch {
            throw GeoFileError(
              .unwritable, path: Self.join(folder, name), problem: "cannot be replaced: \(error.localizedDescription)")
          }
        }
      }
      removeStaging()
    }
  }

  /// Removes whatever has not been moved. An interruption that has begun ends the program first: what failed then failed
  /// because of it.
  func discard() { UnfinishedFiles.withoutInterruption { removeStaging() } }

  private func removeStaging() {
    try? FileManager.default.removeItem(atPath: staging)
    UnfinishedFiles.remove(staging)
  }

  private static let prefix = ".writing-"

  private static func join(_ folder: String, _ name: String) -> String {
    (folder as NSString).appendingPathComponent(name)
  }

  /// Removes what killed processes left.
  private static func removeLeftovers(in folder: String) {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for entry in entries where entry.hasPrefix(prefix) {
      let parts = entry.dropFirst(prefix.count).split(separator: "-")
      guard parts.count == 2, let process = Int32(parts[0]), process > 0, kill(process, 0) != 0, errno == ESRCH else {
        continue
      }
      try? FileManager.default.removeItem(atPath: join(folder, entry))
    }
  }
}
