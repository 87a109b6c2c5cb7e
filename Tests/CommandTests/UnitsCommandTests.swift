import Foundation
import TestSupport
import Testing

@Test func `tables for people are in aviation units, and those for programs have none to choose`() throws {
  func run(_ words: String...) throws -> String { try Program.atalaya.run(words).output }
  for stage in ["response", "coverage"] {
    let metric = try run(stage, Tool.sample), aviation = try run(stage, Tool.sample, "--units", "aviation")
    #expect(metric.contains("km") && !metric.contains("NM"))
    #expect(aviation.contains("NM") && aviation.split(separator: "\n").count == metric.split(separator: "\n").count)
    // Keys of programs' formats say their units, so that there is nothing to choose.
    let refused = try Program.atalaya.run([stage, Tool.sample, "--format", "csv", "--units", "aviation"])
    #expect(refused.status == 64 && refused.output.isEmpty && refused.errors.contains("--units"))
  }
}

/// What a scenario in aviation units prints and writes, against the same one in metric units.
@Suite struct ScenarioUnitsTests {
  /// An island with terrain, a strip far below its ground and a site with an elevation that the terrain does not have.
  private func island(_ units: String, in space: Scratch) throws -> String {
    let folder = try IslandScenario.make("island", in: space)
    let yaml = try String(contentsOfFile: folder + "/scenario.yaml", encoding: .utf8)
    try space.file("island/scenario.yaml", yaml + "\nunits: \(units)\n")
    return folder
  }

  /// Numbers with a unit of the metric system; areas stay km², radar cross-sections m².
  private func metric(_ text: String) -> [String] {
    text.matches(of: /[0-9] ?(m|km|km\/h)\b(?![²\/])/).map { match in
      let line = text[..<match.range.lowerBound].lastIndex(of: "\n").map { text[$0...] } ?? text[...]
      return String(line.dropFirst().prefix { $0 != "\n" })
    } + text.split(separator: "\n").filter { $0.contains(#/ (km|m|m AMSL|km/h)(  |$)/#) }.map(String.init)
  }

  private static let commands: [[String]] = [
    ["validate", "@"], ["plan", "@", "-o", "plan"], ["coverage", "@"], ["response", "@"], ["intercept", "@"],
    ["intercept", "@", "--required"], ["leak", "@", "--height", "300 m", "--step", "10km", "-o", "leak"],
    ["place", "@", "--budget", "USD 10M", "--objective", "area", "--height", "300 m", "--propose", "2", "-o", "place"],
    ["sites", "@", "--count", "3", "--near", "bases", "--max-altitude", "900 m", "-o", "sites.csv"],
    ["profile", "40.0, -30.0", "40.2, -30.1", "--scenario", "@"],
    ["profile", "40.0, -30.0", "--scenario", "@", "--horizon", "--step", "45deg"],
    ["compare", "plan", "plan2", "-o", "cmp"],
  ]

  /// Runs every command in a folder of its own.
  private func run(_ units: String, in space: Scratch) throws -> [(command: String, text: String)] {
    let scenario = try island(units, in: space)
    let folder = space.path("run")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try Self.commands.map { words in
      if words[0] == "compare" {
        _ = try Program.atalaya.run(
          ["plan", scenario, "--purchase", "two-gap-fillers", "-o", "plan2", "--quiet"], in: folder)
      }
      let words = words.map { $0 == "@" ? scenario : $0 }
      let run = try Program.atalaya.run(words, in: folder)
      #expect([0, 3].contains(run.status), "\(words): \(run.errors)")
      return (words.joined(separator: " "), run.output + run.errors)
    }
  }

  @Test func `every command prints the scenario's units, and files for programs are the same`() throws {
    let spaces = (try Scratch(), try Scratch())
    let (metric, aviation) = (try run("metric", in: spaces.0), try run("aviation", in: spaces.1))
    for (one, other) in zip(metric, aviation) {
      #expect(self.metric(other.text) == [], "\(other.command)")
      #expect(!one.text.contains(/[0-9] ?(NM|ft|kt)\b/), "\(one.command)")
      #expect(!self.metric(one.text).isEmpty && other.text.contains(/\b(NM|ft|kt)\b/), "\(one.command)")
    }
    let tables = try ["plan", "leak", "place"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: spaces.0.path("run/\(folder)")).filter {
        $0.hasSuffix(".csv")
      }
      .map { "\(folder)/\($0)" }
    }
    #expect(tables.count > 5)
    for table in tables + ["cmp/comparison.json"] {
      func bytes(_ space: Scratch) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: space.path("run/\(table)")))
      }
      #expect(try bytes(spaces.0) == bytes(spaces.1), "\(table)")
    }
  }
}
