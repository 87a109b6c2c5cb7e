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

/// What the page answers for places over a smooth Earth, from its tables, against what the library answers.
@Suite(.serialized, .enabled(if: Browser.isHere, "no Chromium, or no libjs-leaflet"))
struct PageLookupTests {
  @Test func `over a smooth Earth no random place is called seen that the library does not see, nor late in time`()
    throws
  {
    var random = SplitMix(seed: 18)
    let cases = try (0..<10).map { try RandomSmooth($0, &random) }
    let answers = try PageLookup.ask(cases.map { try $0.json })
    var (seen, unseen, edges) = (0, 0, 0)
    var reasons: [String: Int] = [:]
    for (item, answer) in zip(cases, answers) {
      for (place, found) in zip(item.places, answer.list) {
        for (index, radar) in found.list[0].list.enumerated() {
          let margin = item.margin(index, place)
          let pageSees = radar.list[0] == .bool(true)
          if place.isBelowGround {
            #expect(!pageSees)
            continue
          }
          // Vincenty's inverse keeps 0.5 mm, and stations are rounded to 1e-8°, a millimetre: 3 mm on the safe side. On the
          // other side tables are whole metres and a centimetre, at the inner and the outer edge.
          if pageSees { #expect(margin >= -0.003, "\(item.scenario.name), radar \(index), \(place)") }
          if !pageSees { #expect(margin <= 1.02, "\(item.scenario.name), radar \(index), \(place): \(radar)") }
          if pageSees { seen += 1 } else { unseen += 1 }
          if !pageSees {
            reasons[try item.checkReason(index, place, radar.list[2], floor: radar.list[1].number), default: 0] += 1
          }
          if abs(margin) < 50 { edges += 1 }
          // The lowest height is one that is seen, and none of the slider's stops below it is.
          if let floor = radar.list[1].number {
            #expect(item.margin(index, place, at: floor + 1e-6) >= -0.003, "\(index) \(place): seen from \(floor)")
          }
          let below = radar.list[1].number ?? .infinity
          for stop in AltitudeStops.of(item.scenario) where stop.metres < below - 1e-3 {
            #expect(item.margin(index, place, at: stop.metres) <= 1.02, "\(index) \(place): \(below), seen at \(stop)")
          }
        }
        item.compareTimes(place, found.list[1])
      }
    }
    // The cases hold both answers and the edges between them.
    #expect(seen > 300 && unseen > 300 && edges > 100, "\(seen) \(unseen) \(edges)")
    for reason in ["cone", "minimumRange", "belowBeam", "horizon", "detection", "sector"] {
      #expect(reasons.contains { $0.key.hasPrefix(reason) }, "no place is not seen for \(reason): \(reasons)")
    }
  }
}
