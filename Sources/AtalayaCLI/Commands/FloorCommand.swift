import ArgumentParser
import Atalaya

/// `atalaya floor`
struct FloorCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "floor",
    abstract: "Compute the coverage floor of one antenna over terrain.",
    discussion: """
      Writes a GeoTIFF on the terrain's own grid. Each cell holds the lowest altitude above mean sea level that is in line \
      of sight of the antenna over the effective Earth. Unknown terrain hides what lies behind it. The article \
      CoverageFloors lists the errors of each quality against the exact model.

      --minimum-range, --minimum-elevation, --maximum-elevation and --blind-sectors add the radar's own limits to the \
      floor; --range is then a slant range as well.

      --type takes these limits from a radar type instead, with its antenna height and range: the floor then is the lowest \
      altitude where terrain, beam and range let the radar see a target of --rcs, and with --pd where one look detects it with \
      that probability. --cover stands trees on the ground, as ground_cover: of a scenario; --k bends the rays. With --scenario \
      all of these, and the terrain, are the scenario's unless given here.

      --causes writes a second GeoTIFF that shows, for a target of one height, why it is not seen.

      Exit code: 0 done; 1 the terrain or an output cannot be used; 64 wrong usage.

      Examples:
        atalaya floor dem.tif --at "-12.04, -76.95" --antenna-height 20m \\
          --range 120km --output floor.tif
        atalaya floor tiles/ --at "-12.04, -76.95" --antenna-height 20m \\
          --range 120km --minimum-elevation 0.5deg --maximum-elevation 40deg \\
          --causes causes.tif --target-height 150m --output floor.tif
        atalaya floor dem.tif --at "-12.04, -76.95" --cover 25m --clearing 1km \\
          --type radars.csv --type-id tps-70 --rcs 1m2 --pd 0.8 --output floor.tif
        atalaya floor --scenario GeoData/lima --at "-12.04, -76.95" \\
          --type saber-m200 --pd 0.8 --output floor.tif
      """)

  @Argument(help: "Terrain: rasters, or folders of tiles; see `atalaya terrain`.", completion: .file())
  var dem: [String] = []

  @OptionGroup var floor: FloorOptions

  @OptionGroup var trust: TrustOption

  @OptionGroup var quiet: QuietOption

  func check(_ usage: inout Usage) { floor.check(&usage, hasTerrain: !dem.isEmpty) }

  func run() throws { try FloorRun(dem: dem, options: floor, isQuiet: quiet.quiet)() }
}
