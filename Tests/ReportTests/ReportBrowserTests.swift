import Coverage
import Foundation
import Interception
import Planning
import Radar
import Response
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

private func sample(purchase: String? = nil) async throws -> Plan { try await SamplePlans.plan(purchase: purchase) }

private func page(_ plan: Plan, terrain: TerrainLayers? = nil) throws -> String {
  try ReportPage(of: plan, command: "atalaya report x", library: try MapLibrary(), terrain: terrain).html
}

/// Sets a control as a hand does: its value, then the event of the change.
private func set(_ id: String, _ value: String) -> Browser.Step {
  .evaluate(
    "(() => { const e = document.getElementById('\(id)'); e.value = '\(value)'; e.dispatchEvent(new Event('input', { bubbles: true })); })()"
  )
}

/// Moves the slider to the stop at an altitude.
private func setAltitude(_ metres: Double) -> Browser.Step {
  .evaluate(
    "(() => { const e = document.getElementById('altitude'); e.value = page.data.map.stops_m.indexOf(\(metres)); e.dispatchEvent(new Event('input', { bubbles: true })); })()"
  )
}

@Suite(.serialized, .enabled(if: Browser.isHere, "no Chromium, or no libjs-leaflet"))
struct ReportBrowserTests {
  @Test func `the map looks up the radii and the times of plan.json`() async throws {
    let plan = try await sample(purchase: "valley-low")
    let visit = try Browser.visit(
      page(plan),
      [
        .evaluate(
          "planMap.state.heights.map(h => planMap.state.stations.map(s => { const { map } = page.data, r = lookup.edges(map.sights[s.sight].tables[0], map.heights_m, h); return r.isEmpty ? [0, 0, 'blind'] : [r.inner, r.outer, r.outerLimit]; }))"
        ),
        .evaluate(
          "page.data.plan.strips.map(s => { const f = planMap.facts([s.latitude, s.longitude], s); return ['day', 'night'].map(p => Object.fromEntries(f.responses[p].map(r => [r.asset.id, [r.distance, r.obstacles.length === 0 ? r.total : null]]))); })"
        ),
        .evaluate(
          "page.data.plan.strips.map(s => { const n = planMap.facts([s.latitude, s.longitude], s).nearest; return [n.base.id, n.day && n.day.total, n.night && n.night.total]; })"
        ),
      ])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty)
    // The tables are whole metres, at least a centimetre on the safe side.
    for (band, rings) in zip(plan.coverage.bands, visit.values[0].list) {
      #expect(rings.list.count == band.rings.count)
      for (ring, values) in zip(band.rings, rings.list) {
        // Where a radar is blind to the target, or all round, the page says so before it asks for edges (`PageLookupTests`).
        if ring.limit == .blind { continue }
        #expect((0...1.01).contains((values.list[0].number ?? .nan) - ring.innerRadius.metres))
        #expect((0...1.01).contains(ring.outerRadius.metres - (values.list[1].number ?? .nan)))
        #expect(values.list[2].text == ring.limit.rawValue)
      }
    }
    for (strip, told) in zip(plan.scenario.strips, visit.values[2].list) {
      let own = plan.responses.filter { $0.strip.id == strip.id }
      let nearest = try #require(own.min { $0.distance < $1.distance }).asset.base.id
      #expect(told.list[0].text == nearest)
      for (place, period) in Period.allCases.enumerated() {
        let totals = own.filter { $0.asset.base.id == nearest && $0.period == period && $0.isReachable }.compactMap(
          \.total)
        let best = totals.min()
        if let best {
          #expect(abs((told.list[place + 1].number ?? .nan) - best.inSeconds) < 2e-3)
        } else {
          #expect(told.list[place + 1] == .null)
        }
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
        setAltitude(150), text("altitude-text"), text("area-text"), painted,
        setAltitude(1500), painted,
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
    #expect(values[0] == .text("150 m above ground"))
    #expect(values[1].text?.contains(area.squareKilometres.grouped) == true)
    let (low, high) = (values[2].number ?? 0, values[3].number ?? 0)
    #expect(low > 0 && high > low)
    // Where some radar sees does not depend on what the colours tell; edges differ by the smoothing of one pixel.
    #expect(abs((values[4].number ?? 0) - high) < 0.02 * high)
    #expect(values[5].text?.contains("3 or more") == true)
    #expect((values[6].number ?? 0) > 10)
    #expect(values[7] == .number(0))
    #expect(values[8].text?.contains("First to arrive after an order") == true)
    #expect(values[9] == .text("es Resumen"))
    #expect(values[10].text?.contains("Primero en llegar tras una orden") == true)
    #expect(values[11] == .text("dark"))
    #expect(values[12] == .number(Double(plan.scenario.stations(adding: plan.scenario.purchases[0]).count)))
  }

  @Test func `what the system prefers sets the theme, and a phone has no sideways scroll`() async throws {
    let visit = try Browser.visit(
      page(await sample()),
      [
        .dark(true), .evaluate("document.documentElement.dataset.theme"),
        .size(390, 844), .evaluate("document.documentElement.scrollWidth <= 390"),
      ])
    #expect(visit.values == [.text("dark"), .bool(true)])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty)
  }

  @Test func `at the antimeridian the map holds together`() async throws {
    func spread(_ longitude: Double) async throws -> Browser.Visit {
      let plan = try await Plan.run(MapFixture.scenario(longitude: longitude))
      let chart = StaticMap(plan: plan, layers: try GeoLayers(plan)).chart([.en])
      // The drawing is as high as that of the same places elsewhere.
      let other = try await Plan.run(MapFixture.scenario(longitude: -74))
      #expect(abs(chart.height - StaticMap(plan: other, layers: try GeoLayers(other)).chart([.en]).height) < 0.5)
      return try Browser.visit(
        page(plan),
        [
          .evaluate(
            "(() => { const b = [...document.querySelectorAll('.leaflet-marker-icon')].map(e => e.getBoundingClientRect()).map(r => r.x); return [planMap.map.getZoom(), Math.max(...b) - Math.min(...b)]; })()"
          ),
          .evaluate("planMap.facts([-12.2, 179.9]).radars.map(r => r.distance < 100000)"),
        ])
    }
    let (across, inland) = (try await spread(178.5), try await spread(-74))
    #expect(across.messages.isEmpty && across.requests.isEmpty)
    // The zoom is a logarithm of lengths: rounding, some units in the last place.
    #expect(
      abs((across.values[0].list[0].number ?? .nan) - (inland.values[0].list[0].number ?? .nan)) < 1e-9)
    // Pixels are whole.
    #expect(
      abs((across.values[0].list[1].number ?? .nan) - (inland.values[0].list[1].number ?? .nan)) <= 2)
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

extension ReportBrowserTests {
  /// A grid of 4 × 3 cells of a degree and a half over the fixture's strip, every value chosen by hand.
  private static let terrain = TerrainLayers(
    columns: 4, rows: 3, north: -10, south: -14.5, west: -77, east: -71, highest: .metres(3000), source: "by hand",
    hillshade: [UInt8](repeating: 255, count: 12),
    groundElevation: [0, 100, 200, 300, 4000.4, 4999.6, -430, .nan, 8848, 10, 20, 30],
    floors: [
      [0, 49.2, 50, 3000, .infinity, 250, .nan, .nan, 3000, 1, 2, 3],
      [10, .infinity, 60, .infinity, .infinity, 1000, .nan, .nan, .infinity, 1, 500, 3],
    ],
    tops: [
      [1000] + [Float](repeating: .infinity, count: 9) + [200.9, .infinity],
      [Float](repeating: .infinity, count: 10) + [2000, .infinity],
    ], networks: [.init(purchase: nil, radars: [0, 1])])

