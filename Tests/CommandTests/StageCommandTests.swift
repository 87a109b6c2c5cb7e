import Foundation
import TestSupport
import Testing

/// What Python's csv module makes of a text: one dictionary per row.
private func rows(_ text: String) throws -> [[String: String]] {
  let script =
    "import csv, json, sys; print(json.dumps(list(csv.DictReader(open(0, newline='', encoding='utf-8'), strict=True))))"
  let json = try Program.output("python3", ["-c", script], input: text)
  return try JSONDecoder().decode([[String: String]].self, from: Data(json.utf8))
}

@Suite(
  .enabled(if: Program.has("python3"), "Python is missing"))
struct StageCommandTests {
  @Test(arguments: [("coverage", "coverage.csv"), ("response", "responses.csv"), ("intercept", "windows.csv")])
  func `a stage prints the rows of its file in every format`(command: String, file: String) throws {
    let plan = try SamplePlan.today.get()
    #expect(plan.outcome.status == 0)
    let csv = try Tool.run(command, Tool.sample, "--format", "csv")
    #expect(try Data(csv.output.utf8) == plan.bytes(file))
    #expect(!csv.errors.contains("warning"))
    let table = try rows(csv.output)
    let json = try JSONSerialization.jsonObject(
      with: Data(try Tool.run(command, Tool.sample, "--format", "json").output.utf8))
    let objects = try #require(json as? [[String: Any]])
    #expect(objects.count == table.count && !table.isEmpty)
    for (object, row) in zip(objects, table) {
      #expect(Set(object.keys) == Set(row.keys))
      for (key, value) in object where value is String { #expect(value as? String == row[key]) }
    }
    let text = try Tool.run(command, Tool.sample)
    #expect(text.output.split(separator: "\n").filter { !$0.hasPrefix("─") }.count >= table.count + 1)
    // What a full screen of 1920 pixels shows, at 11 for a letter.
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 170 })
  }

  @Test func `filters leave those rows alone and refuse what is not there`() throws {
    let all = try rows(Tool.run("response", Tool.sample, "--format", "csv").output)
    let some = try rows(
      Tool.run("response", Tool.sample, "--base", "pichari", "--strip", "S01", "--period", "night", "--format", "csv")
        .output)
    #expect(some == all.filter { $0["base"] == "pichari" && $0["strip"] == "S01" && $0["period"] == "night" })
    #expect(!some.isEmpty)
    let unknown = try Tool.run("response", Tool.sample, "--base", "pichary")
    #expect(unknown.status == 1 && unknown.errors.contains("pichary"))
    let best = try rows(Tool.run("intercept", Tool.sample, "--best", "--format", "csv").output)
    #expect(Set(best.compactMap { $0["flight"] }).count == best.count)
    let band = try rows(Tool.run("coverage", Tool.sample, "--height", "300", "--format", "csv").output)
    #expect(!band.isEmpty && band.allSatisfy { $0["height_agl_m"] == "300" })
    #expect(try Tool.run("coverage", Tool.sample, "--height", "0 m").status == 64)
  }

  @Test func `the parts of a response add up`() throws {
    for row in try rows(Tool.run("response", Tool.sample, "--format", "csv").output) {
      func number(_ key: String) -> Double? { row[key].flatMap(Double.init) }
      let block = try #require(number("block_min"))
      let parts = ["departure_min", "cruise_min", "landing_min"].compactMap(number).reduce(0, +)
      // Four figures, each rounded to 0.01 min.
      #expect(abs(block - parts) <= 0.0201)
      if let total = number("total_min"), let readiness = number("readiness_min") {
        #expect(abs(total - readiness - block) <= 0.0151)
      } else {
        #expect(row["reachable"] == "no")
      }
      #expect((row["reachable"] == "yes") == (row["obstacles"] == ""))
    }
  }

  @Test func `a purchase adds its radars and takes none away`() throws {
    let today = try rows(Tool.run("coverage", Tool.sample, "--format", "csv").output)
    let bought = try rows(Tool.run("coverage", Tool.sample, "--purchase", "plan-2014", "--format", "csv").output)
    let key = { (row: [String: String]) in [row["height_agl_m"], row["station"]] }
    let rings = bought.filter { $0["scope"] == "radar" }
    for ring in today where ring["scope"] == "radar" { #expect(rings.contains(ring), "\(key(ring))") }
    #expect(rings.count == today.filter { $0["scope"] == "radar" }.count + 4 * 5)
    let areas = [today, bought].map { rows in
      rows.filter { $0["scope"] == "network" }.map { Double($0["area_km2"] ?? "") ?? -1 }
    }
    // By one, two and three radars at each of five bands.
    #expect(areas.map(\.count) == [15, 15] && areas[0].allSatisfy { $0 >= 0 })
    for (before, after) in zip(areas[0], areas[1]) { #expect(after >= before) }
  }
}
