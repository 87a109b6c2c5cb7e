import ArgumentParser
import Atalaya
import Foundation

/// What is compared with a radar's model, and how its files are read.
struct FitOptions: ParsableArguments {
  @Option(
    help: "Recorded plots or tracks (CSV, GeoJSON or any layer), a receiver's outline.json, or range rings.",
    completion: .file())
  var observed: String?

  @Option(
    help:
      "Traffic that is known: tracks of another radar, or ADS-B; where the radar did not report it, it did not see it.",
    completion: .file())
  var reference: String?

  @Option(help: "The id of the radar's site (default: the one that the file names, or the scenario's only radar).")
  var radar: String?

  @Option(help: "Width of azimuth sectors, as in 30deg (default: 30deg).")
  var sector: OptionValue<AzimuthStep>?

  @Flag(help: "Take a receiver's outline for the edge of what it sees, as where aircraft fly everywhere.")
  var outlineIsEdge = false

  @Flag(help: "Only compare, and fit nothing.")
  var compareOnly = false

  @Option(
    help: "Coordinate reference system of the observations, as in EPSG:32718 (default: that of the file, else WGS 84).")
  var crs: String?

  @Option(help: "The layer of a file that holds several.")
  var layer: String?

  @Option(help: "What third coordinates are: \(FitOptions.heightWords.joined(separator: ", ")).")
  var heights: String?

  @Option(
    name: .customLong("columns"),
    help: "The file's column for one of ours, as in altitude_amsl_m=geoaltitude; may be repeated.")
  var columns: [String] = []

  @Option(help: "The altitude of observations that have none, as in FL350 or \"3000 m AMSL\".")
  var altitude: OptionValue<StatedAltitude>?

  @Option(help: "The part of an outline: last24h, alltime (default: the one with the most points).")
  var part: String?

  static let heightWords = ["amsl", "agl", "amsl_ft", "agl_ft", "ignore"]

  func check(_ usage: inout Usage) {
    if observed == nil { usage.report("--observed is missing: the file to compare with, as in --observed plots.csv") }
    usage.check("--sector", sector)
    usage.check("--altitude", altitude)
    if let sector, let count = try? sector.get().count, count > 72 {
      usage.report("--sector “\(sector.text)”: write 5deg or more")
    }
    if let heights, !Self.heightWords.contains(heights) {
      usage.report("--heights “\(heights)”: write \(Self.heightWords.joined(separator: ", "))")
    }
    for text in columns where text.split(separator: "=", maxSplits: 1).count != 2 {
      usage.report("--columns “\(text)”: write ours=theirs, as in altitude_amsl_m=geoaltitude")
    }
  }

  /// How files are read.
  func reading() throws -> ObservedOptions {
    ObservedOptions(
      crs: crs, layer: layer, heights: heights,
      columns: columns.compactMap { text in
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (ours: parts[0], theirs: parts[1]) : nil
      }, altitude: try altitude?.get().altitude, part: part)
  }
}
