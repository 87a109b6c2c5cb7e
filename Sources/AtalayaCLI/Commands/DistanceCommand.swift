import ArgumentParser
import Atalaya
import Foundation

/// `atalaya distance`
struct DistanceCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure distance and azimuths between two positions.",
    discussion: """
      Positions are written as for `atalaya locate`, each in quotes. The distance is along the WGS 84 ellipsoid, accurate to \
      15 nanometres. Azimuths are clockwise from true north, 0 to 360 degrees: at A towards B, and at B onward.

      Example:
        atalaya distance "-11.3254, -74.5356" "18L 627084 8606816"
      """)

  @Argument(help: "From here.")
  var a: OptionValue<Position>

  @Argument(help: "To there.")
  var b: OptionValue<Position>

  @Option(help: "table (lines of text) or json.")
  var format: AnswerFormat = .table

  private struct Output: Encodable {
    var distance_m: Double
    var azimuth_deg: Double
    var final_azimuth_deg: Double
  }

  func check(_ usage: inout Usage) { usage.check("position", a, b) }

  func run() throws {
    let way = Ellipsoid.wgs84.inverse(from: try a.get(), to: try b.get())
    let output = Output(
      distance_m: way.distance.metres, azimuth_deg: compass(way.azimuth), final_azimuth_deg: compass(way.finalAzimuth))
    switch format {
    case .json: Console.print(EncodedJSON.text(output))
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
