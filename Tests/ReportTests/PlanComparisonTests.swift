import Foundation
import GeoFiles
import Planning
import Scenario
import ScenarioFiles
import Testing
import Units

@testable import Report

/// Plans of the sample scenario as files, which live as long as a test.
private final class Plans {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-compare-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ json: String, _ name: String) throws -> String {
    let path = folder.appendingPathComponent(name).path
    try OutputFile.write(json, to: path)
    return path
  }
}

private func sample(_ purchase: String? = nil) async throws -> String {
  try await SamplePlans.plan(purchase: purchase).json
}

private func object(_ json: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
}

private func list(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

@Suite struct PlanComparisonTests {
  @Test func `a plan compared with itself changes nothing`() async throws {
    let plans = try Plans()
    let path = try await plans.write(sample("plan-2014"), "a.json")
    let comparison = try object(PlanComparison(before: path, after: path).json)
    for key in ["flights", "responses", "required_detection", "radars_added", "radars_removed", "doubts"] {
      #expect(list(comparison[key]).isEmpty, "\(key)")
    }
    let figures =
      list(comparison["coverage"]).map { $0["area_km2"] as? [String: Any] }
      + (comparison["outcome"] as? [String: Any] ?? [:]).values.map { $0 as? [String: Any] }
    #expect(figures.count > 20)
    #expect(figures.allSatisfy { $0?["change"] as? Double == 0 })
  }

  @Test func `the figures are those of both plans, and their order decides the sign`() async throws {
    let plans = try Plans()
    let (today, bought) = try await (sample(), sample("plan-2014"))
    let (a, b) = (try plans.write(today, "a.json"), try plans.write(bought, "b.json"))
    let there = try object(PlanComparison(before: a, after: b).json)
    let back = try object(PlanComparison(before: b, after: a).json)

    func areas(_ json: String) throws -> [Double] {
      let bands = list((try object(json)["coverage"] as? [String: Any])?["bands"])
      return bands.flatMap { list($0["area_seen_by_at_least"]).map { $0["area_km2"] as? Double ?? .nan } }
    }
    func figures(_ comparison: [String: Any], _ key: String) -> [Double] {
      list(comparison["coverage"]).map { ($0["area_km2"] as? [String: Any])?[key] as? Double ?? .nan }
    }
    #expect(try figures(there, "before") == areas(today))
    #expect(try figures(there, "after") == areas(bought))
    #expect(figures(there, "change") == figures(back, "change").map { -$0 })

    let stations = { (json: String) in
      Set(list((try object(json)["network"] as? [String: Any])?["stations"]).compactMap { $0["id"] as? String })
    }
    let added = Set(list(there["radars_added"]).compactMap { $0["id"] as? String })
    #expect(try added == stations(bought).subtracting(stations(today)))
    #expect(list(there["radars_removed"]).isEmpty && list(back["radars_removed"]).count == added.count)

    let price = try #require(list(try object(bought)["purchases"]).first { $0["id"] as? String == "plan-2014" })
    let cost = try #require((there["cost"] as? [String: Any])?["price_base"] as? [String: Any])
    #expect(cost["before"] as? Double == 0 && cost["change"] as? Double == price["price_base"] as? Double)
  }

  @Test func `a flight, a time and a warning that differ are told, and nothing else`() async throws {
    let plans = try Plans()
    let plan = try await sample()
    var edited = try object(plan)
    var flights = list(edited["flights"])
    let gone = try #require(flights.removeLast()["id"] as? String)
    edited["flights"] = flights
    var responses = list(edited["responses"])
    let index = try #require(responses.firstIndex { $0["reachable"] as? Bool == true })
    let total = try #require(responses[index]["total_s"] as? Double)
    responses[index]["total_s"] = total + 60
    edited["responses"] = responses
    edited["warnings"] = (edited["warnings"] as? [String] ?? []) + ["a new doubt"]
    let other = String(decoding: try JSONSerialization.data(withJSONObject: edited), as: UTF8.self)
    let comparison = try object(
      PlanComparison(before: plans.write(plan, "a.json"), after: plans.write(other, "b.json")).json)

    #expect(list(comparison["flights"]).compactMap { $0["id"] as? String } == [gone])
    let verdict = list(comparison["flights"]).first?["verdict"] as? [String: Any]
    #expect(verdict?["before"] is String && verdict?["after"] is NSNull)
    let times = list(comparison["responses"])
    #expect(times.count == 1 && comparison["responses_count"] as? Int == responses.count)
    // Both totals are written to the millisecond.
    let change = try #require((times.first?["total_s"] as? [String: Any])?["change"] as? Double)
    #expect(abs(change - 60) < 1e-9)
    #expect(comparison["warnings_added"] as? [String] == ["a new doubt"])
  }

  @Test func `durations are shown to the second, a change is that of what is shown, and demands are compared`()
    async throws
  {
    let plans = try Plans()
    var scenario = try SamplePlans.scenario()
    let today = try await plans.write(SamplePlans.plan().json, "a.json")
    scenario.requirements = PlanRequirements(shareMet: 0.9)
    let bought = try await plans.write(Plan.run(scenario, purchase: "plan-2014").json, "b.json")
    let comparison = try PlanComparison(before: today, after: bought)
    #expect(comparison.summary.contains("flights met at the strip: not required → "))
    #expect(list(try object(comparison.json)["requirements"]).first?["name"] as? String == "share_met")
    #expect(comparison.page().contains("not required"))
    #expect(FigureText.duration(3895.4) == "1 h 4 min 55 s" && FigureText.duration(-60) == "−1 min")
    #expect(FigureText.duration(0.2) == "0 s" && FigureText.duration(nil) == "–")
    let figure = PlanComparison.Figure(before: 295.4, after: 989.6)
    #expect(figure.change(step: 1) == 695)
    let never = PlanComparison.OutcomeRow(key: "warning_median_s", figure: .init(before: nil, after: 60))
    #expect(never.text(\.before, .en) == "never" && never.text(\.after, .en) == "1 min" && never.changeText == nil)
  }

  @Test func `what is no plan is refused by name and place`() async throws {
    let plans = try Plans()
    let plan = try await sample()
    let good = try plans.write(plan, "good.json")
    func refusal(_ text: String) throws -> GeoFileError? {
      let path = try plans.write(text, "bad.json")
      do throws(GeoFileError) {
        _ = try PlanComparison(before: good, after: path)
        return nil
      } catch { return error }
    }
    #expect(try refusal("{}")?.description.contains("is not a plan.json of atalaya") == true)
    #expect(try refusal("not JSON")?.code == .badText)
    #expect(try refusal(plan.replacing("\"version\": 2", with: "\"version\": 99"))?.description.contains("99") == true)
    #expect(
      try refusal(plan.replacing("\"best_asset\": ", with: "\"bst\": ").replacing("\"verdict\": ", with: "\"x\": "))?
        .description.contains("flights.0.verdict is missing") == true)
    #expect(throws: GeoFileError.self) { try PlanComparison(before: good, after: plans.folder.path + "/nowhere") }
  }

  @Test func `names from two scenarios stand in the page as text, in both languages`() async throws {
    let plans = try Plans()
    let nasty = "</script><img src=x onerror=alert(1)> ‮🛩️"
    let a = try await plans.write(Plan.run(Scenario(name: nasty)).json, "a.json")
    let b = try await plans.write(Plan.run(MapFixture.scenario()).json, "b.json")
    let comparison = try PlanComparison(before: a, after: b)
    let page = comparison.page(language: .es)
    #expect(page.contains("<html lang=\"es\""))
    #expect(!page.contains("<img") && page.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"))
    #expect(page.contains("los planes son de dos escenarios") && page.contains("the plans are of two scenarios"))
    #expect(!comparison.summary.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1}" })
  }

  @Test func `flights and assets are called by their names, and by their ids where a plan has no names`() async throws {
    let plans = try Plans()
    let (today, bought) = try await (sample(), sample("plan-2014"))
    let plan = try object(today)
    let asset = try #require(list(plan["assets"]).first?["id"] as? String)
    let flight = try #require(list(plan["flights"]).first)
    let name = try #require(flight["name"] as? String)
    // Whatever the second plan changes, all of the first one's flights are new to an empty one.
    let empty = try await plans.write(Plan.run(Scenario(name: "empty")).json, "e.json")
    let page = try PlanComparison(before: empty, after: plans.write(bought, "b.json")).page()
    #expect(page.contains("\(name)</bdi>") || page.contains(name))
    #expect(page.contains("<small>(<bdi>\(asset)</bdi>)</small>") || page.contains("(\(asset)"))
    let old = bought.replacing("\"aircraft\": [", with: "\"craft\": [")
    let bare = try PlanComparison(before: empty, after: plans.write(old, "o.json"))
    #expect(bare.assetNames.isEmpty && bare.page().contains(asset))
  }

  @Test(.enabled(if: Browser.isHere, "no Chromium"))
  func `the page opens without the network, without an error, and changes its language`() async throws {
    let plans = try Plans()
    let a = try await plans.write(sample(), "a.json")
    let b = try await plans.write(sample("valley-low"), "b.json")
    let visible = "[...document.querySelectorAll('h2 span')].filter(e => e.offsetParent).map(e => e.textContent)"
    let visit = try Browser.visit(
      PlanComparison(before: a, after: b).page(), [.evaluate(visible), .click("#language"), .evaluate(visible)])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty)
    #expect(visit.values.first?.list.first?.text == "What changes")
    #expect(visit.values.last?.list.first?.text == "Qué cambia")
  }

  @Test func `a number that no plan holds, a missing value and one of another kind are named by their place`()
    async throws
  {
    let plans = try Plans()
    let json = try await sample()
    let good = try plans.write(json, "good.json")
    func refusal(_ change: (inout [String: Any]) -> Void) throws -> String {
      var plan = try object(json)
      change(&plan)
      let text = String(decoding: try JSONSerialization.data(withJSONObject: plan), as: UTF8.self)
      let path = try plans.write(text, "bad.json")
      do {
        _ = try PlanComparison(before: good, after: path).summary
        return "accepted"
      } catch { return error.description }
    }
    func flight(_ key: String, _ value: Any?) -> (inout [String: Any]) -> Void {
      { plan in
        var flights = list(plan["flights"])
        flights[1][key] = value
        plan["flights"] = flights
      }
    }
    for number in [1e308, -1e308, 1e19] {
      #expect(try refusal(flight("warning_s", number)).contains("flights.1.warning_s is"))
      #expect(
        try refusal { $0["format_version_of_nobody"] = ["deep": [number]] }.contains("format_version_of_nobody.deep.0"))
    }
    #expect(try refusal(flight("verdict", nil)).contains("flights.1.verdict is missing"))
    #expect(try refusal(flight("verdict", 5)).contains("flights.1.verdict"))
    #expect(try refusal(flight("warning_s", "soon")).contains("flights.1.warning_s"))
    #expect(try refusal { $0["coverage"] = [] as [Any] }.contains("coverage"))
    #expect(try refusal { $0["version"] = 1e300 } != "accepted")
  }

  @Test func `every file of a plan, its drawings and a comparison is known to the list that removes old ones`()
    async throws
  {
    let plan = try await SamplePlans.plan()
    let page = try ReportPage(of: plan, command: "atalaya plan", library: nil)
    let files = try PlanFiles(
      of: plan, page: page, drawings: true, pictures: page.drawings.map { (name: $0.name + ".png", bytes: []) })
    for file in files.files {
      #expect((file.set ?? .plan).has(file.name), "\(file.name) is missing in OutputSet.names")
    }
    #expect(files.files.count > 15)
    // Sets do not share a file, but for the page, which `plan` and `report` both write.
    let names = OutputSet.allCases.flatMap(\.names)
    #expect(names.count == Set(names).count + 1)
  }
}