  /// The fixture with radars whose own range ends nowhere in the grid.
  private static var farSeeing: Scenario {
    var scenario = MapFixture.scenario()
    for index in scenario.sites.indices {
      scenario.sites[index].radar?.instrumentedRange = .kilometres(1000)
      scenario.sites[index].radar?.detectionRange = .kilometres(1000)
    }
    return scenario
  }

  @Test func `a grid over terrain is read cell by cell`() async throws {
    let plan = try await Plan.run(Self.farSeeing)
    let centre = { (cell: Int) in "[\(-10.75 - 1.5 * Double(cell / 4)), \(-76.25 + 1.5 * Double(cell % 4))]" }
    let visit = try Browser.visit(
      page(plan, terrain: Self.terrain),
      [.evaluate("terrain.ready.then(() => 0)")]
        + (0..<12).map { .evaluate("terrain.at(...\(centre($0)), null)") }
        + [
          .evaluate("terrain.at(-9.9, -76, null)"), .evaluate("terrain.at(-11, -70.9, null)"),
          .evaluate("planMap.ask(\(centre(5))); document.getElementById('answer').innerText"),
          .evaluate("planMap.ask(\(centre(4))); document.getElementById('answer').innerText"),
          .evaluate("planMap.ask(\(centre(7))); document.getElementById('answer').innerText"),
        ])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty, "\(visit.messages)")
    // Elevations to the nearest metre, floors to the next metre up; undefined (unknown) does not come through as a key.
    let expected: [(elevation: Double?, floor: Double?)] = [
      (0, 0), (100, 50), (200, 50), (300, 3000), (4000, nil), (5000, 250), (-430, nil), (nil, nil), (8848, 3000),
      (10, 1), (20, 2), (30, 3),
    ]
    for (value, cell) in zip(visit.values[1...12], expected) {
      #expect(value["elevation"]?.number == cell.elevation && value["floor"]?.number == cell.floor)
    }
    #expect(visit.values[5]["floor"] == .null && visit.values[7]["floor"] == nil, "unseen is not unknown")
    #expect(visit.values[13] == .null && visit.values[14] == .null)
    let answer = visit.values[15].text ?? ""
    #expect(answer.contains("Ground: 5000 m above sea level"), "\(answer)")
    #expect(answer.contains("Lowest height seen: 250 m above ground, 5250 m above sea level"), "\(answer)")
    // Known ground where nothing is seen is not unknown.
    let unseen = visit.values[16].text ?? "", unknown = visit.values[17].text ?? ""
    #expect(unseen.contains("Ground: 4000 m above sea level. Not seen below 3000 m above ground."), "\(unseen)")
    #expect(unknown.contains("The elevation of the ground is unknown."), "\(unknown)")
  }

