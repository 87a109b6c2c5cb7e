import Foundation
import Planning
import Scenario
import ScenarioFiles
import Testing

@testable import Report

private func samplePlan(purchase: String? = nil) async throws -> Plan { try await SamplePlans.plan(purchase: purchase) }

private func object(_ plan: Plan) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(plan.json.utf8)) as? [String: Any])
}

@Suite struct PlanDocumentTests {
  @Test func `the same scenario gives the same bytes for any number of workers`() async throws {
    let scenario = try SamplePlans.scenario()
    let one = try await Plan.run(scenario, workers: 1)
    let many = try await Plan.run(scenario, workers: 7)
    #expect(one.json == many.json)
    #expect(one.windowTable.csv == many.windowTable.csv)
    #expect(one.coverageTable.csv == many.coverageTable.csv)
  }

  @Test func `no key of a number lacks its unit`() async throws {
    let units = [
      "_m", "_s", "_km2", "_m2", "_m_s", "_deg", "per_day", "latitude", "longitude", "version", "count", "radars",
      "price_low", "price_base", "price_high", "budget", "share_detected", "share_tracked", "share_met",
      "required", "reached", "value", "range_scale",
      // Of the Moon’s disc, 0 to 1.
      "moon_illuminated",
    ]
    var without: Set<String> = []
    func look(_ value: Any, under key: String) {
      switch value {
      case let object as [String: Any]: for (key, value) in object { look(value, under: key) }
      case let list as [Any]: for value in list { look(value, under: key) }
      case let number as NSNumber where !isTruthValue(number):
        if !units.contains(where: { key == $0 || key.hasSuffix($0) }) { without.insert(key) }
      default: break
      }
    }
    var document = try object(await samplePlan())
    // Its keys are verdicts; the unit stands over them.
    if var outcome = document["outcome"] as? [String: Any] {
      outcome["per_day_by_verdict"] = nil
      document["outcome"] = outcome
    }
    document["purchases"] = nil
    look(document, under: "")
    #expect(without.isEmpty)
  }

  @Test func `areas seen by more radars are no larger, and the union lies between its largest and its sum`()
    async throws
  {
    let document = try object(await samplePlan(purchase: "valley-low"))
    let coverage = try #require(document["coverage"] as? [String: Any])
    let bands = try #require(coverage["bands"] as? [[String: Any]])
    #expect(bands.count == 5)
    for band in bands {
      let areas = try #require(band["area_seen_by_at_least"] as? [[String: Any]]).compactMap {
        $0["area_km2"] as? Double
      }
      let rings = try #require(band["rings"] as? [[String: Any]]).compactMap { $0["area_km2"] as? Double }
      #expect(areas == areas.sorted(by: >))
      let (largest, sum) = (rings.max() ?? 0, rings.reduce(0, +))
      #expect(areas[0] >= largest - 0.01 && areas[0] <= sum + 0.01)
      // Every place that k radars see is counted k times in the sum of the rings: the sum is at least ≥1 + ≥2 + ≥3.
      #expect(sum >= areas.reduce(0, +) - 0.01)
    }
  }

  @Test(.enabled(if: Python.isHere, "no Python"))
  func `windows.csv says what plan.json says`() async throws {
    let plan = try await samplePlan()
    let rows = try Python.csv(plan.windowTable.csv)
    let head = rows[0]
    let column = Dictionary(uniqueKeysWithValues: head.enumerated().map { ($1, $0) })
    let flights = try #require(try object(plan)["flights"] as? [[String: Any]])
    let pairs = flights.flatMap { flight in
      ((flight["assets"] as? [[String: Any]]) ?? []).map { (flight, $0) }
    }
    #expect(pairs.count == rows.count - 1 && !pairs.isEmpty)
    for ((flight, asset), row) in zip(pairs, rows.dropFirst()) {
      func cell(_ name: String) throws -> String { row[try #require(column[name])] }
      #expect(try cell("flight") == flight["id"] as? String)
      #expect(try cell("asset") == asset["asset"] as? String)
      #expect(try cell("verdict") == asset["verdict"] as? String)
      #expect(try cell("arrival_local") == asset["arrival_local"] as? String ?? "")
      #expect(try cell("best") == (flight["best_asset"] as? String == asset["asset"] as? String ? "yes" : "no"))
      // A hundredth of a minute is 0.6 s.
      if let slack = asset["slack_s"] as? Double {
        #expect(abs((Double(try cell("slack_min")) ?? .nan) * 60 - slack) <= 0.3001)
      } else {
        #expect(try cell("slack_min").isEmpty)
      }
      #expect(try cell("intercepts") == String((asset["intercepts"] as? [Any])?.count ?? -1))
    }
  }

  @Test func `an option's figures are those of the plan that makes it`() async throws {
    let base = try await samplePlan()
    for option in base.options {
      let plan = try await samplePlan(purchase: option.purchase?.id)
      #expect(plan.outcome == option.outcome && plan.coverage == option.coverage)
      #expect(plan.options == base.options)
    }
  }
}

/// Whether a number of JSONSerialization is a truth value.
private func isTruthValue(_ number: NSNumber) -> Bool {
  String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
}
