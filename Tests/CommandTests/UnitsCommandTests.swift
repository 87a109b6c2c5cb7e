import Foundation
import TestSupport
import Testing

@Test func `tables for people are in aviation units and those for programs as before`() throws {
  func run(_ words: String...) throws -> String { try Program.atalaya.run(words).output }
  for stage in ["response", "coverage"] {
    let metric = try run(stage, Tool.sample), aviation = try run(stage, Tool.sample, "--units", "aviation")
    #expect(metric.contains("km") && !metric.contains("NM"))
    #expect(aviation.contains("NM") && aviation.split(separator: "\n").count == metric.split(separator: "\n").count)
    #expect(
      try run(stage, Tool.sample, "--format", "csv")
        == run(stage, Tool.sample, "--format", "csv", "--units", "aviation"))
  }
}
