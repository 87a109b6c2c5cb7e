import ArgumentParser
import Atalaya
import Foundation

/// `atalaya terrain info`
struct TerrainInfoCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Show format, grid, datum, range of heights and gaps of terrain.",
    discussion: """
      Reads a raster, a folder of tiles or several of either as one terrain, exactly as a plan does. Formats: GeoTIFF and \
      COG, SRTM .hgt (also zipped or gzipped), DTED 0 to 2, VRT; in degrees or metres. All cells are read once, for the \
      range and the voids. Tiles that disagree where they overlap are reported; the first counts: in the order given, or by \
      file name within a folder.

      Exit code: 0 done; 1 the terrain cannot be read; 64 wrong usage.

      Examples:
        atalaya terrain info dem.tif
        atalaya terrain info tiles/ --missing sea --format json
      """)

  @Argument(help: "Rasters, or folders of tiles.", completion: .file())
  var paths: [String]

  @Option(help: "table (for reading) or json.")
  var format: OptionValue<AnswerFormat> = "table"

  @OptionGroup var reading: TerrainReadingOptions

  @OptionGroup var trust: TrustOption

  @OptionGroup var silence: QuietOption

  func check(_ usage: inout Usage) {
    usage.check("--format", format)
    reading.check(&usage)
  }

  func run() async throws {
    let facts: TerrainReport
    do {
      let terrain = try Terrain.open(paths, reading: try reading.reading())
      let line = ProgressLine(isQuiet: silence.quiet)
      defer { line.clear() }
      facts = try TerrainReport(of: terrain) { row in
        line.show(PlanProgress(.rows, done: row, total: terrain.frame.rows))
      }
      line.clear()
      Console.warn(facts.warnings, unless: silence.quiet)
    } catch { throw Console.failure(error) }
    switch try format.get() {
    case .json: Console.print(facts.json)
    case .table: Console.print(facts.text, terminator: "")
    }
  }
}
