import Foundation
import GeoFiles
import Testing
import Units

@testable import Report

/// A folder that lives as long as a test.
final class BatchFolder {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("batch-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
  func text(_ name: String) -> String? { try? String(contentsOfFile: path + "/" + name, encoding: .utf8) }
}

@Suite struct OutputBatchTests {
  private func write(_ texts: KeyValuePairs<String, String>, to folder: BatchFolder) throws {
    var batch = try OutputBatch(folder: folder.path)
    for (name, text) in texts {
      try batch.add(name) { (path) throws(GeoFileError) in try OutputFile.write(text, to: path) }
    }
    try batch.commit()
  }

  @Test func `all files take the place of the old ones and nothing else stays`() throws {
    let folder = try BatchFolder()
    try write(["a.txt": "old", "b.txt": "old"], to: folder)
    try write(["a.txt": "new", "b.txt": "new"], to: folder)
    #expect(folder.names == ["a.txt", "b.txt"])
    #expect(folder.text("a.txt") == "new" && folder.text("b.txt") == "new")
  }

  @Test func `a file that cannot be written leaves every old file as it was`() throws {
    let folder = try BatchFolder()
    try write(["a.txt": "old", "b.txt": "old"], to: folder)
    var batch = try OutputBatch(folder: folder.path)
    try batch.add("a.txt") { (path) throws(GeoFileError) in try OutputFile.write("new", to: path) }
    var failure: GeoFileError?
    do throws(GeoFileError) {
      try batch.add("b.txt") { (path) throws(GeoFileError) in
        throw GeoFileError(.unwritable, path: path, problem: "disk full")
      }
    } catch { failure = error }
    #expect(failure?.problem == "disk full")
    batch.discard()
    #expect(folder.names == ["a.txt", "b.txt"] && folder.text("a.txt") == "old")
  }

  @Test func `a folder in the place of one file keeps the others from changing`() throws {
    let folder = try BatchFolder()
    try write(["a.txt": "old"], to: folder)
    try FileManager.default.createDirectory(atPath: folder.path + "/b.txt", withIntermediateDirectories: false)
    #expect(throws: GeoFileError.self) { try write(["a.txt": "new", "b.txt": "new"], to: folder) }
    #expect(folder.text("a.txt") == "old")
  }

  @Test func `what a killed process left is removed, what a living one writes is not`() throws {
    let folder = try BatchFolder()
    // No process has this number: Linux gives at most 2^22.
    let dead = ".writing-\(1 << 23)-abc"
    let living = ".writing-\(ProcessInfo.processInfo.processIdentifier)-abc"
    for name in [dead, living] {
      try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: false)
    }
    try write(["a.txt": "new"], to: folder)
    #expect(folder.names == [living, "a.txt"])
  }

  @Test func `a file that cannot take its place brings those before it back`() throws {
    let folder = try BatchFolder()
    try write(["a.txt": "old", "b.txt": "old"], to: folder)
    chmod(folder.path + "/a.txt", 0o640)
    var batch = try OutputBatch(folder: folder.path)
    for name in ["a.txt", "b.txt", "c.txt"] {
      try batch.add(name) { (path) throws(GeoFileError) in try OutputFile.write("new", to: path) }
    }
    // The last file goes before it is moved: the rename fails when the others have been replaced.
    let staging = try #require(folder.names.first { $0.hasPrefix(".writing-") })
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(staging)/c.txt")
    var failure: GeoFileError?
    do throws(GeoFileError) { try batch.commit() } catch { failure = error }
    #expect(failure?.code == .unwritable)
    batch.discard()
    #expect(folder.names == ["a.txt", "b.txt"])
    #expect(folder.text("a.txt") == "old" && folder.text("b.txt") == "old")
    var status = stat()
    #expect(stat(folder.path + "/a.txt", &status) == 0 && status.st_mode & 0o777 == 0o640)
  }

  @Test func `a pipe in the place of a file changes nothing and is not waited for`() throws {
    let folder = try BatchFolder()
    try write(["a.txt": "old"], to: folder)
    mkfifo(folder.path + "/b.txt", 0o600)
    #expect(throws: GeoFileError.self) { try write(["a.txt": "new", "b.txt": "new"], to: folder) }
    #expect(folder.text("a.txt") == "old")
  }

  @Test func `a symbolic link is replaced, and what it leads to stays`() throws {
    let (folder, other) = (try BatchFolder(), try BatchFolder())
    try OutputFile.write("mine", to: other.path + "/mine.txt")
    symlink(other.path + "/mine.txt", folder.path + "/a.txt")
    try write(["a.txt": "new"], to: folder)
    #expect(other.text("mine.txt") == "mine" && folder.text("a.txt") == "new")
  }

