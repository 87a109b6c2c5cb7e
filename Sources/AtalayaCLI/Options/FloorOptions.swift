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

  @Option(
    help:
      "With --dem: the farthest distance along the ground: 120km. Up to 5,000 km; over a grid of degrees 1,500 km at 30° of latitude, 350 km at 60°."
  )
  var range: String?

  @Option(help: "With --dem: effective Earth radius factor: 4/3, 1.15.", transform: EarthFactor.read)
  var k: Double = 4.0 / 3

  @Option(help: "With --dem: draft, standard, fine, finest or exact.")
  var quality: FloorQuality = .standard

  @OptionGroup(title: "Options with --dem, where its files do not say") var reading: TerrainReadingOptions

  @Option(
    help: "With --dem: the most memory for terrain and floors, MB.",
    transform: OptionNumber.count(1...OptionNumber.most))
  var memory: Int = 2048

  @Option(help: "With --dem: threads (default: one per processor).", transform: OptionNumber.count(1...4096))
  var workers: Int?

  @Flag(help: "With --dem: pack the raster, which takes longer than to compute it.")
  var compress = false

  @Flag(help: "With --dem: write a packed, cloud-optimised GeoTIFF with overviews.")
  var cog = false

  @OptionGroup var beam: BeamOptions

  @Option(help: "With --causes: the target above ground: 150m.")
  var targetHeight: String?

  @Option(help: "With --causes: the target above mean sea level: 3000m.")
  var targetAltitude: String?

  @Option(
    help: "With --dem: a raster to write of why a target is not seen: ridge, horizon, range, beam, sector, unknown.",
    completion: .file())
  var causes: String?

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
      for (name, path) in [("--output", output), ("--causes", causes)] {
        guard let path, !["", "tif", "tiff"].contains((path as NSString).pathExtension.lowercased()) else { continue }
        problems.append("\(name) to be named .tif: it is a GeoTIFF")
      }
      if let output, output == causes { problems.append("two names for --output and --causes") }
      if (targetHeight == nil && targetAltitude == nil) != (causes == nil)
        || targetHeight != nil && targetAltitude != nil
      {
        problems.append(
          "--causes together with --target-height (above ground) or --target-altitude (above mean sea level)")
      }
      return problems.isEmpty ? nil : "--dem needs " + problems.joined(separator: "; ")
    }
    let names: [(String, Bool)] = [
      ("--at", at != nil), ("--antenna-height", antennaHeight != nil), ("--antenna-altitude", antennaAltitude != nil),
      ("--range", range != nil), ("--output", output != nil), ("--causes", causes != nil),
      ("--target-height", targetHeight != nil), ("--target-altitude", targetAltitude != nil),
    ]
    let given = names.filter(\.1).map(\.0) + beam.given
    return given.isEmpty
      ? nil : "\(given.joined(separator: ", ")) \(given.count == 1 ? "goes" : "go") with --dem, the terrain"
  }
}
