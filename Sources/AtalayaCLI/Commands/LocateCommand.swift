import ArgumentParser
import Atalaya
import Foundation

/// `atalaya locate`
struct LocateCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate",
    abstract: "Convert a position between notations and reference systems.",
    discussion: """
      Notations, all on WGS 84:

        decimal degrees      -12.6, -73.83
        degrees and minutes  12°36'00"S 73°49'48"W, 12 36 S 73 49.8 W, 123600S0734948W
        UTM                  18L 627084 8606816, 18 south 627084 8606816
        MGRS                 18LXM2708406816, at any precision, read as the centre of its square

      N, S, E, W and O (oeste) name the hemisphere. A position may start with a minus sign.

      --from reads the position in another reference system. --to prints it in another one as well, and names the PROJ \
      operation and its accuracy.

      --to prints two numbers, x then y: easting and northing, or in a geographic system longitude and latitude, whatever \
      order the authority defines. --from reads two numbers in the same order. In a geographic system a position with a \
      comma, letters or marks is read as usual, latitude first unless letters say otherwise: "51.1, 14.6", "51.1 N 14.6 E".

      Exit code: 0 done; 1 the position cannot be transformed; 64 the position cannot be read, or wrong usage. Warnings go \
      to standard error and into the JSON.

      Examples:
        atalaya locate "-12.6, -73.83"
        atalaya locate 18L 627084 8606816 --format json
        atalaya locate "627300 8607180" --from EPSG:24878 --to EPSG:32718
      """)

  @Argument(help: "The position; several words are joined.")
  var position: [String]

  @Option(help: "The reference system of the position: EPSG:code, WKT, a PROJ string.")
  var from: String?

  @Option(help: "A reference system to print it in as well: EPSG:code, WKT, a PROJ string.")
  var to: String?

  @Option(help: "table (lines of text) or json.")
  var format: OptionValue<AnswerFormat> = "table"

  func check(_ usage: inout Usage) { usage.check("--format", format) }

  func run() throws {
    let text = position.joined(separator: " ")
    let located: PositionReport
    do {
      located = try PositionReport(text, from: from, to: to)
    } catch {
      Console.note("error: \(NegativeArguments.plain("\(error)"))")
      let isInput = [.unreadableCoordinate, .ambiguousCoordinate, .outOfRange, .impossibleGrid].contains(error.code)
      throw isInput ? ExitCode.validationFailure : ExitCode.failure
    }
    switch try format.get() {
    case .json: Console.print(located.json)
    case .table:
      Console.warn(located.warnings, unless: false)
      Console.print(located.text)
    }
  }
}
