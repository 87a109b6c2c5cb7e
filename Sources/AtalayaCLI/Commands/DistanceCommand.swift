import ArgumentParser
import Atalaya
import Foundation

/// `atalaya distance`
struct DistanceCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "distance",
    abstract: "Measure distance and azimuths between two positions.",
    discussion: """
      Positions are written as for `atalaya locate`, each in quotes. The distance is that of the geodesic on the WGS 84 \
      ellipsoid. Azimuths are clockwise from true north, 0 to 360 degrees. The azimuth is the direction in which the geodesic \
      leaves A, the final azimuth that in which it passes B.

      Exit code: 0 done; 64 a position cannot be read, or wrong usage.

      Example:
        atalaya distance "-11.3254, -74.5356" "18L 627084 8606816"
      """)

  @Argument(help: "The first position.")
  var a: OptionValue<Position>

  @Argument(help: "The second position.")
  var b: OptionValue<Position>

  @Option(help: "table (lines of text) or json.")
  var format: OptionValue<AnswerFormat> = "table"

  private struct Output: Encodable {
    var distance_m: Double
    var azimuth_deg: Double
    var final_azimuth_deg: Double
  }

  func check(_ usage: inout Usage) {
    usage.check("position A", a)
    usage.check("position B", b)
    usage.check("--format", format)
  }

  func run() throws {
    let way = Ellipsoid.wgs84.inverse(from: try a.get(), to: try b.get())
    let output = Output(
      distance_m: way.distance.metres, azimuth_deg: compass(way.azimuth), final_azimuth_deg: compass(way.finalAzimuth))
    switch try format.get() {
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
