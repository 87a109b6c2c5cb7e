public import ArgumentParser
public import Atalaya

extension MissingTerrain: ExpressibleByArgument {}
extension SeaTerrain: ExpressibleByArgument {}
extension HeightUnit: ExpressibleByArgument {}

/// How terrain is read, where its files do not say.
struct TerrainReadingOptions: ParsableArguments {
  @Option(help: "What lies where there is no tile: unknown, or sea at 0 m (default: unknown).")
  var missing: MissingTerrain?

  @Option(
    help: ArgumentHelp(
      "What heights below sea level mean: detect, surface (sea floor; the water surface counts) or floor (ground, as stored) (default: detect).",
      valueName: "reading"))
  var sea: SeaTerrain?

  @Option(help: "What voids at the coast are: unknown, or sea at 0 m (default: unknown).")
  var voids: MissingTerrain?

  @Option(help: "The unit of heights: m, ft or us-ft (default: as stated in the files, else m).")
  var heightsUnit: HeightUnit?

  /// Which of the options are given.
  var given: KeyValuePairs<String, Bool> {
    [
      "--missing": missing != nil, "--sea": sea != nil, "--voids": voids != nil, "--heights-unit": heightsUnit != nil,
    ]
  }

  /// The reading: what is given here, else what another one has.
  func reading(or other: TerrainReading = TerrainReading()) -> TerrainReading {
    TerrainReading(
      missing: missing ?? other.missing, sea: sea ?? other.sea, voids: voids ?? other.voids,
      heights: heightsUnit ?? other.heights, error: other.error)
  }
}
