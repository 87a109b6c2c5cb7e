import Coverage
import Foundation
import Geodesy
import Radar
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Planning

private func plan(_ atmosphere: String, rcs: String = "") async throws -> Plan {
  let scratch = try Scratch([
    "scenario.yaml": """
    atalaya: 1
    name: Test
    ground_elevation: 0 m
    altitude_bands: [50 m, 300 m]
    altitudes_amsl: [1000 m]
    \(atmosphere)
    layers:
      radar_types:
        - { id: far, kind: primary, instrumented_range: 400 km, detection_range: \(rcs.isEmpty ? "400 km" : "100 km"), reference_rcs: 1 m², antenna_height: 30 m }
      sites:
        - { id: a, position: "-12, -74.2", elevation: 0 m, radar: far }
        - { id: b, position: "-12.2, -74.6", elevation: 0 m, radar: far }
    """
  ])
  defer { withExtendedLifetime(scratch) {} }
  return try await Plan.run(try Scenario.load(folder: scratch.path), PlanQuestion(parts: .coverage))
}

@Suite struct SmoothCertaintyTests {
  @Test func `over a smooth Earth the classes are what each k of the band adds`() async throws {
    let ks = [1.14, 1.28, 1.5]
    let plan = try await plan("atmosphere: { k_band: [1.14, 1.28, 1.50] }")
    let certainty = try #require(plan.smoothCertainty)
    #expect(certainty.areas.count == 3 && certainty.interest == nil)
    for (height, areas) in zip([50.0, 300, 1000], certainty.areas) {
      // Two equal discs of the horizon's radius at this k, on a plane: their union by the lens between them.
      let apart = Ellipsoid.wgs84.distance(
        from: Position(latitudeDegrees: -12, longitudeDegrees: -74.2),
        to: Position(latitudeDegrees: -12.2, longitudeDegrees: -74.6)
      ).metres
      let seen = ks.map { k -> Double in
        let r = (2 * k * 6_371_000 * 30).squareRoot() + (2 * k * 6_371_000 * height).squareRoot()
        let lens = 2 * r * r * acos(apart / (2 * r)) - apart / 2 * (4 * r * r - apart * apart).squareRoot()
        return 2 * Double.pi * r * r - lens
      }
      // The sphere's area and its parabola, below 200 km: 2 parts in a thousand of what is seen.
      let tolerance = 0.002 * seen[2]
      #expect(abs(areas[.certain].squareMetres - seen[0]) < tolerance, "at \(height) m")
      #expect(abs(areas[.likely].squareMetres - (seen[1] - seen[0])) < tolerance, "at \(height) m")
      #expect(abs(areas[.doubtful].squareMetres - (seen[2] - seen[1])) < tolerance, "at \(height) m")
      #expect(areas[.unknown] == .zero)
    }
    // What the plan calls seen is the certain part.
    for (band, areas) in zip(plan.coverage.bands, certainty.areas) {
      let seen = try #require(band.areaSeenByAtLeast.first)
      #expect(abs(seen.squareMetres - areas[.certain].squareMetres) < 1e-6 * seen.squareMetres)
    }
  }

  @Test func `the spread of the cross-section is part of it`() async throws {
    // A range of 100 km for 1 m², within the horizon at 1000 m: R ∝ σ^¼, so that ±4 dB are ±1 dB of range.
    let plan = try await plan("atmosphere: { rcs_spread_db: 4 }", rcs: "1 m²")
    let areas = try #require(plan.smoothCertainty?.areas.last)
    let r = 100_000.0 * pow(10, -0.1)
    let one = plan.scenario.coverageTarget.crossSection.squareMetres
    #expect(abs(one - pow(10, -0.4)) < 1e-9)
    // Slant range at 970 m above the antenna: shorter along the ground by 6 m at most; areas within 2 parts in a thousand.
    let all = areas[.certain] + areas[.likely] + areas[.doubtful]
    let single = Double.pi * r * r
    #expect(areas[.certain].squareMetres > single && areas[.certain].squareMetres < 2 * single)
    #expect(all.squareMetres > areas[.certain].squareMetres * 1.5)
  }

  @Test func `without a band there are no classes`() async throws {
    #expect(try await plan("").smoothCertainty == nil)
  }
}
