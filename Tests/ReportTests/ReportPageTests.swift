import Coverage
import Foundation
import Interception
import Planning
import Radar
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

private func plan(_ scenario: Scenario) async throws -> Plan { try await Plan.run(scenario) }

private func sample() async throws -> Plan { try await SamplePlans.plan() }

private func page(_ plan: Plan, language: ReportLanguage = .en) throws -> String {
  try ReportPage(of: plan, language: language, command: "atalaya report x", library: nil).html
}

@Suite struct ReportPageTests {
  @Test func `a section is there when its stage has something to tell, and only then`() async throws {
    func ids(_ plan: Plan) throws -> [String] {
      let input = ReportInput(
        plan: plan, layers: try GeoLayers(plan), terrain: nil, hasMapLibrary: false, command: "")
      return input.sections.map(\.id)
    }
    let all = [
      "summary", "map", "matrix", "windows", "required", "sky", "purchases", "coverage", "radar-types", "assumptions",
    ]
    #expect(try ids(await sample()) == all)
    // A lone base: no radar sees, nobody flies, nothing is bought.
    #expect(try ids(await plan(Scenario(name: "empty"))) == ["summary", "map", "assumptions"])
  }

  @Test func `every phrase that a script says is in the table of words`() throws {
    let served = LiveWords.texts(.en).map(\.key)
    let keys = Set(Phrase.script.map(\.key) + served)
    #expect(keys.count == Phrase.script.count + served.count)
    let folder = Checkout.root.appendingPathComponent("Sources/Report/Resources")
    let scripts = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".js") }
    var said = 0
    for name in scripts {
      let script = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for call in script.ranges(of: "say(") {
        // What is said comes first, or after the marks of a choice.
        for key in inside(script[call.upperBound...]).matches(of: #/(?:^|[?:] )"([A-Za-z_0-9]+)"/#).map(\.output.1) {
          #expect(keys.contains(String(key)), "\(name) says \(key)")
          said += 1
        }
      }
    }
    #expect(scripts.count >= 4 && said > 50, "\(said) in \(scripts)")
    // The verdicts are said by the key that plan.json has.
    for verdict in Window.Verdict.allCases { #expect(keys.contains(verdict.key)) }
  }

  @Test func `every phrase is in every language, and takes as many values in each`() throws {
    for phrase in Phrase.allCases {
      let counts = ReportLanguage.allCases.map { phrase.text($0).ranges(of: "{}").count }
      #expect(Set(counts).count == 1, "\(phrase) takes \(counts) values")
      // English needs no introduction to what the tool itself says in English.
      for language in ReportLanguage.allCases where !(phrase == .originalText && language == .en) {
        #expect(!phrase.text(language).isEmpty, "\(phrase) is empty in \(language.name)")
      }
    }
  }

  @Test func `every phrase is said by a source of the report, and every word of the scripts by a script`() throws {
    let folder = Checkout.root.appendingPathComponent("Sources/Report")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
    func text(_ kind: String) throws -> String {
      try files.filter {
        $0.hasSuffix(kind) && !$0.hasPrefix("Page/Phrases/")
          || $0.hasSuffix("Phrases/Phrase+Tables.swift") && kind == ".swift"
      }
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }.joined()
    }
    // A dot that nothing stands before begins a value, not a member of another.
    let parts = try text(".swift").split(separator: ".", omittingEmptySubsequences: false)
    let said = Set(
      zip(parts, parts.dropFirst()).compactMap { before, after -> String? in
        let isMember = before.last.map { $0.isLetter || $0.isNumber || "_)]}?\\\"".contains($0) } ?? false
        return isMember && !before.hasSuffix("Phrase") ? nil : String(after.prefix { $0.isLetter || $0.isNumber })
      })
    // The kinds of radars are named where phrases are declared.
    let kinds = Set(RadarType.Kind.allCases.map { "\($0.phrase)" })
    for phrase in Phrase.allCases where !kinds.contains("\(phrase)") {
      #expect(said.contains("\(phrase)"), "nothing says \(phrase)")
    }
    // Keys of plan.json and of the tables that the page looks up are said as they are found there.
    let found =
      Window.Verdict.keys + RadarLimits.Cause.allCases.flatMap { [$0.rawValue, "\($0.rawValue)Always"] }
      + CoverageRing.Limit.allCases.flatMap { [$0.rawValue, "\($0.rawValue)Always"] }
      + GeoLayers.Leg.allCases.map(\.rawValue)
      + ["agl", "amsl"] + MapSights.togetherWords
    let scripts = try text(".js")
    for (key, _) in Phrase.script where !found.contains(key) {
      #expect(scripts.contains("\"\(key)\""), "no script says \(key)")
    }
  }

  /// A text up to the parenthesis that closes one opened before it.
  private func inside(_ text: Substring) -> Substring {
    var depth = 1
    return text.prefix { character in
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      return depth > 0
    }
  }

  @Test func `names of users stand in the page as text, never as markup`() async throws {
    let html = try page(await plan(MapFixture.scenario()))
    #expect(html.contains("A plan of R&amp;D &lt;b&gt;&quot;one&quot;&lt;/b&gt; &#39;two&#39;"))
    #expect(!html.contains("<b>\"one\"</b>"))
    // What lies in the data of the scripts cannot end the element that holds it.
    let data = try #require(html.firstMatch(of: #/id="data">([^<]*)<\/script>/#)).output.1
    let object = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    let read = try #require((object["plan"] as? [String: Any])?["scenario"] as? [String: Any])
    #expect(read["name"] as? String == "A plan of \(MapFixture.nastyName)")
  }

  @Test func `the page is the same for every run and asks for no other file`() async throws {
    let one = try page(await sample())
    #expect(try page(await SamplePlans.fresh()) == one)
    for match in one.matches(of: #/(?:src|href)="([^"]*)"/#) {
      #expect(match.output.1.hasPrefix("#") || match.output.1 == "data:,", "\(match.output.1)")
    }
    #expect(!one.contains("url("))
  }

  @Test func `without the map library the page says so and draws the map`() async throws {
    let html = try page(await sample())
    #expect(html.contains(Phrase.noLibrary.text(.en)))
    #expect(html.contains(Phrase.noLibrary.text(.es)))
    #expect(!html.contains("id=\"map-view\""))
    #expect(html.contains("m-radar"))
  }

  @Test func `a library that is not there is told with its package`() throws {
    let error = #expect(throws: (any Error).self) { _ = try MapLibrary(folder: "/nowhere") }
    #expect("\(try #require(error))".contains("libjs-leaflet"))
  }

  @Test(.enabled(if: Program.has("xmllint"), "no xmllint"))
  func `drawings are XML of their own, without a variable of the page's style`() async throws {
    let drawings = try ReportPage(of: await sample(), command: "", library: nil).drawings
    #expect(
      drawings.map(\.name) == [
        "map", "timelines", "required-detection", "purchases", "coverage", "radar-1", "radar-2", "radar-3",
      ])
    for drawing in drawings {
      #expect(!drawing.svg.contains("var(--"))
      _ = try Program.output("xmllint", ["--noout", "-"], input: drawing.svg)
    }
  }
}
