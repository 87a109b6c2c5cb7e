import ArgumentParser
import Atalaya

/// What stands on the ground of a floor, and what the terrain's heights are of.
struct GroundOptions: ParsableArguments {
  @Option(help: "What stands on the ground, above it: 25m (default: the scenario's, else nothing).")
  var cover: OptionValue<Length>?

  @Option(help: "Heights above ground of what stands on it, such as a canopy height model.", completion: .file())
  var coverRaster: String?

  @Option(help: "With --cover: how far the ground is clear around the antenna (default: 1km).")
  var clearing: OptionValue<Length>?

  @Flag(help: "With --cover: posts at exactly 0 m, as most terrain has the sea, stay bare.")
  var bareSea = false

  @Option(
    help: ArgumentHelp(
      "What the heights of the terrain are of: bare, partial, surface or unknown (default: as its product is known).",
      valueName: "model"))
  var heightsAre: OptionValue<TerrainModel.Kind>?

  /// Which of the options are given.
  var given: KeyValuePairs<String, Bool> {
    [
      "--cover": cover != nil, "--cover-raster": coverRaster != nil, "--clearing": clearing != nil,
      "--bare-sea": bareSea, "--heights-are": heightsAre != nil,
    ]
  }

  func check(_ usage: inout Usage) {
    usage.check("--cover", cover, in: .zero ... .metres(200), "a height of 0 m to 200 m")
    usage.check("--clearing", clearing, in: .zero ... .kilometres(100), "0 m to 100 km")
    usage.check("--heights-are", heightsAre)
    usage.require(
      "--cover or --cover-raster", cover != nil || coverRaster != nil,
      for: ["--clearing": clearing != nil])
    usage.require("--cover", cover != nil, for: ["--bare-sea": bareSea])
  }

  /// The terrain with what is stated here on it, as it is without.
  func covered(_ terrain: Terrain) throws -> Terrain {
    guard cover != nil || coverRaster != nil else { return terrain }
    var cover = GroundCover(
      height: try cover?.get(), clearing: try clearing?.get() ?? GroundCover.defaultClearing, clearings: [])
    cover.isSeaBare = bareSea
    if let coverRaster { cover.raster = try CoverRaster(path: coverRaster) }
    return try terrain.covered(by: cover)
  }
}

extension TerrainModel.Kind: OptionChoice {}
