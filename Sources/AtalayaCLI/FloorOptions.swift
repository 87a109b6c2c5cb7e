public import ArgumentParser
public import Atalaya
import Foundation

extension FloorQuality: ExpressibleByArgument {}

/// `atalaya coverage --dem`: the floor of one antenna over terrain.
struct FloorOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: "Terrain, in place of a scenario: rasters or folders of tiles; see `atalaya terrain`.", completion: .file())
  var dem: [String] = []

  @Option(help: "With --dem: where the antenna stands, as for `atalaya locate`.")
  var at: String?

  @Option(help: "With --dem: the antenna above ground: 20m.")
  var antennaHeight: String?

  @Option(help: "With --dem: the antenna above mean sea level: 1250m.")
  var antennaAltitude: String?

  @Option(help: "With --dem: the farthest distance along the ground: 120km.")
  var range: String?

  @Option(help: "With --dem: effective Earth radius factor.")
  var k: Double = 4.0 / 3

  @Option(help: "With --dem: draft, standard, fine, finest or exact.")
  var quality: FloorQuality = .standard

  @Option(help: "With --dem: what lies where no tile is: unknown, or sea at 0 m.")
  var missing: MissingTerrain = .unknown

  @Option(help: "With --dem: the most memory for terrain and floors, MB.")
  var memory = 2048

  @Option(help: "With --dem: threads (default: one per processor).")
  var workers: Int?

  @Flag(help: "With --dem: pack the raster, which takes longer than to compute it.")
  var compress = false

  @Flag(help: "With --dem: write a packed, cloud-optimised GeoTIFF with overviews.")
  var cog = false

  @Option(
    name: .shortAndLong, help: "With --dem: the raster to write, metres above mean sea level.", completion: .file())
  var output: String?

  var isAsked: Bool { !dem.isEmpty }

  /// What is wrong with the usage, all at once; nil for nothing.
  var problem: String? {
    var problems: [String] = []
    if isAsked {
      if at == nil { problems.append("--at: where the antenna stands, as in --at \"-12.04, -76.95\"") }
      if (antennaHeight == nil) == (antennaAltitude == nil) {
        problems.append("either --antenna-height (above ground) or --antenna-altitude (above mean sea level)")
      }
      if range == nil { problems.append("--range: how far, as in --range 120km") }
      if output == nil { problems.append("--output: the raster to write, as in --output floor.tif") }
      if memory < 1 { problems.append("--memory of at least 1 MB") }
      if let workers, workers < 1 { problems.append("--workers of at least 1") }
      return problems.isEmpty ? nil : "--dem needs " + problems.joined(separator: "; ")
    }
    let names: [(String, Bool)] = [
      ("--at", at != nil), ("--antenna-height", antennaHeight != nil), ("--antenna-altitude", antennaAltitude != nil),
      ("--range", range != nil), ("--output", output != nil),
    ]
    let given = names.filter(\.1).map(\.0)
    return given.isEmpty ? nil : "\(given.joined(separator: ", ")) go with --dem, the terrain"
  }

  /// Computes and writes the floor, and says what it is.
  func run() throws {
    var problems: [String] = []
    func read<Value>(_ name: String, _ body: () throws -> Value) -> Value? {
      do { return try body() } catch {
        problems.append("\(name): \(error)")
        return nil
      }
    }
    let position = read("--at") { try Position(parsing: at ?? "") }
    let reach = read("--range") { try Length.parse(range ?? "") }
    let height = read(antennaHeight == nil ? "--antenna-altitude" : "--antenna-height") {
      if let antennaHeight { return Altitude.aboveGround(try Length.parse(antennaHeight)) }
      return Altitude.aboveSeaLevel(try Length.parse(antennaAltitude ?? ""))
    }
    guard let position, let reach, let height, let output else {
      for problem in problems { Console.note("error: \(problem)") }
      throw ExitCode.validationFailure
    }
    let terrain: Terrain
    do { terrain = try Terrain.open(dem, missing: missing) } catch { throw Console.failure("\(error)") }
    for line in terrain.warnings { Console.note("warning: \(line)") }
    let summary: FloorRaster.Summary
    do {
      summary = try FloorRaster.write(
        terrain, antenna: position, height: height, range: reach, k: k, quality: quality,
        workers: workers ?? ProcessInfo.processInfo.activeProcessorCount, memory: memory << 20, to: output,
        isCompressed: compress, isCloudOptimized: cog
      ) { part, parts in
        if parts > 1 { Console.note("floor: part \(part) of \(parts)") }
      }
    } catch { throw Console.failure("\(error)") }
    if summary.posts == summary.unknown {
      Console.note("warning: no floor is known: the antenna stands outside the terrain, in a void, or sees none of it")
    }
    print(text(summary, terrain, position, reach), terminator: "")
  }

  private func text(
    _ summary: FloorRaster.Summary, _ terrain: Terrain, _ position: Position, _ range: Length
  ) -> String {
    let ground = summary.ground.map { "ground \($0.heightText)" } ?? "ground unknown"
    var lines = [
      "antenna   \(position.decimal(decimals: 6)), \(summary.antennaAltitude.heightText) above mean sea level (\(ground))",
      "terrain   \(terrain.name), \(terrain.frame.columns) × \(terrain.frame.rows), heights \(terrain.verticalDatum.name)",
      "model     line of sight, k \(k.significant(5)), range \(range.text), quality \(quality.rawValue); "
        + "\(summary.bytes >> 20) MB in \(summary.parts) part\(summary.parts == 1 ? "" : "s")",
      "posts     \(Double(summary.posts).grouped) within range, \(Double(summary.unknown).grouped) of them unknown",
      "",
      "height above ground   seen of what is known",
    ]
    let known = Double(max(summary.posts - summary.unknown, 1))
    for (height, count) in zip(FloorRaster.heights, summary.seen) {
      let label = height == 0 ? "on the ground" : "\(Int(height)) m"
      lines.append(
        label.padding(toLength: 22, withPad: " ", startingAt: 0) + (Double(count) / known * 100).fixed(1) + " %")
    }
    lines.append("")
    lines.append(
      "wrote \(output ?? ""): metres above mean sea level, \(Int(FloorRaster.noData)) where unknown or out of range")
    return lines.joined(separator: "\n") + "\n"
  }
}