  @Test func `while one run moves its files the other waits, and the end of a process frees the folder`() throws {
    let folder = try BatchFolder()
    do {
      guard let first = FolderLock.take(folder.path) else {
        Issue.record("the lock is free, and not given")
        return
      }
      let isGivenTwice = FolderLock.take(folder.path) != nil
      #expect(!isGivenTwice)
      var waits = 0
      var failure: GeoFileError?
      do throws(GeoFileError) { _ = try FolderLock.wait(for: folder.path, seconds: 0) { waits += 1 } } catch {
        failure = error
      }
      #expect(failure?.code == .unwritable)
      #expect(waits == 1)
      withExtendedLifetime(first) {}
    }
    let isFree = FolderLock.take(folder.path) != nil
    #expect(isFree)
    #expect(folder.names.isEmpty)
  }

  /// Writes files of the set place as a run does that writes all of that set.
  private func place(
    _ names: [String], _ text: String, to folder: BatchFolder, of set: OutputSet = .place, about scenario: String? = nil
  ) throws -> [String] {
    var batch = try OutputBatch(folder: folder.path)
    for name in names {
      try batch.add(name, of: set) { (path) throws(GeoFileError) in try OutputFile.write(text, to: path) }
    }
    return try batch.commit(sets: [set], about: scenario)
  }

  @Test func `what the last run wrote and this one does not write goes, unless somebody has changed it`() throws {
    let folder = try BatchFolder()
    #expect(try place(["place.json", "stages.csv", "plans.csv", "budgets.csv"], "old", to: folder).isEmpty)
    try OutputFile.write("old, and a remark", to: folder.path + "/plans.csv")
    try OutputFile.write("mine", to: folder.path + "/measures.csv")
    try OutputFile.write("mine", to: folder.path + "/notes.txt")
    let notes = try place(["place.json", "budgets.csv"], "new", to: folder)
    #expect(
      folder.names == [OutputManifest.name, "budgets.csv", "measures.csv", "notes.txt", "place.json", "plans.csv"])
    #expect(folder.text("plans.csv") == "old, and a remark" && folder.text("measures.csv") == "mine")
    #expect(notes.count == 2 && notes[0].contains("removed") && notes[0].contains("stages.csv"))
    #expect(notes[1].contains("measures.csv, plans.csv"))
    // The list of a run is the same whenever it ran.
    let list = folder.text(OutputManifest.name)
    _ = try place(["place.json", "budgets.csv"], "new", to: folder)
    #expect(folder.text(OutputManifest.name) == list)
  }

  @Test func `files about another scenario go, whatever command wrote them, and those about the same one stay`() throws
  {
    let folder = try BatchFolder()
    #expect(try place(["place.json", "stages.csv"], "island", to: folder, about: "i").isEmpty)
    #expect(try place(["leak.json"], "island", to: folder, of: .leak, about: "i").isEmpty)
    #expect(folder.names == [OutputManifest.name, "leak.json", "place.json", "stages.csv"])
    try OutputFile.write("island, and a remark", to: folder.path + "/stages.csv")
    let notes = try place(["report.html"], "alps", to: folder, of: .report, about: "a")
    #expect(folder.names == [OutputManifest.name, "report.html", "stages.csv"])
    #expect(notes.count == 2 && notes[0].contains("leak.json, place.json") && notes[1].contains("stages.csv"))
    // A comparison of plans is about none.
    _ = try place(["comparison.json"], "both", to: folder, of: .comparison)
    #expect(folder.names == [OutputManifest.name, "comparison.json", "report.html", "stages.csv"])
  }

  @Test func `a list from a stranger removes nothing of ours`() throws {
    let (folder, other) = (try BatchFolder(), try BatchFolder())
    for place in [folder, other] { try OutputFile.write("mine", to: place.path + "/mine.txt") }
    try OutputFile.write("mine", to: other.path + "/stages.csv")
    symlink(other.path + "/stages.csv", folder.path + "/stages.csv")
    let hash = try #require(FileContent.hash(of: other.path + "/stages.csv"))
    let outside = (other.path as NSString).lastPathComponent
    let names = ["mine.txt", "../\(outside)/mine.txt", other.path + "/mine.txt", "stages.csv", ".", "..", ""]
    let files = names.map { #""\#($0)": {"bytes": 4, "hash": "\#(hash)", "set": "place"}"# }
    let list = #"{"format": "atalaya-files", "version": 1, "files": {\#(files.joined(separator: ","))}}"#
    try OutputFile.write(list, to: folder.path + "/" + OutputManifest.name)
    _ = try place(["place.json"], "new", to: folder)
    #expect(folder.text("mine.txt") == "mine" && other.text("mine.txt") == "mine" && other.text("stages.csv") == "mine")
    for broken in ["", "{", "[]", #"{"format": "atalaya-files", "version": 1, "files": {"a": {"bytes": 1e99}}}"#] {
      try OutputFile.write(broken, to: folder.path + "/" + OutputManifest.name)
      _ = try place(["place.json"], "new", to: folder)
      #expect(folder.text("mine.txt") == "mine")
    }
  }
}
