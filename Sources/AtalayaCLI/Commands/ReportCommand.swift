import ArgumentParser
import Atalaya
import Foundation

/// Writes the report alone.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a scenario: one page with map, charts and tables.",
    discussion: """
      Plans the scenario as `atalaya plan` does and writes report.html, one file that opens from disk without a network, \
      prints to A4 and works on a phone. A click on its map shows what is seen there and who is there first. No request \
      leaves the machine unless the reader turns on the online base map, which names its host.

      The map library is Debian's libjs-leaflet, read from \(MapLibrary.systemFolder) when the page is written; where it is \
      missing, or with --no-map, the map is a drawing. --png also writes the map and the charts as pictures for slides, \
      drawn by rsvg-convert (Debian: librsvg2-bin).

      Examples:
        atalaya report GeoData/vraem
        atalaya report GeoData/vraem --language es --output informe --png
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var stages: StageOptions

  @Option(name: .shortAndLong, help: "The folder for the files; made when it is not there.", completion: .directory)
  var output = "plan"

  @Flag(help: "Also write the map and every chart as PNG, 1920 pixels wide, and as SVG.")
  var png = false

  func validate() throws { try options.folder() }

  func run() async throws {
    let plan = try await options.plan(stages)
    let files: PlanFiles
    let notes: [String]
    do throws(GeoFileError) {
      let page = try page.page(of: plan, options, stages)
      files = PlanFiles(of: page, drawings: png, pictures: png ? try Pictures.all(of: page) : [])
      notes = try files.write(to: output, about: plan.scenario) { Console.waiting(for: output) }
    } catch {
      throw Console.failure(error.description)
    }
    Console.print(files.summary(folder: output), terminator: "")
    if !options.quiet { for line in notes { Console.note("note: \(line)") } }
  }
}

/// The report's drawings as pictures.
enum Pictures {
  /// Every drawing as PNG, 1920 pixels wide, by rsvg-convert.
  static func all(of page: ReportPage) throws(GeoFileError) -> [(name: String, bytes: [UInt8])] {
    var pictures: [(name: String, bytes: [UInt8])] = []
    for drawing in page.drawings {
      pictures.append((drawing.name + ".png", try png(of: drawing.svg, named: drawing.name + ".png")))
    }
    return pictures
  }

  private static func png(of svg: String, named name: String) throws(GeoFileError) -> [UInt8] {
    func failure(_ problem: String) -> GeoFileError {
      GeoFileError(
        .unwritable, path: name, problem: problem,
        remedy: "install rsvg-convert (Debian: apt install librsvg2-bin), or leave out --png")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["rsvg-convert", "--width", "1920", "--keep-aspect-ratio", "--format", "png"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      // rsvg-convert reads all before it writes: no deadlock between the two pipes.
      try input.fileHandleForWriting.write(contentsOf: Data(svg.utf8))
      try input.fileHandleForWriting.close()
    } catch { throw failure("cannot be drawn: rsvg-convert does not run") }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !data.isEmpty else { throw failure("rsvg-convert does not draw it") }
    return Array(data)
  }
}