  @Test func `a grid over terrain is painted by its floors, above ground and above the sea`() async throws {
    let plan = try await Plan.run(Self.farSeeing)
    // The colour at the middle of each cell as the names of the page's colours; "" where nothing is painted over the ground.
    let look = Browser.Step.evaluate(
      """
      (() => {
        const canvas = document.querySelector('canvas.coverage'), layer = L.DomUtil.getPosition(canvas), names = {};
        for (const n of ['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'n1', 'n2', 'n3']) names[[1, 3, 5].map(i => parseInt(page.colour(n).slice(i, i + 2), 16))] = n;
        const found = [];
        for (let cell = 0; cell < 12; cell++) {
          const p = planMap.map.latLngToLayerPoint([-10.75 - 1.5 * Math.floor(cell / 4), -76.25 + 1.5 * (cell % 4)]).subtract(layer);
          const d = canvas.getContext('2d').getImageData(Math.round(p.x), Math.round(p.y), 1, 1).data;
          found.push(names[[d[0], d[1], d[2]]] || '');
        }
        return found.join(' ');
      })()
      """)
    let visit = try Browser.visit(
      page(plan, terrain: Self.terrain),
      [
        .evaluate("terrain.ready.then(() => { planMap.map.setView([-12.25, -74], 6, { animate: false }); })"),
        setAltitude(50), look, setAltitude(3000), look,
        .click("input[value=count]"), look,
        .click("input[value=floor]"), .click("input[value=amsl]"), setAltitude(260), look,
      ])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty, "\(visit.messages)")
    let values = visit.values.compactMap(\.text).map { $0.split(separator: " ", omittingEmptySubsequences: false) }
    func isPainted(_ row: [Substring]) -> [Int] { row.indices.filter { !row[$0].isEmpty } }
    // Floors of at most 50 m; then of at most 3000 m; above the sea at 260 m, floor and ground together.
    #expect(isPainted(values[0]) == [0, 1, 2, 9, 10, 11])
    // The last but one has only radars whose beams end below that: at 200 m and at 2000 m.
    #expect(isPainted(values[1]) == [0, 1, 2, 3, 5, 8, 9, 11])
    #expect(isPainted(values[3]) == [0, 1, 2, 9, 11])
    // The bands of the scenario are 50 m and 300 m: three classes, the lowest the darkest, each of its own colour.
    #expect(values[1][0] == "b0" && values[1][5] != "b0" && values[1][3] != values[1][5])
    // Two radars where the second floor is low enough, and no beam ends below.
    #expect(values[2].map(String.init) == ["n1", "n1", "n2", "n1", "", "n2", "", "", "n1", "n2", "", "n2"])
  }

  @Test func `the page of a plan over Lima's terrain tells the areas and floors of plan.json, small and at once`()
    async throws
  {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var scenario = try Scenario.load(folder: root.appendingPathComponent("GeoData/lima").path)
    scenario.purchases = []
    scenario.flights = Array(scenario.flights.prefix(1))
    // Coarse terrain is quicker and no less terrain.
    let plan = try await Plan.run(scenario, terrain: .init(memoryLimit: 8_000_000))
    let html = try page(plan)
    #expect(html.utf8.count < 8_000_000)
    let visit = try Browser.visit(
      html,
      [
        .evaluate("terrain.ready.then(() => terrain.networks.length)"),
        .evaluate(
          """
          planMap.state.heights.map((height) => {
            const lowest = terrain.network(null).lowest[0], dy = (terrain.north - terrain.south) / terrain.rows;
            const dx = (terrain.east - terrain.west) / terrain.columns, degree = Math.PI / 180 * 6371.0088;
            let sum = 0;
            for (let i = 0; i < lowest.length; i++) {
              if (lowest[i] > height) continue;
              const latitude = terrain.north - (Math.floor(i / terrain.columns) + 0.5) * dy;
              sum += dx * dy * degree * degree * Math.cos(latitude * Math.PI / 180);
            }
            return sum;
          })
          """),
        .evaluate(
          "page.data.plan.strips.map((s) => { const c = planMap.facts([s.latitude, s.longitude], s).cell; return [c.elevation, planMap.facts([s.latitude, s.longitude], s).lowest?.floor ?? null]; })"
        ),
        .evaluate("planMap.facts([-11.2, -76.0]).radars.map((r) => answer.why(r.reason))"),
      ])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty, "\(visit.messages)")
    #expect(visit.values.first == .number(1))
    #expect(!plan.coverage.bands.isEmpty && visit.values[1].list.count == plan.coverage.bands.count)
    for (band, value) in zip(plan.coverage.bands, visit.values[1].list) {
      let area = try #require(band.areaSeenByAtLeast.first).squareKilometres
      // Cells of the page are no posts of the region: along the edge of what is seen either may fall on the other side.
      // And the sphere of the sum is not the ellipsoid: at 12° S its degrees are 0.5 % shorter from north to south.
      #expect(abs((value.number ?? .nan) / area - 1) < 0.02, "\(band.height.metres) m: \(value) of \(area)")
    }
    let floors = try #require(plan.terrain).strips
    #expect(visit.values[2].list.count == floors.count)
    for (floor, values) in zip(floors, visit.values[2].list) {
      guard let lowest = floor.lowest, let ground = floor.ground else { continue }
      // plan.json has millimetres; heights are rounded up to the metre.
      #expect(abs((values.list[0].number ?? .nan) - ground.metres) < 1e-3)
      let height = (values.list[1].number ?? .nan) - (lowest - ground).metres
      #expect(height > -1e-2 && height < 1 + 1e-2)
    }
    #expect(floors.contains { $0.lowest != nil })
    #expect(visit.values[3].list.allSatisfy { $0.text?.isEmpty == false })
  }

  @Test func `a packed grid is what Python's zlib and these rules unpack`() throws {
    let cells: [UInt16] = [0, 65_535, 1, 256, 255, 65_534, 300, 300, 299]
    let script = """
      import base64, json, sys, zlib
      b = zlib.decompress(base64.b64decode(sys.stdin.read()))
      n, cells = len(b) // 2, []
      for i in range(n):
          cells.append((b[i] + 256 * b[n + i] + (cells[i - 1] if i % 3 else 0)) % 65536)
      print(json.dumps(cells))
      """
    let output = try Python.run(script, input: GridText.packed(cells, columns: 3))
    #expect(try JSONDecoder().decode([UInt16].self, from: Data(output.utf8)) == cells)
  }
}
