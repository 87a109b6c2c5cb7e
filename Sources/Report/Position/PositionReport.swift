internal import Foundation
public import Geodesy
public import Units

/// A position in every notation, and in a reference system.
public struct PositionReport: Sendable {
  /// The position.
  public private(set) var position = Position(latitudeDegrees: 0, longitudeDegrees: 0)
  private var target: (system: ReferenceSystem, x: Double, y: Double)?
  private var operation: String?
  private var accuracy: Length?
  /// What to check before trusting it.
  public private(set) var warnings: [GeodesyWarning] = []

  /// Reads a position.
  /// - Parameters:
  ///   - text: The position, in any notation of `Position(parsing:)`; in a system that ``Position`` does not read, two numbers.
  ///   - from: The reference system of the text: EPSG code, WKT or PROJ string; nil for WGS 84.
  ///   - to: A reference system in which it is given as well; nil for none.
  /// - Throws: ``GeodesyError`` when the text or a system cannot be read, or PROJ has no operation between them.
  public init(_ text: String, from: String? = nil, to: String? = nil) throws(GeodesyError) {
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
        GeodesyWarning(
          .axisOrder, at: FaultPlace(text: text),
          "two numbers without a comma are read as --to prints them: longitude \(words[0]), latitude \(words[1]); write "
            + "“\(words[0]), \(words[1])” for latitude first"))
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

  /// In a few lines, to the centimetre: 7 decimals of degrees, 2 of metres.
  public var text: String {
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
    var warnings: [GeodesyWarning]
  }

  /// Everything, for programs.
  public var json: String {
    EncodedJSON.text(
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
