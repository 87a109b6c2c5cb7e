import Coverage
import Foundation
import Interception
import Response
import Scenario
import TestSupport
import Testing
import Units

@testable import Report

private func sample(purchase: String? = nil) async throws -> Plan {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try await Plan.run(
    try Scenario.load(folder: root.appendingPathComponent("GeoData/vraem").path), purchase: purchase)
}

private func page(_ plan: Plan, terrain: TerrainLayers? = nil) throws -> String {
  try ReportPage(of: plan, command: "atalaya report x", library: try MapLibrary(), terrain: terrain).html
}

/// Sets a control as a hand does: its value, then the event of the change.
private func set(_ id: String, _ value: String) -> Browser.Step {
  .evaluate(
    "(() => { const e = document.getElementById('\(id)'); e.value = '\(value)'; e.dispatchEvent(new Event('input', { bubbles: true })); })()"
  )
}

@Suite(.serialized, .enabled(if: Browser.isHere, "no Chromium, or no libjs-leaflet"))
struct ReportBrowserTests {
  @Test func `the map computes the radii and the times of plan.json`() async throws {
    let plan = try await sample(purchase: "valley-low")
    let visit = try Browser.visit(
      page(plan),
      [
        .evaluate(
          "planMap.state.heights.map(h => planMap.state.stations.map(s => { const r = earth.reach(page.data.map.radius_m, s, h, planMap.state.target); return [r.inner, r.outer, r.limit]; }))"
        ),
        .evaluate(
          "page.data.plan.strips.map(s => { const f = planMap.facts([s.latitude, s.longitude], s); return ['day', 'night'].map(p => Object.fromEntries(f.responses[p].map(r => [r.asset.id, [r.distance, r.obstacle === null ? r.total : null]]))); })"
        ),
      ])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty)
    // Both compute the same formulae in doubles; what may differ is the order of operations: a micrometre.
    for (band, rings) in zip(plan.coverage.bands, visit.values[0].list) {
      #expect(rings.list.count == band.rings.count)
      for (ring, values) in zip(band.rings, rings.list) {
        #expect(abs((values.list[0].number ?? .nan) - ring.innerRadius.metres) < 1e-3)
        #expect(abs((values.list[1].number ?? .nan) - ring.outerRadius.metres) < 1e-3)
        #expect(values.list[2].text == ring.limit.rawValue)
      }
    }
    for response in plan.responses {
      let strip = try #require(plan.scenario.strips.firstIndex { $0.id == response.strip.id })
      let values = try #require(
        visit.values[1].list[strip].list[response.period == .day ? 0 : 1][response.asset.id]
      ).list
      // Vincenty's inverse keeps 0.5 mm; positions in plan.json are rounded to 1e-7°, a centimetre at most at either end.
      #expect(abs((values[0].number ?? .nan) - response.distance.metres) < 0.03)
      if response.isReachable, let total = response.total {
        // Three centimetres take the slowest aircraft less than a millisecond; cruise speeds are rounded to 1e-6 m/s,
        // which is 1e-4 s in an hour.
        #expect(abs((values[1].number ?? .nan) - total.inSeconds) < 2e-3)
      } else {
        #expect(values[1] == .null)
      }
    }
  }

  @Test func `slider, layers, click, language and theme work without a message or a request`() async throws {
    let plan = try await sample()
    let area = try #require(plan.coverage.bands.first { $0.height.metres == 150 }?.areaSeenByAtLeast.first)
    let text = { (id: String) in Browser.Step.evaluate("document.getElementById('\(id)').innerText") }
    let painted = Browser.Step.evaluate(
      "(() => { const c = document.querySelector('canvas.coverage'); const p = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < p.length; i += 4) if (p[i]) n++; return n; })()"
    )
    let visit = try Browser.visit(
      page(plan),
      [
        set("altitude", "150"), text("altitude-text"), text("area-text"), painted,
        set("altitude", "1500"), painted,
        .click("input[value=count]"), painted, text("legend"),
        .click("input[value=rings]"), .evaluate("document.querySelectorAll('#map-view path').length"),
        .click("input[value=coverage]"), .evaluate("document.querySelectorAll('canvas.coverage').length"),
        .click("#map-view"), text("answer"),
        .click("#language"), .evaluate("document.documentElement.lang + ' ' + document.querySelector('h2').innerText"),
        text("answer"),
        .click("#theme"), .evaluate("document.documentElement.dataset.theme"),
        set("network", "1"), .evaluate("planMap.state.stations.length"),
      ])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty, "\(visit.messages) \(visit.requests)")
    // Steps that set and return nothing are values as well.
    let values = visit.values.filter { $0 != .null }
    #expect(values[0] == .text("150 m AGL"))
    #expect(values[1].text?.contains(area.squareKilometres.grouped) == true)
    let (low, high) = (values[2].number ?? 0, values[3].number ?? 0)
    #expect(low > 0 && high > low)
    // Where some radar sees does not depend on what the colours tell; edges differ by the smoothing of one pixel.
    #expect(abs((values[4].number ?? 0) - high) < 0.02 * high)
    #expect(values[5].text?.contains("3 or more") == true)
    #expect((values[6].number ?? 0) > 10)
    #expect(values[7] == .number(0))
    #expect(values[8].text?.contains("First there after an order") == true)
    #expect(values[9] == .text("es En breve"))
    #expect(values[10].text?.contains("Primero en llegar tras una orden") == true)
    #expect(values[11] == .text("dark"))
    #expect(values[12] == .number(Double(plan.scenario.stations(adding: plan.scenario.purchases[0]).count)))
  }

  @Test func `what the system prefers sets the theme, and a phone has no sideways scroll`() async throws {
    let visit = try Browser.visit(
      page(await sample()),
      [
        .dark(true), .evaluate("document.documentElement.dataset.theme"),
        .size(390, 844), .evaluate("document.documentElement.scrollWidth <= innerWidth"),
      ])
    #expect(visit.values == [.text("dark"), .bool(true)])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty)
  }

  @Test func `names that are scripts stay names`() async throws {
    var scenario = MapFixture.scenario()
    let name = "</script><script>window.broken = 1</script><img src=x onerror=\"window.broken = 2\"> שלום 🚁 '\""
    scenario.name = name
    scenario.sites[0].name = name
    scenario.bases[0].name = name
    scenario.strips[0].name = name
    scenario.flights[0].name = name
    let plan = try await Plan.run(scenario)
    let visit = try Browser.visit(
      page(plan),
      [
        .evaluate("document.querySelector('h1').textContent"),
        .evaluate(
          "(() => { for (const s of page.data.plan.strips) planMap.ask([s.latitude, s.longitude], s); planMap.map.eachLayer(l => l.getTooltip && l.getTooltip() && l.openTooltip && l.openTooltip()); return document.querySelector('#answer h3').textContent; })()"
        ),
        .click("#language"),
        .evaluate("window.broken === undefined && document.querySelectorAll('img').length === 0"),
      ])
    #expect(visit.values == [.text(name), .text("s · \(name)"), .bool(true)])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty, "\(visit.messages)")
  }
}
