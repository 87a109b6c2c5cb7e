import Foundation
import TestSupport
import Testing

/// The console blocks of the manual print what they say.
///
/// `make docs` runs this suite with `ATALAYA_DOCS=renew`: it then writes what the built tool prints into the pages.
@Suite struct ConsoleBlockTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let isRenewing = ProcessInfo.processInfo.environment["ATALAYA_DOCS"] == "renew"

  private static var pages: [String] {
    let folder = "Sources/Atalaya/Atalaya.docc"
    let articles = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    return ["README.md"] + articles.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func `every console block of the manual prints what it says`() throws {
    let folder = try ConsoleFolder(root: Self.root)
    var count = 0
    for page in Self.pages {
      let path = "\(Self.root)/\(page)"
      let old = try String(contentsOfFile: path, encoding: .utf8)
      var lines = old.components(separatedBy: "\n")
      let desk = try folder.desk(for: page)
      var renewed: [(range: Range<Int>, lines: [String])] = []
      // In the order of the page: a command may need what those above it have written.
      for block in ConsoleBlock.all(in: lines) where block.isRun {
        count += 1
        #expect(!block.steps.isEmpty, "\(page):\(block.line): a console block without a command")
        for step in block.steps {
          let outcome = try folder.run(step.command, in: desk)
          #expect(
            [0, 3].contains(outcome.status), "\(page):\(block.line): \(step.command) ends with \(outcome.errors)")
          let printed = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
          let text = ConsoleText(
            written: Array(lines[step.outputLines]), printed: printed.last == "" ? printed.dropLast() : printed)
          if Self.isRenewing {
            renewed.append((step.outputLines, text.renewed))
          } else if let difference = text.difference {
            Issue.record(
              """
              \(page):\(block.line): \(step.command)
              the page has  \(difference.written ?? "no more lines")
              it prints     \(difference.printed ?? "no such line")
              `make docs` writes what the tool prints into the pages
              """)
          }
        }
      }
      // From the last one up, so that the places of those above stay true as lines are replaced.
      for (range, text) in renewed.reversed() { lines.replaceSubrange(range, with: text) }
      let new = lines.joined(separator: "\n")
      if Self.isRenewing, new != old { try new.write(toFile: path, atomically: true, encoding: .utf8) }
    }
    #expect(count >= 5)
    // Among them is a plan of Lima: marks that set names apart were once replaced as if a stranger had written them.
    #expect(try folder.filesWithReplacements() == [])
  }

  @Test func `the article on the format of a scenario is what the tool prints`() throws {
    let path = "\(Self.root)/Sources/Atalaya/Atalaya.docc/Format.md"
    let folder = try ConsoleFolder(root: Self.root)
    let printed = try folder.run(".build/release/atalaya init --reference", in: folder.desk(for: "Format")).output
    #expect(printed.contains("## Layers"))
    if Self.isRenewing { try printed.write(toFile: path, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == printed, "`make docs` writes it again")
  }

  @Test func `a line that differs, is missing or is new is found, and a time is not`() {
    func difference(_ written: [String], _ printed: [String]) -> Bool {
      ConsoleText(written: written, printed: printed).difference != nil
    }
    let printed = ["Search optimal after 0.1 s", "a 1", "b 2", "c 3"]
    #expect(!difference(["Search optimal after 12.4 s", "a 1", "b 2", "c 3"], printed))
    #expect(difference(["Search optimal after 0.1 s", "a 1", "b 3", "c 3"], printed))
    #expect(difference(Array(printed.dropLast()), printed))
    #expect(difference(printed + ["d 4"], printed))
    #expect(!difference(["Search optimal after 0.2 s", "…", "c 3"], printed))
    #expect(!difference(["Search optimal after 0.2 s", "…"], printed))
    #expect(difference(["…", "b 2"], printed))
    #expect(difference(["a 1", "…"], printed))
  }

  @Test func `renewed lines keep their gaps and their times, and then nothing differs`() {
    let printed = ["Value 7", "Search after 3.1 s", "", "1 a", "2 b", "3 c", "Plans", "x"]
    for written in [
      ["Value 6", "Search after 9.9 s", "", "1 z", "…"], ["Value 6", "…", "Plans", "y"], ["…", "x"],
      ["Value 6", "…", "3 q", "…"], ["old"],
    ] {
      let renewed = ConsoleText(written: written, printed: printed).renewed
      #expect(ConsoleText(written: renewed, printed: printed).difference == nil, "\(renewed)")
      #expect(renewed.filter { $0 == "…" }.count == written.filter { $0 == "…" }.count)
    }
    let times = ConsoleText(written: ["Value 6", "Search after 9.9 s", "…"], printed: printed).renewed
    #expect(times == ["Value 7", "Search after 9.9 s", "…"])
  }

  @Test func `blocks are found with their commands, their outputs and whether they are run`() {
    let page = """
      ```console
      $ a b \\
          c
      one
      $ d
      ```
      <!-- console: not run, it needs your own files -->
      ```console
      $ e
      ```
      ```sh
      $ f
      ```
      """
    let blocks = ConsoleBlock.all(in: page.components(separatedBy: "\n"))
    #expect(blocks.map(\.isRun) == [true, false])
    #expect(blocks.map { $0.steps.map(\.command) } == [["a b \\\n    c", "d"], ["e"]])
    #expect(blocks[0].steps.map(\.outputLines) == [3..<4, 5..<5])
  }
}

/// Folders in which the commands of the manual run as in a checkout, one for each page, with one cache of their own.
private struct ConsoleFolder {
  private let scratch: Workspace
  private let root: String

  init(root: String) throws {
    scratch = try Workspace()
    self.root = root
  }

  /// A folder for the commands of a page, with the tool and the samples in their places.
  func desk(for page: String) throws -> String {
    let desk = scratch.path + "/" + page.filter(\.isLetter)
    let files = FileManager.default
    try files.createDirectory(atPath: desk + "/.build/release", withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: desk + "/.build/release/atalaya", withDestinationPath: Program.atalaya.path)
    try files.createSymbolicLink(atPath: desk + "/GeoData", withDestinationPath: root + "/GeoData")
    return desk
  }

  /// Files of text that hold `U+FFFD`.
  func filesWithReplacements() throws -> [String] {
    let text = ["html", "json", "csv", "geojson", "kml", "qml", "md", "yaml", "svg", "txt"]
    let paths = FileManager.default.enumerator(atPath: scratch.path)?.compactMap { $0 as? String } ?? []
    #expect(paths.contains { $0.hasSuffix("report.html") })
    return try paths.filter { text.contains(($0 as NSString).pathExtension) }.filter {
      try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/\($0)")).range(of: Data([0xEF, 0xBF, 0xBD])) != nil
    }
  }

  func run(_ command: String, in desk: String) throws -> Program.Outcome {
    let shell = "export XDG_CACHE_HOME='\(scratch.path)/cache' LC_ALL=C.UTF-8\n\(command)"
    return try Program(at: "/bin/sh").run(["-c", shell], in: desk)
  }
}
