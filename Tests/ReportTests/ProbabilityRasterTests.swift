import Coverage
import Foundation
import GeoFiles
import Geodesy
import Planning
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

/// Probabilities of detection in the files of a plan.
@Suite struct ProbabilityRasterTests {
  /// A radar over a plain with a void; looks count where `detection` says so.
  private func plan(_ scratch: Scratch, _ detection: String) async throws -> Plan {
    let frame = GridFrame(
      columns: 81, rows: 61, firstX: -75.4, firstY: -11.7, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
    let cells = (0..<61 * 81).map { $0 % 81 > 70 && $0 / 81 < 10 ? Float.nan : 500 }
    try RasterWriter.write(
      Grid(frame: frame, cells: cells), to: scratch.path("terrain.tif"), options: .init(noData: .nan))
    try scratch.file(
      "scenario.yaml",
      """
      atalaya: 1
      name: Test
      terrain: terrain.tif
      altitude_bands: [150 m, 1500 m]
      altitudes_amsl: [3000 m]
      \(detection)layers:
        radar_types:
          - { id: t, kind: primary, instrumented_range: 40 km, detection_range: 25 km, reference_rcs: 1 m², antenna_height: 30 m, revisit: 6 s }
        sites:
          - { id: a, position: "-12, -75", radar: t }
      """)
    return try await Plan.run(try Scenario.load(folder: scratch.path))
  }

  @Test func `each height has a raster for a look and for a minute, and the next run removes them`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let plan = try await plan(scratch, "detection: {}\n")
    let folder = scratch.path("out")
    try PlanFiles(of: plan).write(to: folder, about: plan.scenario)
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
    for height in ["150m", "1500m", "3000m-amsl"] {
      for ending in [".tif", ".qml", "-minute.tif", "-minute.qml"] { #expect(names.contains("pd-\(height)\(ending)")) }
    }
    let probability = try #require(plan.terrain?.probability)
    for (name, grids) in [("pd-1500m", probability.perLook), ("pd-1500m-minute", probability.perMinute)] {
      let raster = try RasterFile(path: folder + "/\(name).tif")
      #expect(raster.unit == "1" && raster.remarks.contains("1500 m above ground"))
      let cells = try raster.readFloats(rows: 0..<raster.frame.rows, columns: 0..<raster.frame.columns)
      #expect(cells.count == grids[1].cells.count)
      for (file, memory) in zip(cells, grids[1].cells) { #expect(file == memory || (file.isNaN && memory.isNaN)) }
      #expect(cells.contains { $0.isNaN } && cells.contains { $0 > 0.9 })
    }
    // Ten looks a minute of one radar: 1 − (1 − p)¹⁰, Float's rounding aside.
    for (look, minute) in zip(probability.perLook[1].cells, probability.perMinute[1].cells) where !look.isNaN {
      #expect(abs(Double(minute) - (1 - pow(1 - Double(look), 10))) < 2e-5)
    }
    let without = try await self.plan(scratch, "")
    try PlanFiles(of: without).write(to: folder, about: without.scenario)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.hasPrefix("pd-") })
  }

  @Test func `only plain names of such rasters are theirs`() {
    for name in ["pd-150m.tif", "pd-150m-minute.qml", "pd-152.4m-amsl.tif"] {
      #expect(TerrainRasters.isProbability(name))
    }
    for name in ["pd-150m", "pd-../x.tif", "PD-150m.tif", "a.tif", "pd-\(String(repeating: "1", count: 90)).tif"] {
      #expect(!TerrainRasters.isProbability(name))
    }
  }
}
