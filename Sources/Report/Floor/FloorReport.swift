public import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Radar
internal import Terrain
public import Units

/// The floor of one antenna, for reading.
public struct FloorReport: Sendable {
  /// What was asked.
  public let question: FloorQuestion
  let terrain: Terrain
  let path: String
  /// What was found.
  public let summary: FloorRaster.Summary
  let contradictions: [CoverageWarning]

  /// What to check before trusting it.
  public var warnings: [CoverageWarning] {
    var warnings = contradictions
    if question.station(antennaHeight: .zero).type.looks?.wave?.losses.diffraction == true {
      warnings.append(
        CoverageWarning(
          .diffractionLeftOut,
          "diffraction, which the scenario counts, is not in this floor: it is too low at the end of the radar's range, and too "
            + "high where there is signal to spare; atalaya coverage has it"))
    }
    if summary.posts == summary.unknown {
      warnings.append(
        CoverageWarning(
          .unknownSite, "no floor is known: the antenna stands outside the terrain, in a void, or sees none of it"))
    }
    return warnings
  }

  /// The floor in a few lines.
  public var text: String {
    let ground = summary.ground.map { "ground \($0.heightText)" } ?? "ground unknown"
    var lines = [
      "antenna   \(question.position.decimal(decimals: 6)), \(summary.antennaAltitude.heightText) above mean sea level (\(ground))",
      "terrain   \(terrain.name), \(terrain.frame.columns) × \(terrain.frame.rows), heights \(terrain.verticalDatum.name)",
      "model     line of sight, k \(question.k.significant(5)), range \(question.range.text), quality "
        + "\(question.quality.rawValue); \(summary.bytes >> 20) MB in \(summary.parts) part\(summary.parts == 1 ? "" : "s")",
    ]
    if let cover = terrain.cover {
      lines.insert(
        "ground    \(cover.words), clear \(cover.clearing.text) around the antenna" + coverShare,
        at: 2)
    }
    if let radar = question.radar {
      lines.append("radar     \(radar.words)")
      lines.append("limits    those of the type: \(Double(summary.blind).grouped) posts seen at no altitude")
    }
    if let limits = question.limits {
      lines.append("limits    \(limits.words): \(Double(summary.blind).grouped) posts seen at no altitude")
    }
    lines += [
      "posts     \(Double(summary.posts).grouped) within range, \(Double(summary.unknown).grouped) of them unknown",
      "",
      "height above ground   seen of what is known",
    ]
    let known = Double(max(summary.posts - summary.unknown, 1))
    for (height, count) in zip(FloorRaster.heights, summary.seen) {
      lines.append(Self.row(height == 0 ? "on the ground" : "\(Int(height)) m", Double(count) / known))
    }
    lines.append("")
    lines.append(
      "wrote \(path): metres above mean sea level, \(Int(FloorRaster.noData)) where unknown or out of range"
        + (question.limits == nil && question.radar == nil ? "" : " or seen at no altitude"))
    return lines.joined(separator: "\n") + "\n"
  }

  /// How much of the cover's height is added to the terrain, and why; empty where that is all.
  private var coverShare: String {
    let share = terrain.model.shareOfCover
    let why = terrain.model.words.map { "the heights are \($0)" } ?? "whether heights have trees in them is unknown"
    return share == 1
      ? (terrain.model.kind == .unknown ? "; \(why)" : "") : "; \(share.percent) of its height added: \(why)"
  }

  static func row(_ title: String, _ share: Double) -> String {
    title.padding(toLength: 22, withPad: " ", startingAt: 0) + (share * 100).fixed(1) + " %"
  }
}
