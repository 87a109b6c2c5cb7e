public import ArgumentParser
public import Atalaya

extension MissingTerrain: ExpressibleByArgument {}
extension SeaTerrain: ExpressibleByArgument {}
extension HeightUnit: ExpressibleByArgument {}

/// How terrain is read, where its files do not say.
struct TerrainReadingOptions: ParsableArguments {
  @Option(help: "What lies where no tile is: unknown, or sea at 0 m.")
  var missing: MissingTerrain?

  @Option(
    help: ArgumentHelp(
      "What heights below sea level are: detect, surface (the floor of the sea, whose surface counts), or floor (ground, as the files have it).",
      valueName: "reading"))
  var sea: SeaTerrain?

  @Option(help: "What voids at the coast are: unknown, or sea at 0 m.")
  var voids: MissingTerrain?

  @Option(help: "The unit of heights: m, ft or us-ft (default: as the files state it, else m).")
  var heightsUnit: HeightUnit?

  /// The reading: what is given here, else what another one has.
  func reading(or other: TerrainReading = TerrainReading()) -> TerrainReading {
    TerrainReading(
      missing: missing ?? other.missing, sea: sea ?? other.sea, voids: voids ?? other.voids,
      heights: heightsUnit ?? other.heights)
  }
}
