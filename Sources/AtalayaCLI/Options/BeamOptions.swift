import ArgumentParser
import Atalaya
import Foundation

/// The limits of a radar that no scenario describes.
struct BeamOptions: ParsableArguments {
  @Option(help: "Slant range within which the radar sees nothing: 2km.")
  var minimumRange: String?

  @Option(help: "Lowest elevation angle of the beam: 0.5deg.")
  var minimumElevation: String?

  @Option(help: "Highest elevation angle of the beam, above which its cone of silence lies: 40deg.")
  var maximumElevation: String?

  @Option(help: "Azimuths in which nothing is seen, clockwise from true north: \"90-120; 350-10\".")
  var blindSectors: String?

  /// The options that are given, by name.
  var given: [String] {
    [
      ("--minimum-range", minimumRange), ("--minimum-elevation", minimumElevation),
      ("--maximum-elevation", maximumElevation), ("--blind-sectors", blindSectors),
    ].filter { $0.1 != nil }.map(\.0)
  }

  /// The limits in words; nil for none.
  var text: String? {
    let parts = [
      minimumRange.map { "from \($0) on" }, minimumElevation.map { "above \($0)" },
      maximumElevation.map { "below \($0)" },
      blindSectors.map { "blind in \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ").replacingOccurrences(of: "\u{2212}", with: "-")
  }

  /// A primary radar with these limits that sees the ``target`` to a slant range.
  /// - Throws: `ValidationError` that names the option and what is wrong with it, for the first that is.
  func station(at position: Position, range: Length, antennaHeight: Length) throws -> RadarStation {
    let minimum = try read("--minimum-range", minimumRange) { try Length.parse($0) } ?? .zero
    let lowest = try read("--minimum-elevation", minimumElevation) { try Angle.parse($0) }
    let highest = try read("--maximum-elevation", maximumElevation) { try Angle.parse($0) }
    let sectors = try read("--blind-sectors", blindSectors) { try AzimuthSector.parse(list: $0) } ?? []
    if minimum < .zero { throw ValidationError("--minimum-range: \(minimum.text) is below zero") }
    for (name, angle) in [("--minimum-elevation", lowest), ("--maximum-elevation", highest)] {
      guard let angle, !(-90...90).contains(angle.degrees) else { continue }
      throw ValidationError("\(name): elevations go from -90° to 90°")
    }
    if let lowest, let highest, lowest >= highest {
      throw ValidationError("--minimum-elevation: must lie below --maximum-elevation")
    }
    let type = RadarType(
      id: "radar", name: "radar", kind: .primary, instrumentedRange: range, minimumRange: minimum,
      antennaHeight: antennaHeight, minimumElevation: lowest, maximumElevation: highest)
    return RadarStation(
      id: "radar", name: "radar", position: position, groundElevation: nil, antennaHeight: antennaHeight, type: type,
      blindSectors: sectors)
  }

  /// Wrong usage, without a radar.
  func check() throws {
    _ = try station(
      at: Position(latitudeDegrees: 0, longitudeDegrees: 0), range: .kilometres(1), antennaHeight: .zero)
  }

  private func read<Value>(_ name: String, _ text: String?, _ parse: (String) throws -> Value) throws -> Value? {
    do { return try text.map(parse) } catch { throw ValidationError("\(name): \(error)") }
  }

  /// A target that is seen to the range.
  static let target = Target(crossSection: .squareMetres(1), hasTransponder: false)
}
