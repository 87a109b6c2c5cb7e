import ArgumentParser
import Atalaya
import Foundation

/// Shows what a terrain model holds.
struct TerrainInfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Show the format, grid, datum, range of heights and gaps of terrain.",
    discussion: """
      Reads a raster, a folder of tiles or several of either as one terrain, exactly as a plan does: GeoTIFF and COG, SRTM \
      .hgt (also zipped or gzipped), DTED 0 to 2, VRT; degrees or metres. All cells are read once, for the range and the \
      voids. Tiles that differ where they overlap are reported: the first one counts, in the order in which they are named, \
      in a folder by name.

      Examples:
        atalaya terrain info dem.tif
        atalaya terrain info tiles/ --missing sea --format json
      """)

  @Argument(help: "Rasters, or folders of tiles.", completion: .file())
  var paths: [String]

  @Option(help: "table (for reading) or json.")
  var format: AnswerFormat = .table

  @OptionGroup var reading: TerrainReadingOptions

  @OptionGroup var trust: TrustOption

  @Flag(name: .shortAndLong, help: "Print neither progress nor warnings: errors and results alone.")
  var quiet = false

  func run() async throws {
    let facts: TerrainFacts
    do {
      let terrain = try Terrain.open(paths, reading: reading.reading())
      let line = ProgressLine(isQuiet: quiet)
      defer { line.clear() }
      facts = try TerrainFacts(of: terrain) { row in
        line.show(PlanProgress(done: row, total: terrain.frame.rows), doing: "reading rows")
      }
      line.clear()
      if !quiet { for line in facts.warnings { Console.note("warning: \(line)") } }
    } catch { throw Console.failure("\(error)") }
    switch format {
    case .json: Console.print(Console.json(facts))
    case .table: Console.print(facts.text, terminator: "")
    }
  }
}
