import Foundation
import TestSupport
import Testing

@Suite struct ReportCommandTests {
  @Test func `the report is one page, in the language that is asked for`() throws {
    let space = try Workspace(scenario: SmallScenario.yaml())
    let run = try Tool.run(
      "report", space.path, "--output", space.path + "/out", "--language", "es", "--no-map", "--units", "aviation")
    #expect(run.status == 0 && run.output.contains("report.html"))
    #expect(space.names("out") == ["report.html"])
    let page = String(decoding: try space.bytes("out/report.html"), as: UTF8.self)
    #expect(page.contains("<html lang=\"es\" data-language=\"es\">"))
    #expect(page.contains("<pre>atalaya report \(space.path) --units aviation --language es --no-map</pre>"))
    #expect(try Tool.run("report", Tool.sample, "--language", "fr").status == 64)
    #expect(try Tool.run("report").status == 64)
  }

  @Test func `the program writes the same page from any folder, alone`() throws {
    let space = try Workspace(scenario: SmallScenario.yaml())
    try FileManager.default.copyItem(atPath: Program.atalaya.path, toPath: space.path + "/copy")
    let run = try Program(at: space.path + "/copy").run(
      ["report", space.path, "--output", space.path + "/a"], in: "/")
    #expect(run.status == 0)
    #expect(try Tool.run("report", space.path, "--output", space.path + "/b").status == 0)
    #expect(try space.bytes("a/report.html") == space.bytes("b/report.html"))
  }

  @Test(.enabled(if: Program.has("rsvg-convert"), "no rsvg-convert"))
  func `pictures are 1920 pixels wide`() throws {
    let space = try Workspace()
    #expect(try Tool.run("report", Tool.sample, "--output", space.path + "/out", "--png").status == 0)
    let pictures = space.names("out").filter { $0.hasSuffix(".png") }
    // One drawing for each type of radar in use.
    #expect(
      pictures == [
        "coverage.png", "map.png", "purchases.png", "radar-1.png", "radar-2.png", "radar-3.png",
        "required-detection.png", "timelines.png",
      ])
    for name in pictures {
      // The width stands big-endian in bytes 16 to 19 (PNG specification, 11.2.2).
      let width = try space.bytes("out/" + name)[16..<20].reduce(0) { $0 << 8 | Int($1) }
      #expect(width == 1920)
    }
  }
}
