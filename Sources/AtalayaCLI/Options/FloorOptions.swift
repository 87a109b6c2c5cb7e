import ArgumentParser
import Atalaya
import Foundation

/// The floor of one antenna over terrain.
struct FloorOptions: ParsableArguments {
  @Option(help: "Where the antenna stands, as for `atalaya locate`.")
  var at: OptionValue<Position>?

  @Option(help: "Antenna above ground: 20m.")
  var antennaHeight: OptionValue<Length>?

  @Option(help: "Antenna above mean sea level: 1250m.")
  var antennaAltitude: OptionValue<Length>?

  @Option(
    help: """
      Farthest distance along the ground: 120km. At most 5,000 km; over a grid of degrees 1,500 km at 30° of latitude, \
      350 km at 60°.
      """)
  var range: OptionValue<Length>?

  @Option(help: "Effective Earth radius factor: 4/3, 1.15 (default: the scenario's, else 4/3).")
  var k: OptionValue<EarthFactor>?

  @Option(help: "draft, standard, fine, finest or exact (default: standard).")
  var quality: OptionValue<FloorQuality>?

  @Option(help: "The most memory for terrain and floors, MB (default: 2048).")
  var memory: OptionValue<Int>?

  @Option(help: "Threads (default: one per processor).")
  var workers: OptionValue<Int>?

  @Flag(help: "Compress the raster, which takes longer than computing it.")
  var compress = false

  @Flag(help: "Write a compressed, cloud-optimised GeoTIFF with overviews.")
  var cog = false

  @Option(
    help: "Whose terrain, ground cover, k, target, looks and catalogue count where none are given.",
    completion: .directory)
  var scenario: String?

  @OptionGroup var beam: BeamOptions

  @OptionGroup(title: "The radar, where it is of a catalogue's type") var radar: FloorRadarOptions

  @OptionGroup(title: "What stands on the ground") var ground: GroundOptions

  @Option(
    help: "Also write why a target is not seen: ridge, horizon, range, beam, sector, unknown. A GeoTIFF.",
    completion: .file())
  var causes: String?

  @Option(help: "With --causes: the target above ground: 150m.")
  var targetHeight: OptionValue<Length>?

  @Option(help: "With --causes: the target above mean sea level: 3000m or FL100.")
  var targetAltitude: OptionValue<SeaLevelHeight>?

  @Option(name: .shortAndLong, help: "The GeoTIFF to write, metres above mean sea level.", completion: .file())
  var output: String?

  @OptionGroup(title: "How to read terrain whose files do not say") var reading: TerrainReadingOptions

  /// Which of the options are given.
  var given: KeyValuePairs<String, Bool> {
    [
      "--at": at != nil, "--antenna-height": antennaHeight != nil, "--antenna-altitude": antennaAltitude != nil,
      "--range": range != nil, "--k": k != nil, "--quality": quality != nil, "--memory": memory != nil,
      "--workers": workers != nil, "--compress": compress, "--cog": cog, "--causes": causes != nil,
      "--scenario": scenario != nil, "--type": radar.type != nil, "--target-height": targetHeight != nil,
      "--target-altitude": targetAltitude != nil, "--output": output != nil,
    ]
  }

  /// - Parameter hasTerrain: Whether terrain is named.
  func check(_ usage: inout Usage, hasTerrain: Bool) {
    if !hasTerrain, scenario == nil { usage.report("name the terrain: rasters, or folders of tiles, or --scenario") }
    usage.require("terrain that is named here", hasTerrain, for: ["--heights-are": ground.heightsAre != nil])
    usage.check("--at", at)
    if at == nil { usage.report("--at is missing: where the antenna stands, as in --at \"-12.04, -76.95\"") }
    usage.check("--antenna-height", antennaHeight)
    usage.check("--antenna-altitude", antennaAltitude)
    let isStated = antennaHeight != nil || antennaAltitude != nil
    if (antennaHeight == nil) == (antennaAltitude == nil), isStated || radar.type == nil {
      usage.report("give either --antenna-height (above ground) or --antenna-altitude (above mean sea level)")
    }
    usage.check("--range", range)
    usage.check("--k", k)
    usage.check("--quality", quality)
    usage.check("--memory", memory, in: 1...Int.mostAsked)
    usage.check("--workers", workers, in: 1...4096)
    if range == nil, radar.type == nil { usage.report("--range is missing: how far, as in --range 120km") }
    if output == nil { usage.report("--output is missing: the raster to write, as in --output floor.tif") }
    for (name, path) in [("--output", output), ("--causes", causes)] {
      guard let path, !["", "tif", "tiff"].contains((path as NSString).pathExtension.lowercased()) else { continue }
      usage.report("\(name) “\(path)”: name it .tif, as it is a GeoTIFF")
    }
    if let output, output == causes { usage.report("--output and --causes are the same file: name two") }
    usage.refuse(with: "--cog", cog, ["--compress": compress], because: "a cloud-optimised GeoTIFF is compressed")
    beam.check(&usage)
    radar.check(&usage)
    ground.check(&usage)
    usage.refuse(with: "--type", radar.type != nil, beam.given, because: "the type has its own limits")
    reading.check(&usage)
    checkTarget(&usage)
  }

  private func checkTarget(_ usage: inout Usage) {
    usage.check("--target-height", targetHeight)
    usage.check("--target-altitude", targetAltitude)
    usage.require(
      "--causes", causes != nil,
      for: ["--target-height": targetHeight != nil, "--target-altitude": targetAltitude != nil])
    if causes != nil, (targetHeight == nil) == (targetAltitude == nil) {
      usage.report(
        "--causes goes with either --target-height (above ground) or --target-altitude (above mean sea level)")
    }
  }
}
