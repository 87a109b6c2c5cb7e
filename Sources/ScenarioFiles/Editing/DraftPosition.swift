import Foundation
import Geodesy
import Scenario
import Units

/// A place that was given in any notation, as the rows of a layer state places.
struct DraftPosition {
  let position: Position
  /// The text as it was given.
  let text: String

  /// - Throws: What is said of a row whose position cannot be read.
  init(_ text: String) throws(ScenarioProblem) {
    self.text = text.trimmed
    do { position = try Position(parsing: text) } catch {
      throw ScenarioProblem(.position, "“\(text.prefix(60))” is not a position", error.message)
    }
    guard abs(position.latitudeDegrees) <= 90 else {
      throw ScenarioProblem(
        .position, "“\(text.prefix(60))” is not a place on the Earth", "write the latitude first, then the longitude")
    }
  }

  /// Latitude and longitude: as they were given where these are decimal degrees, otherwise to 0.01 m.
  var degrees: (latitude: String, longitude: String) {
    let parts = text.split(separator: ",").map { String($0).trimmed }
    if parts.count == 2, parts.allSatisfy({ JSONSpan.isNumber($0) }), let east = Double(parts[1]), east < 180 {
      return (parts[0], parts[1])
    }
    return (position.latitudeDegrees.degreesText, position.longitudeDegrees.degreesText)
  }

  /// What fields of a row state the place: those that state it today, in their notation; else those that its table has, else
  /// `position`.
  /// - Parameters:
  ///   - current: The texts of the row by field.
  ///   - available: The fields for which the table has columns.
  ///   - crs: The system of `x` and `y`.
  func fields(
    like current: [String: String], available: Set<String>, crs: String?
  ) throws(ScenarioProblem) -> [(name: String, text: String)] {
    typealias F = PositionFields
    var result: [(String, String)] = []
    let used = current.keys.contains { name in F.all.contains { $0.name == name } } ? Set(current.keys) : available
    if used.contains(F.position.name) || used.isDisjoint(with: F.all.map(\.name)) {
      result.append(
        (F.position.name, current[F.position.name].map(Self.isDMS) == true ? position.dms(decimals: 3) : text))
    }
    if used.contains(F.latitude.name), used.contains(F.longitude.name) {
      if current[F.latitude.name].map(Self.isDMS) == true {
        let parts = position.dms(decimals: 3).split(separator: " ").map(String.init)
        result += [(F.latitude.name, parts[0]), (F.longitude.name, parts[1])]
      } else {
        result += [(F.latitude.name, degrees.latitude), (F.longitude.name, degrees.longitude)]
      }
    }
    if used.contains(F.x.name), used.contains(F.y.name), let crs { result += try projected(to: crs) }
    if result.isEmpty { result.append((F.position.name, text)) }
    return result
  }

  private func projected(to crs: String) throws(ScenarioProblem) -> [(String, String)] {
    do {
      var way = try CoordinateTransformation(from: ReferenceSystem.wgs84Text, to: crs)
      let (x, y) = try way.point(x: position.longitudeDegrees, y: position.latitudeDegrees)
      func text(_ number: Double) -> String {
        // A centimetre, in metres or in degrees.
        max(abs(x), abs(y)) > 360 ? String(format: "%.2f", number) : number.degreesText
      }
      return [(PositionFields.x.name, text(x)), (PositionFields.y.name, text(y))]
    } catch {
      throw ScenarioProblem(.position, "“\(text.prefix(60))” is not a place in \(crs.prefix(60))", error.message)
    }
  }

  /// Degrees with minutes, or with letters: neither decimal degrees nor a grid.
  private static func isDMS(_ text: String) -> Bool {
    text.contains("°") || text.contains("'") || text.contains("′")
  }
}
