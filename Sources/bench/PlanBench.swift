import Atalaya
import CBenchPeers
import Foundation

/// Whole plans, from the command to all files, cold and warm, compared with GDAL's viewshed called once for each of their radars.
enum PlanBench {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What is asked of a plan, seconds.
  private struct Asked {
    var name: String
    var cold: Double
    var warm: Double
    /// Whether that is the time of the processors, not of the clock.
    var isCPU = false
  }

  @Sendable static func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tool = PlanTool(folder: folder)
    try answers(tool)
    try figure(Asked(name: "GeoData/lima", cold: 4, warm: 1.5), "GeoData/lima", [], tool)
    guard let tiles = try tileScenario(in: folder) else {
      print("  skipped: the plan over four tiles of 1″, which are not in ../shared/data/terrain")
      return
    }
    try figure(
      Asked(name: "the same over four tiles of 1″", cold: 8, warm: 3, isCPU: true), tiles, ["--purchase", "valleys"],
      tool)
  }

  /// Questions that ask for a part of a plan.
  private static func answers(_ tool: PlanTool) throws {
    for (arguments, asked) in [
      (["plan", "GeoData/vraem", "--output", tool.output], 1), (["response", "GeoData/lima", "--no-cache"], 0.3),
      (["intercept", "GeoData/vraem", "--flight", "F1"], 0.3),
    ] {
      let costs = try (0..<5).map { _ in try tool.run(arguments) }
      let words = arguments.prefix { $0 != "--output" }.joined(separator: " ")
      print(
        String(
          format: "  %@: %.2f s of wall time (asked: under %.1f s), %.2f s of CPU", words,
          Duel.median(costs.map(\.wall)), asked, Duel.median(costs.map(\.cpu))))
    }
  }

  private static func figure(_ asked: Asked, _ scenario: String, _ options: [String], _ tool: PlanTool) throws {
    let peer = try viewsheds(of: scenario)
    let arguments = ["plan", scenario, "--quiet", "--output", tool.output] + options
    var (cold, warm): ([PlanTool.Cost], [PlanTool.Cost]) = ([], [])
    for _ in 0..<3 {
      tool.forget()
      cold.append(try tool.run(arguments))
      warm.append(try tool.run(arguments))
    }
    for (state, costs, limit) in [("cold", cold, asked.cold), ("warm", warm, asked.warm)] {
      let (wall, cpu) = (Duel.median(costs.map(\.wall)), Duel.median(costs.map(\.cpu)))
      print(
        String(
          format:
            "  plan %@ %@: %.2f s of wall time, %.2f s of CPU (asked: under %.1f s of %@); gdal_viewshed once for "
            + "each of %d radars %.2f s of CPU, ratio %.2f", asked.name, state, wall, cpu, limit,
          asked.isCPU ? "CPU" : "wall time", peer.radars, peer.cpu, peer.cpu / cpu))
    }
  }

  /// GDAL's viewshed from each radar of today's and of every purchase, on the terrain in memory as a plane of its posts.
  private static func viewsheds(of path: String) throws -> (radars: Int, cpu: Double) {
    let scenario = try Scenario.load(folder: path)
    guard let terrain = scenario.terrain else { throw Failure(description: "\(path) has no terrain") }
    let grid = try terrain.read(rows: 0..<terrain.frame.rows, columns: 0..<terrain.frame.columns)
    let middle = grid.frame.firstY + grid.frame.stepY * Double(grid.frame.rows) / 2
    let (high, wide) = (abs(grid.frame.stepY) * 111_195, grid.frame.stepX * 111_195 * cos(middle * .pi / 180))
    var seen: Set<RadarStation> = []
    for purchase in [nil] + scenario.purchases {
      for var station in scenario.network(adding: purchase).stations {
        (station.id, station.name) = ("", "")
        seen.insert(station)
      }
    }
    let before = PlanTool.seconds(of: RUSAGE_SELF)
    for station in seen {
      guard let cell = try terrain.cell(of: station.position) else { continue }
      let range = station.slantRange(of: scenario.coverageTarget).metres
      guard range > 0 else { continue }
      var window = [Int32](repeating: 0, count: 4)
      _ = grid.cells.withUnsafeBufferPointer {
        atalaya_peer_gdal_viewshed(
          $0.baseAddress, Int32(grid.frame.columns), Int32(grid.frame.rows), [0, wide, 0, 0, 0, -high], "EPSG:32718",
          (cell.column.rounded() + 0.5) * wide, -(cell.row.rounded() + 0.5) * high, station.antennaHeight.metres, 0.75,
          range, nil, &window)
      }
    }
    return (seen.count, PlanTool.seconds(of: RUSAGE_SELF) - before)
  }

  /// The scenario of GeoData/lima over the tiles from which its terrain was made; nil where they are not.
  private static func tileScenario(in folder: URL) throws -> String? {
    let tiles = ["S12W077", "S12W078", "S13W077", "S13W078"].map { tile in
      URL(fileURLWithPath: "../shared/data/terrain/\(tile).SRTMGL1.hgt.zip").standardizedFileURL.path
    }
    guard tiles.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else { return nil }
    let copy = folder.appendingPathComponent("tiles")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: "GeoData/lima"), to: copy)
    let file = copy.appendingPathComponent("scenario.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let other = text.replacing("terrain: terrain.tif", with: "terrain: [\(tiles.joined(separator: ", "))]")
    guard other != text else { throw Failure(description: "GeoData/lima/scenario.yaml names another terrain") }
    try other.write(to: file, atomically: true, encoding: .utf8)
    return copy.path
  }
}
