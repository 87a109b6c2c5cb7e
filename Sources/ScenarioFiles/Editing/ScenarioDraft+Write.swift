internal import Foundation
internal import GeoFiles
public import Scenario
internal import Units

extension ScenarioDraft {
  /// Writes the scenario as a folder: changed files with their changes, all others copied.
  ///
  /// The folder appears under its name when everything is in it. Files that the scenario names outside of its own folder
  /// stay where they are.
  /// - Parameters:
  ///   - target: The folder to make. The scenario's own folder gets the changed files alone.
  ///   - replacing: Whether files of a folder that is there may be replaced.
  /// - Throws: ``ScenarioError`` when files have changed on the disk since the draft was begun, for a folder that is there,
  ///   or when the disk says no.
  public func write(to target: String, replacing: Bool = false) throws(ScenarioError) {
    try checkDisk()
    let manager = FileManager.default
    let isOwn = SameFile.areOne(target, folder.path)
    let held = (try? manager.contentsOfDirectory(atPath: target)) ?? []
    var isFolder: ObjCBool = false
    let exists = manager.fileExists(atPath: target, isDirectory: &isFolder)
    guard !target.isEmpty, !target.utf8.contains(0), !exists || isFolder.boolValue else {
      throw refusal(target, "is not a folder", "name another")
    }
    guard held.isEmpty || replacing else {
      throw refusal(target, "is there already", "name a new folder")
    }
    if !isOwn { try checkReferences(from: target) }
    do throws(GeoFileError) {
      if isOwn {
        try writeChanges(to: target)
      } else if exists {
        try copyFiles(to: target)
        try writeChanges(to: target)
      } else {
        let parent = FilePath.folder(of: target)
        if !parent.isEmpty { try OutputFile.createFolder(parent) }
        let temporary = FilePath.join(parent, ".\(FilePath.name(of: target)).\(UUID().uuidString.prefix(8))")
        defer { try? manager.removeItem(atPath: temporary) }
        try OutputFile.createFolder(temporary)
        try copyFiles(to: temporary)
        try writeChanges(to: temporary)
        do { try manager.moveItem(atPath: temporary, toPath: target) } catch {
          throw GeoFileError(.unwritable, path: target, problem: "cannot be made: \(error.localizedDescription)")
        }
      }
    } catch {
      throw ScenarioError(
        ScenarioProblem(.file, at: FaultPlace(file: error.path), error.problem, remedy: error.remedy))
    }
  }

  /// The bytes of scenario.yaml.
  private var mainBytes: [UInt8] { base.style.mark + Array(main.text.utf8) }

  private func writeChanges(to target: String) throws(GeoFileError) {
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      let path = FilePath.join(target, name)
      let parent = FilePath.folder(of: path)
      if !parent.isEmpty { try OutputFile.createFolder(parent) }
      try OutputFile.write(file.bytes, to: path)
    }
    // Last, so that it never names a file that is not there.
    try OutputFile.write(mainBytes, to: FilePath.join(target, "scenario.yaml"))
  }

  private func copyFiles(to target: String) throws(GeoFileError) {
    let manager = FileManager.default
    let skipped = Set(files.keys).union([file, "scenario.yaml"])
    let inner = SameFile.path(behind: target)
    let root = SameFile.path(behind: folder.path)
    guard let names = manager.enumerator(atPath: root) else {
      throw GeoFileError(.unreadable, path: folder.path, problem: "cannot be listed")
    }
    while let name = names.nextObject() as? String {
      let source = FilePath.join(root, name)
      let kind = names.fileAttributes?[.type] as? FileAttributeType
      if FilePath.name(of: name).hasPrefix(".") || source == inner {
        if kind == .typeDirectory { names.skipDescendants() }
        continue
      }
      if skipped.contains(name) { continue }
      let path = FilePath.join(target, name)
      if kind == .typeDirectory {
        try OutputFile.createFolder(path)
        continue
      }
      // A link is followed to its file, and no further than the scenario's folder.
      let file = SameFile.path(behind: source)
      guard kind == .typeRegular || kind == .typeSymbolicLink && file.hasPrefix(root + "/") else { continue }
      try OutputFile.replace(at: path, isForced: false) { (temporary) throws(GeoFileError) in
        do {
          try? manager.removeItem(atPath: temporary)
          try manager.copyItem(atPath: file, toPath: temporary)
        } catch {
          throw GeoFileError(.unwritable, path: path, problem: "cannot be copied: \(error.localizedDescription)")
        }
      }
    }
  }

  // MARK: Checks

  /// - Throws: ``ScenarioError`` when a file that the draft changes is not what it was.
  private func checkDisk() throws(ScenarioError) {
    var problems: [ScenarioProblem] = []
    func changed(_ name: String) {
      problems.append(
        ScenarioProblem(
          .file, at: FaultPlace(file: name), "has changed on the disk since the draft was begun",
          remedy: "begin again with the files as they are; nothing was written"))
    }
    if !base.isMainUnchanged { changed(file) }
    for (name, bytes) in base.originals.sorted(by: { $0.key < $1.key }) where files[name] != nil {
      let path = URLPath.absolute(name, in: folder)
      if (try? InputFile.bytes(of: path, limit: Int(LayerSource.textLimit))) != bytes { changed(name) }
    }
    if let error = ScenarioError(problems: problems) { throw error }
  }

  /// Names that lead out of the folder lead elsewhere from another place.
  private func checkReferences(from target: String) throws(ScenarioError) {
    let parent = SameFile.path(behind: FilePath.folder(of: target).isEmpty ? "." : FilePath.folder(of: target))
    let own = FilePath.folder(of: SameFile.path(behind: folder.path))
    guard parent != own else { return }
    let texts = DraftBase.scalars(of: main.text).filter { $0.hasPrefix("../") }
    let paths = texts.filter { FileManager.default.fileExists(atPath: URLPath.absolute($0, in: folder)) }
    guard let path = paths.sorted().first else { return }
    throw refusal(
      target, "would not find “\(path)”, which lies outside of the scenario’s folder",
      "name a folder next to that of the scenario")
  }

  private func refusal(_ target: String, _ what: String, _ remedy: String) -> ScenarioError {
    ScenarioError(ScenarioProblem(.file, at: FaultPlace(file: target), what, remedy: remedy))
  }
}
