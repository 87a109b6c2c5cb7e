import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

@Suite struct OutputFileTests {
  private func content(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func failure(_ body: () throws(GeoFileError) -> Void) -> GeoFileError? {
    do throws(GeoFileError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func `a text is written whole and replaces the old one`() throws {
    let scratch = try Scratch()
    let path = scratch.path("plan.json")
    try OutputFile.write("one, which is longer", to: path)
    try OutputFile.write("twó", to: path)
    #expect(try content(path) == "twó")
    #expect(scratch.names == ["plan.json"])
  }

  @Test func `the old file stands, and nothing else, when writing fails half-way`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("plan.gpkg", "old")
    let error = failure { () throws(GeoFileError) in
      try OutputFile.replace(at: path) { (temporary) throws(GeoFileError) in
        for suffix in ["", "-wal", "-journal"] {
          _ = FileManager.default.createFile(atPath: temporary + suffix, contents: Data("half".utf8))
        }
        throw GeoFileError(.unwritable, path: path, problem: "stop")
      }
    }
    #expect(error?.problem == "stop")
    #expect(try content(path) == "old")
    #expect(scratch.names == ["plan.gpkg"])
  }

  @Test func `until the end of writing a reader meets the old file`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.txt", "old")
    try OutputFile.replace(at: path) { (temporary) throws(GeoFileError) in
      _ = FileManager.default.createFile(atPath: temporary, contents: Data("new".utf8))
      #expect((try? content(path)) == "old")
      #expect(temporary.hasSuffix(".txt"))
    }
    #expect(try content(path) == "new")
  }

  @Test func `a file that the closure never wrote is an error and the old one stands`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.txt", "old")
    #expect(failure { () throws(GeoFileError) in try OutputFile.replace(at: path) { _ in } }?.code == .unwritable)
    #expect(try content(path) == "old")
  }

  @Test func `side files of the old database go with it`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.gpkg", "old")
    _ = try scratch.file("a.gpkg-wal", "stale")
    try OutputFile.write("new", to: path)
    #expect(scratch.names == ["a.gpkg"])
  }

  @Test func `what a killed process left is removed and what a living one writes is not`() throws {
    let scratch = try Scratch()
    let gone = Process()
    gone.executableURL = URL(fileURLWithPath: "/bin/sh")
    gone.arguments = ["-c", "exit 0"]
    try gone.run()
    gone.waitUntilExit()
    _ = try scratch.file(".replacing-\(gone.processIdentifier)-1f-a.txt", "half")
    let living = ".replacing-\(getpid())-1f-a.txt"
    _ = try scratch.file(living, "half")
    try OutputFile.write("new", to: scratch.path("a.txt"))
    #expect(scratch.names == [living, "a.txt"])
  }

  @Test func `a symbolic link is followed and permissions are kept`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("real.txt", "old")
    chmod(path, 0o640)
    symlink("real.txt", scratch.path("link.txt"))
    try OutputFile.write("new", to: scratch.path("link.txt"))
    #expect(try content(path) == "new")
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("link.txt")) == "real.txt")
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a read-only folder gives a clear error`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.txt", "old")
    chmod(scratch.folder.path, 0o555)
    defer { chmod(scratch.folder.path, 0o755) }
    let error = failure { () throws(GeoFileError) in try OutputFile.write("new", to: path) }
    #expect(error?.code == .unwritable)
    #expect(error?.problem.contains("Permission denied") == true)
    #expect(try content(path) == "old")
  }

  @Test func `a missing folder, a folder, a device and no name at all are refused`() throws {
    let scratch = try Scratch()
    for path in [scratch.path("no/such/a.txt"), scratch.folder.path, "/dev/null", "", "a\0b"] {
      #expect(failure { () throws(GeoFileError) in try OutputFile.write("new", to: path) }?.code == .unwritable)
    }
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test(.enabled("needs the right to mount a small file system") { SmallDisk.isPossible() })
  func `a full disk gives a clear error and leaves the old file`() throws {
    let disk = try SmallDisk(kilobytes: 64)
    let path = try disk.file("a.txt", "old")
    let text = failure { () throws(GeoFileError) in
      try OutputFile.write(String(repeating: "x", count: 100_000), to: path)
    }
    #expect(text?.problem.contains("No space left") == true)
    // 100,000 bytes are 0.1 MB, and so are the 64 KiB that are free again.
    #expect(
      text?.remedy
        == "the disk of \(disk.path) is full (0.1 MB are free, the file takes 0.1 MB or more): make room, or name another place"
    )
    var layer = OutputLayer(name: "p", geometry: .points, fields: [.init("id", .text)])
    for _ in 0..<5000 {
      layer.append([.text("a long name")], .point(.init(latitudeDegrees: 1, longitudeDegrees: 2)))
    }
    for format in VectorFile.Format.allCases {
      let file = failure { () throws(GeoFileError) in try VectorFile.write([layer], to: path, format: format) }
      #expect(file?.code == .unwritable, "\(format)")
      #expect(file?.remedy?.contains("is full") == true, "\(format): \(file?.description ?? "")")
      #expect(file?.description.contains(".replacing-") == false, "\(format): \(file?.description ?? "")")
    }
    #expect(try content(path) == "old")
    #expect(disk.names == ["a.txt"])
  }

  @Test func `folders are made, and a file in the way is named`() throws {
    let scratch = try Scratch()
    try OutputFile.createFolder(scratch.path("a/b"))
    try OutputFile.createFolder(scratch.path("a/b"))
    try OutputFile.write("x", to: scratch.path("a/b/c.txt"))
    #expect(failure { () throws(GeoFileError) in try OutputFile.createFolder(scratch.path("a/b/c.txt")) } != nil)
    let below = failure { () throws(GeoFileError) in try OutputFile.createFolder(scratch.path("a/b/c.txt/d")) }
    #expect(below?.problem.contains("Not a directory") == true)
  }
}
