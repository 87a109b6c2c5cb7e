import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Planning
import Radar
import Response
import Scenario
import Terrain
import TestSupport
import Testing
import Units

@testable import Report

/// The scripts of the page that answer for a place.
enum PageLookup {
  /// The answers of the page's scripts, without the page: for each case and place whether each radar sees it and from which
  /// height, and for each asset by day and night the time and what stands in the way.
  static func ask(_ cases: [JSON]) throws -> [Browser.Value] {
    let scripts = ["geodesy", "terrain", "lookup"].map { "<script>\(PageResources.script($0))</script>" }.joined()
    let data = JSON.array(cases).compact.replacing("<", with: "\\u003c")
    let html = """
      <!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><script>const page = { data: { terrain: null }, onData(reader) { reader(); } };</script>\(scripts)
      <script type="application/json" id="data">\(data)</script>
      """
    let visit = try Browser.visit(
      html,
      [
        .evaluate(
          """
          Promise.all(JSON.parse(document.getElementById("data").textContent).map(async (item) => {
            const grids = readTerrain(item.terrain);
            await grids.ready;
            return item.places.map(({ at, altitude, datum, known }) => {
              const found = lookup.facts(item, grids, { option: item.map.options[0], altitude, datum }, at, known ?? undefined);
              const order = (period) => item.plan.assets.map((asset) => {
                const entry = found.responses[period].find((entry) => entry.asset === asset);
                return [entry.total, entry.lands, entry.obstacles.join(" ")];
              });
              return [found.radars.map((radar) => [radar.sees, radar.floor ?? null, radar.reason]), [order("day"), order("night")]];
            });
          }))
          """)
      ])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty, "\(visit.messages)")
    return visit.values[0].list
  }
}
