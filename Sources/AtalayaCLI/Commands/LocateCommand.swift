import ArgumentParser
import Atalaya
import Foundation

/// `atalaya locate`
struct LocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a position in any notation and print it in every other.",
    discussion: """
      Notations: decimal degrees (-12.6, -73.83), degrees and minutes or seconds with N, S, E, W or O (oeste) \
      (12°36'00"S 73°49'48"W, 12 36 S 73 49.8 W, 123600S0734948W), UTM with a band letter or a spelled hemisphere \
      (18L 627084 8606816, 18 south 627084 8606816), MGRS at any precision (18LXM2708406816, read as the centre of its \
      square). All are WGS 84. A minus sign needs no tricks.

      With --from the position is in that reference system, with --to it is also printed in that one, with the operation \
      that PROJ chose and its accuracy. --to prints two numbers, x then y, and --from reads them back in the same order: \
      easting and northing, or in a geographic system longitude and latitude, whatever order the authority lists them in. \
      A position with a comma, letters or marks is read in a geographic system as everywhere else, latitude first unless \
      letters say otherwise: "51.1, 14.6", "51.1 N 14.6 E".

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
    case .json: Console.print(located.json)
    case .table:
      for warning in located.warnings { Console.note("warning: \(warning)") }
      Console.print(located.text)
    }
  }
}

/// A position in every notation.
struct Located {
  var position = Position(latitudeDegrees: 0, longitudeDegrees: 0)
  var target: (system: ReferenceSystem, x: Double, y: Double)?
  /// The operation from `--from`, or to `--to`; nil when neither is given.
  var operation: String?
  var accuracy: Length?
  var warnings: [String] = []

  init(_ text: String, from: String?, to: String?) throws(GeodesyError) {
    var source = (name: ReferenceSystem.wgs84Text, x: 0.0, y: 0.0)
    if let from {
      let system = try ReferenceSystem(from)
      let (x, y) = try xy(text, system)
      source = (from, x, y)
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

  /// The coordinates of a text in a system, x then y.
  private mutating func xy(_ text: String, _ system: ReferenceSystem) throws(GeodesyError) -> (Double, Double) {
    let plain = text.replacing("\u{2212}", with: "-")
    let words = plain.split { " ,;\t".contains($0) }
    let numbers = words.compactMap { Double($0) }.filter(\.isFinite)
    let isPair = words.count == 2 && numbers.count == 2
    guard let degreesPerUnit = system.degreesPerUnit else {
      guard isPair else {
        throw GeodesyError(
          .unreadableCoordinate, text, "\(system.name) takes two numbers, easting then northing: 627300 8607180")
      }
      return (numbers[0], numbers[1])
    }
    if isPair, !plain.contains(where: { $0 == "," || $0 == ";" }) {
      warnings.append(
        "two numbers without a comma are read as --to prints them: longitude \(words[0]), latitude \(words[1]); write "
          + "“\(words[0]), \(words[1])” for latitude first")
      guard abs(numbers[1] * degreesPerUnit) <= 90 else {
        throw GeodesyError(
          .outOfRange, text,
          "the latitude \(words[1]) is beyond the pole; x is longitude, y latitude, or put a comma "
            + "between them for latitude first")
      }
      return (numbers[0], numbers[1])
    }
    if degreesPerUnit != 1 {
      guard isPair else {
        throw GeodesyError(
          .unreadableCoordinate, text,
          "\(system.name) is not in degrees: write its two numbers, latitude, longitude with a comma, or longitude latitude"
        )
      }
      return (numbers[1], numbers[0])
    }
    let place = try Position(parsing: text)
    return (place.longitudeDegrees, place.latitudeDegrees)
  }

  /// Decimals that show a centimetre: 7 for degrees, 2 for metres.
  var text: String {
    var lines = [
      ("decimal", position.decimal(decimals: 7)), ("dms", position.dms()), ("utm", position.utm(decimals: 2)),
      ("mgrs", position.mgrs()),
    ]
    if let target {
      let decimals = target.system.isGeographic ? 8 : 3
      let order = target.system.isGeographic ? "(longitude latitude)" : "(easting northing)"
      lines.append((target.system.text, String(format: "%.*f %.*f ", decimals, target.x, decimals, target.y) + order))
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
      /// The same by name, in the units of the system.
      var longitude, latitude: Double?
      var easting, northing: Double?
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
        target: target.map { target in
          let (x, y, isGeographic) = (target.x, target.y, target.system.isGeographic)
          return Output.Target(
            crs: target.system.text, name: target.system.name, x: x, y: y, longitude: isGeographic ? x : nil,
            latitude: isGeographic ? y : nil, easting: isGeographic ? nil : x, northing: isGeographic ? nil : y)
        },
        operation: operation, accuracy_m: accuracy?.metres, warnings: warnings))
  }
}
