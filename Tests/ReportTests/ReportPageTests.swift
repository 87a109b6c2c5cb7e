import Foundation
import Interception
import Scenario
import TestSupport
import Testing
import Units

@testable import Report

private func plan(_ scenario: Scenario) async throws -> Plan { try await Plan.run(scenario) }

private func sample() async throws -> Plan {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try await plan(try Scenario.load(folder: root.appendingPathComponent("GeoData/vraem").path))
}

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
    let all = ["summary", "map", "matrix", "windows", "required", "purchases", "coverage", "assumptions"]
    #expect(try ids(await sample()) == all)
    // A lone base: no radar sees, nobody flies, nothing is bought.
    #expect(try ids(await plan(Scenario(name: "empty"))) == ["summary", "map", "assumptions"])
  }

  @Test func `every phrase that a script says is in the table of words, in both languages`() throws {
    let keys = Set(Phrase.script.map(\.key))
    #expect(keys.count == Phrase.script.count)
    for (_, phrase) in Phrase.script {
      for language in ReportLanguage.allCases { #expect(!phrase.text(language).isEmpty) }
      #expect(
        phrase.text(.en).split(separator: "{}", omittingEmptySubsequences: false).count
          == phrase.text(.es).split(separator: "{}", omittingEmptySubsequences: false).count)
    }
    for name in ["page", "figures", "geodesy", "terrain", "lookup", "layers", "answer", "map"] {
      for match in PageResources.script(name).matches(of: #/\bsay\("([A-Za-z_0-9]+)"/#) {
        #expect(keys.contains(String(match.output.1)), "\(name).js says \(match.output.1)")
      }
    }
    // The verdicts are said by the key that plan.json has.
    for verdict in Window.Verdict.allCases { #expect(keys.contains(verdict.key)) }
  }

  @Test func `a phrase takes as many values in Spanish as in English`() throws {
    // The table is read from its source, so that no phrase can be forgotten here.
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Report/Page")
    var count = 0
    for name in ["Phrases", "Phrases+Map", "Phrases+Assumptions"] {
      let source = try String(contentsOf: folder.appendingPathComponent("\(name).swift"), encoding: .utf8)
      for match in source.matches(of: #/Phrase\(\s*"([^"]*)",\s*"([^"]*)"\s*\)/#) {
        count += 1
        func slots(_ text: Substring) -> Int { text.ranges(of: "{}").count }
        #expect(slots(match.output.1) == slots(match.output.2), "\(match.output.1)")
        #expect(!match.output.2.isEmpty)
      }
      #expect(
        source.ranges(of: "Phrase(").count == source.matches(of: #/Phrase\(\s*"([^"]*)",\s*"([^"]*)"\s*\)/#).count)
    }
    #expect(count > 150)
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
    #expect(try page(await sample()) == one)
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
    #expect(drawings.map(\.name) == ["map", "timelines", "required-detection", "purchases", "coverage"])
    for drawing in drawings {
      #expect(!drawing.svg.contains("var(--"))
      _ = try Program.output("xmllint", ["--noout", "-"], input: drawing.svg)
    }
  }
}
