import ArgumentParser
import Atalaya
import Foundation

/// `atalaya locate`
struct Locate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a position in any notation and print it in every other.",
    discussion: """
      Notations: decimal degrees (-12.6, -73.83), degrees and minutes or seconds with N, S, E, W or O (oeste) \
      (12°36'00"S 73°49'48"W, 12 36 S 73 49.8 W, 123600S0734948W), UTM with a band letter or a spelled hemisphere \
      (18L 627084 8606816, 18 south 627084 8606816), MGRS at any precision (18LXM2708406816, read as the centre of its \
      square). All are WGS 84. A minus sign needs no tricks.

      With --from the position is x y in that reference system: easting, then northing. In a geographic system it is \
      latitude, then longitude, in any notation of degrees. With --to it is also printed in that system, with the \
      operation that PROJ chose and its accuracy. In both, x is easting or longitude, y northing or latitude.

      Examples:
        atalaya locate "-12.6, -73.83"
        atalaya locate 18L 627084 8606816 --format json
        atalaya locate "627300 8607180" --from EPSG:24878 --to EPSG:32718

      A position that cannot be read ends with exit code 64; one that cannot be transformed with 1. Warnings go to \
      standard error, and into the JSON.
      """)

  @Argument(help: "The position; several words are joined.")
  var position: [String]

  @Option(help: "The reference system of the position: EPSG:code, WKT, a PROJ string.")
  var from: String?

  @Option(help: "A reference system to print it in as well.")
  var to: String?

  @Option(help: "table (lines of text) or json.")
  var format: AnswerFormat = .table

  func run() throws {
    let text = position.joined(separator: " ")
    let located: Located
    do {
      located = try Located(text, from: from, to: to)
    } catch {
      Console.note("error: \(error)")
      let isInput = [.unreadableCoordinate, .ambiguousCoordinate, .outOfRange, .impossibleGrid].contains(error.code)
      throw isInput ? ExitCode.validationFailure : ExitCode.failure
    }
    switch format {
    case .json: print(located.json)
    case .table:
      for warning in located.warnings { Console.note("warning: \(warning)") }
      print(located.text)
    }
  }
}

/// A position in every notation.
struct Located {
  var position: Position
  var target: (system: ReferenceSystem, x: Double, y: Double)?
  /// The operation from `--from`, or to `--to`; nil when neither is given.
  var operation: String?
  var accuracy: Length?
  var warnings: [String] = []

  init(_ text: String, from: String?, to: String?) throws(GeodesyError) {
    var source = (name: ReferenceSystem.wgs84Text, x: 0.0, y: 0.0)
    if let from {
      let system = try ReferenceSystem(from)
      if system.isGeographic {
        let place = try Position(parsing: text)
        source = (from, place.longitudeDegrees, place.latitudeDegrees)
      } else {
        let (x, y) = try Located.xy(text, system)
        source = (from, x, y)
      }
      var transformation = try CoordinateTransformation(from: from, to: ReferenceSystem.wgs84Text)
      let result = try transformation.transform(x: source.x, y: source.y)
      position = Position(latitudeDegrees: result.y, longitudeDegrees: result.x).normalized
      take(result)
    } else {
      position = try Position(parsing: text)
      source = (ReferenceSystem.wgs84Text, position.longitudeDegrees, position.latitudeDegrees)
    }
    if let to {
      var transformation = try CoordinateTransformation(from: source.name, to: to)
      let result = try transformation.transform(x: source.x, y: source.y)
      target = (transformation.target, result.x, result.y)
      take(result)
    }
  }

  private mutating func take(_ result: CoordinateTransformation.Result) {
    operation = result.operation
    accuracy = result.accuracy
    for warning in result.warnings where !warnings.contains(warning) { warnings.append(warning) }
  }

  private static func xy(_ text: String, _ system: ReferenceSystem) throws(GeodesyError) -> (Double, Double) {
    let words = text.replacing("\u{2212}", with: "-").split(whereSeparator: { " ,;\t".contains($0) })
    let numbers = words.compactMap { Double($0) }.filter(\.isFinite)
    guard words.count == 2, numbers.count == 2 else {
      throw GeodesyError(
        .unreadableCoordinate, text, "\(system.name) takes two numbers, easting then northing: 627300 8607180")
    }
    return (numbers[0], numbers[1])
  }

  /// Decimals that show a centimetre: 7 for degrees, 2 for metres.
  var text: String {
    var lines = [
      ("decimal", position.decimal(decimals: 7)), ("dms", position.dms()), ("utm", position.utm(decimals: 2)),
      ("mgrs", position.mgrs()),
    ]
    if let target {
      let decimals = target.system.isGeographic ? 8 : 3
      lines.append((target.system.text, String(format: "%.*f %.*f", decimals, target.x, decimals, target.y)))
    }
    if let operation {
      lines.append(("operation", operation))
      lines.append(("accuracy", accuracy.map { "\($0.metres.formatted()) m" } ?? "not stated"))
    }
    let width = lines.map(\.0.count).max() ?? 0
    return lines.map { $0.0.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.1 }.joined(separator: "\n")
  }

  private struct Output: Encodable {
    struct Target: Encodable {
      var crs: String
      var name: String
      var x: Double
      var y: Double
    }
    var latitude: Double
    var longitude: Double
    var dms: String
    var utm: String
    var mgrs: String
    var target: Target?
    var operation: String?
    var accuracy_m: Double?
    var warnings: [String]
  }

  var json: String {
    Console.json(
      Output(
        latitude: position.latitudeDegrees, longitude: position.longitudeDegrees, dms: position.dms(),
        utm: position.utm(decimals: 2), mgrs: position.mgrs(),
        target: target.map { Output.Target(crs: $0.system.text, name: $0.system.name, x: $0.x, y: $0.y) },
        operation: operation, accuracy_m: accuracy?.metres, warnings: warnings))
  }
}
