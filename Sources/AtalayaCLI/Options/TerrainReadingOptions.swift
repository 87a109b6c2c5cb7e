import ArgumentParser
import Atalaya

/// How terrain is read, where its files do not say.
struct TerrainReadingOptions: ParsableArguments {
  @Option(help: "What lies where there is no tile: unknown, or sea at 0 m (default: unknown).")
  var missing: OptionValue<MissingTerrain>?

  @Option(
    help: ArgumentHelp(
      "What heights below sea level mean: detect, surface (sea floor; the water surface counts) or floor (ground, as stored) (default: detect).",
      valueName: "reading"))
  var sea: OptionValue<SeaTerrain>?

  @Option(help: "What voids at the coast are: unknown, or sea at 0 m (default: unknown).")
  var voids: OptionValue<MissingTerrain>?

  @Option(help: "The unit of heights: m, ft or us-ft (default: as stated in the files, else m).")
  var heightsUnit: OptionValue<HeightUnit>?

  /// Which of the options are given.
  var given: KeyValuePairs<String, Bool> {
    [
      "--missing": missing != nil, "--sea": sea != nil, "--voids": voids != nil, "--heights-unit": heightsUnit != nil,
    ]
  }

  func check(_ usage: inout Usage) {
    usage.check("--missing", missing)
    usage.check("--sea", sea)
    usage.check("--voids", voids)
    usage.check("--heights-unit", heightsUnit)
  }

  /// The reading: what is given here, else what another one has.
  /// - Parameter model: What the heights are of; nil for what the other one says.
  func reading(
    or other: TerrainReading = TerrainReading(), model: TerrainModel.Kind? = nil
  ) throws -> TerrainReading {
    TerrainReading(
      missing: try missing?.get() ?? other.missing, sea: try sea?.get() ?? other.sea,
      voids: try voids?.get() ?? other.voids, heights: try heightsUnit?.get() ?? other.heights,
      model: model ?? other.model,
      error: other.error, errorCorrelation: other.errorCorrelation)
  }
}
