public import Coverage
internal import Foundation
internal import GeoFiles
public import Geodesy
internal import Radar
internal import Terrain
public import Units

extension FloorReport {
  /// Why a target is not seen, post by post.
  public struct Causes: Sendable {
    /// The causes.
    public let map: BlindnessMap
    /// What to check before trusting them, beyond what the floor's own report says.
    public let warnings: [CoverageWarning]
    let target: String
    let path: String

    /// How often each cause applies, in a few lines.
    public var text: String {
      let counts = map.counts
      let within = counts.reduce(0) { $0 + ($1.key == .range ? 0 : $1.value) }
      var lines = [
        "", "target at \(target)".padding(toLength: 22, withPad: " ", startingAt: 0) + "of what is within range",
      ]
      for cause in [nil] + Blindness.allCases where cause != .range {
        guard let count = counts[cause] else { continue }
        lines.append(FloorReport.row(cause?.rawValue ?? "seen", Double(count) / Double(max(within, 1))))
      }
      lines += ["", "wrote \(path): 0 seen, else the cause’s code as the band’s description has it"]
      return lines.joined(separator: "\n") + "\n"
    }
  }

  /// Writes why a target is not seen, post by post.
  /// - Parameters:
  ///   - target: The target.
  ///   - words: What it is called in the text.
  ///   - path: The GeoTIFF.
  /// - Throws: ``FloorError`` or ``GeoFileError``; the old file is then as it was.
  public func writeCauses(of target: Altitude, _ words: String, to path: String) throws -> Causes {
    guard let ground = summary.ground else {
      throw GeoFileError(
        .unwritable, path: path,
        problem: "the ground under the antenna is unknown, so that horizon and ridge cannot be distinguished",
        remedy: "place the antenna on known ground, or leave out --causes")
    }
    guard !terrain.isRead(from: path) else {
      throw GeoFileError(
        .unwritable, path: path, problem: "is the terrain itself, or in its folder, where it would be ground",
        remedy: "name another file")
    }
    let station = question.station(antennaHeight: summary.antennaAltitude - ground)
    let sought = question.target
    let coverage = try TerrainCoverage.load(
      [station], over: terrain, targets: [sought], k: question.k,
      options: .init(quality: question.quality, memoryLimit: question.memory, workers: question.workers),
      sight: summary.sight)
    let map = try coverage.blindness(of: 0, at: target, target: sought)
    try map.write(to: path) { Palette.cause($0).raster }
    return Causes(
      map: map, warnings: coverage.warnings.filter { !contradictions.contains($0) }, target: words, path: path)
  }
}
