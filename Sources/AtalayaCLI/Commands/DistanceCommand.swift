import ArgumentParser
import Atalaya
import Foundation

/// `atalaya distance`
struct DistanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the geodesic between two positions: distance and azimuths.",
    discussion: """
      Positions are written as for `atalaya locate`, each in quotes. The distance is along the ellipsoid of WGS 84, \
      good to 15 nanometres. Azimuths are clockwise from true north, 0 to 360 degrees: at A towards B, and at B onward.

      Example:
        atalaya distance "-11.3254, -74.5356" "18L 627084 8606816"
      """)

  @Argument(help: "From here.")
  var a: String

  @Argument(help: "To there.")
  var b: String

  @Option(help: "table (lines of text) or json.")
  var format: AnswerFormat = .table

  private struct Output: Encodable {
    var distance_m: Double
    var azimuth_deg: Double
    var final_azimuth_deg: Double
  }

  func run() throws {
    var places: [Position] = []
    var isReadable = true
    for text in [a, b] {
      do {
        places.append(try Position(parsing: text))
      } catch {
        Console.note("error: \(error)")
        isReadable = false
      }
    }
    guard isReadable else { throw ExitCode.validationFailure }
    let way = Ellipsoid.wgs84.inverse(from: places[0], to: places[1])
    let output = Output(
      distance_m: way.distance.metres, azimuth_deg: compass(way.azimuth), final_azimuth_deg: compass(way.finalAzimuth))
    switch format {
    case .json: Console.print(Console.json(output))
    case .table:
      Console.print(
        String(format: "distance       %.3f km (%.3f NM)", way.distance.kilometres, way.distance.nauticalMiles))
      Console.print(String(format: "azimuth        %.6f°", output.azimuth_deg))
      Console.print(String(format: "final azimuth  %.6f°", output.final_azimuth_deg))
    }
  }

  /// An azimuth from 0° to below 360°.
  private func compass(_ angle: Angle) -> Double {
    let degrees = angle.degrees < 0 ? angle.degrees + 360 : angle.degrees
    return degrees >= 360 || degrees == 0 ? 0 : degrees
  }
}
