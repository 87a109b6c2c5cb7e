internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Units

/// Writes several files so that either all of them change or none.
///
/// The files are written whole into a hidden folder next to their places; ``commit(sets:)`` then moves each to its place,
/// which takes milliseconds, and takes all back when one cannot be moved (``FolderChange``). Two runs never mix: while one
/// moves its files the other waits (``FolderLock``). A process that is interrupted leaves the old files
/// (``UnfinishedFiles``); a process killed before that leaves them too, and a hidden folder that the next run removes.
struct OutputBatch: ~Copyable {
  private let folder: String
  private let staging: String
  /// Shows others that this process lives; they may not see its number.
  private let life: FolderLock?
  private var entries: [(name: String, entry: OutputManifest.Entry)] = []
  /// Bytes of the files that are written.
  private var bytes = 0

  /// A batch of files for a folder that exists.
  init(folder: String) throws(GeoFileError) {
    self.folder = folder
    Self.removeLeftovers(in: folder)
    let mark = String(UInt32.random(in: 0...UInt32.max), radix: 16)
    let staging = FilePath.join(folder, "\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)-\(mark)")
    UnfinishedFiles.add(staging)
    guard mkdir(staging, 0o777) == 0 else {
      UnfinishedFiles.remove(staging)
      throw GeoFileError(
        .unwritable, path: folder, problem: "the folder cannot be written to: \(String(cString: strerror(errno)))",
        remedy: "choose a folder that you may write to")
    }
    self.staging = staging
    life = FolderLock.take(staging)
  }

  /// A file of a batch.
  struct File: Sendable {
    var name: String
    var set = OutputSet.plan
    /// Writes the whole content to the path that it is given.
    var write: @Sendable (String) throws(GeoFileError) -> Void
  }

  /// Writes some files, several at a time.
  /// - Throws: ``GeoFileError`` of the first of them, in their order, that cannot be written, with the place that the file
  ///   would have had instead of the hidden one.
  mutating func add(_ files: [File], workers: Int = 1) throws(GeoFileError) {
    let (staging, folder) = (staging, folder)
    let results = Parallel.map(files, workers: workers) { file in
      Result { () throws(GeoFileError) in try Self.write(file, in: staging, of: folder) }
    }
    var failure: GeoFileError?
    for (file, result) in zip(files, results) {
      switch result {
      case .success(let entry):
        entries.append((file.name, entry))
        bytes += entry.bytes
      case .failure(let error):
        failure = failure ?? error
        bytes += error.bytesOnFullDisk ?? 0
      }
    }
    guard var failure else { return }
    if failure.bytesOnFullDisk != nil {
      // Room is reported as it will be when this run's files are gone.
      discard()
      failure.remedy = DiskRoom.remedy(in: folder, bytes: bytes, of: "what is to be written")
    }
    throw failure
  }

  private static func write(
    _ file: File, in staging: String, of folder: String
  ) throws(GeoFileError) -> OutputManifest.Entry {
    let (path, place) = (FilePath.join(staging, file.name), FilePath.join(folder, file.name))
    do throws(GeoFileError) { try file.write(path) } catch {
      var error = error
      error.path = error.path.replacingOccurrences(of: path, with: place)
      error.problem = error.problem.replacingOccurrences(of: path, with: place)
      throw error
    }
    guard let size = FileContent.size(of: path), let hash = FileContent.hash(of: path) else {
      throw GeoFileError(.unwritable, path: place, problem: "was not written")
    }
    return .init(bytes: size, hash: hash, set: file.set)
  }

  /// Moves every file to its place, and removes files of earlier runs that this one would have replaced and did not write.
  /// - Parameters:
  ///   - sets: The sets of files that this run writes whole; none: no other file is removed, and no list is kept.
  ///   - scenario: What the files are about, as ``OutputManifest/scenario(_:)`` has it: files about another go too; nil:
  ///     none does.
  ///   - isWaiting: Called when another run is writing to the folder, and this one waits.
  /// - Returns: Notes on what else is in the folder.
  @discardableResult
  mutating func commit(
    sets: [OutputSet] = [], about scenario: String? = nil, isWaiting: () -> Void = {}
  ) throws(GeoFileError) -> [String] {
    let lock = try FolderLock.wait(for: folder, isWaiting: isWaiting)
    defer { withExtendedLifetime(lock) {} }
    var names = entries.map(\.name)
    var stale: (ours: [String], others: [String]) = ([], [])
    if !sets.isEmpty {
      var manifest = OutputManifest(of: folder)
      stale = manifest.stale(in: folder, of: sets, about: scenario, besides: Set(names))
      for name in stale.ours { manifest.files[name] = nil }
      for (name, var entry) in entries {
        entry.scenario = scenario
        manifest.files[name] = entry
      }
      try OutputFile.write(manifest.text, to: FilePath.join(staging, OutputManifest.name))
      // Last: a kill before it leaves a list that knows less than is there, and what is not known is not removed.
      names.append(OutputManifest.name)
    }
    var change = FolderChange(of: folder, from: staging)
    var links: [String] = []
    try UnfinishedFiles.withoutInterruption { () throws(GeoFileError) in
      links = try change.apply(putting: names, removing: stale.ours)
      removeStaging()
    }
    return notes(links, stale)
  }

  private func notes(_ links: [String], _ stale: (ours: [String], others: [String])) -> [String] {
    var notes: [String] = []
    func list(_ names: [String]) -> String { names.joined(separator: ", ") }
    if !stale.ours.isEmpty {
      notes.append("\(folder): removed files of an earlier run or of another scenario: \(list(stale.ours))")
    }
    if !stale.others.isEmpty {
      notes.append(
        "\(folder): files that are not of this run were left: \(list(stale.others)); they may belong to another scenario"
      )
    }
    if !links.isEmpty {
      notes.append("\(folder): symbolic links were replaced by files, and what they led to was left: \(list(links))")
    }
    return notes
  }

  /// Removes whatever has not been moved. If an interruption has begun, the program ends first: it caused
  /// the failure.
  func discard() { UnfinishedFiles.withoutInterruption { removeStaging() } }

  private func removeStaging() {
    try? FileManager.default.removeItem(atPath: staging)
    UnfinishedFiles.remove(staging)
  }

  private static let prefix = ".writing-"

  /// Removes what killed processes left.
  private static func removeLeftovers(in folder: String) {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for entry in entries where entry.hasPrefix(prefix) {
      let parts = entry.dropFirst(prefix.count).split(separator: "-")
      guard parts.count == 2, let process = Int32(parts[0]), process > 0, kill(process, 0) != 0, errno == ESRCH else {
        continue
      }
      let path = FilePath.join(folder, entry)
      // A process of another machine or container has no number here, but it holds its folder.
      guard FolderLock.take(path) != nil else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
