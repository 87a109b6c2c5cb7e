import Foundation
import GeoFiles
import Testing

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
    #expect(throws: GeoFileError.self) {
      try batch.add("b.txt") { (path) throws(GeoFileError) in
        throw GeoFileError(.unwritable, path: path, problem: "disk full")
      }
    }
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
}
