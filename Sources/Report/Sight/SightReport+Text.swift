internal import Coverage
internal import Geodesy
internal import Radar
internal import Units

extension SightReport {
  /// The line for reading: ends, answer, obstacles and a small chart.
  /// - Parameter width: Columns of the chart.
  public func text(width: Int = 78) -> String {
    let profile = line.profile
    var lines: [(String, String)] = [
      ("antenna", end(antennaName, profile.antenna, profile.antennaGround, line.antennaAltitude)),
      ("target", end(targetName, profile.target, profile.targetGround, line.targetAltitude)),
      (
        "distance",
        "\(profile.distance.text), "
          + (azimuth.map { "azimuth \($0.degrees.fixed(2))°, back \(profile.backAzimuth.degrees.fixed(2))°, " } ?? "")
          + "elevation \(line.elevation.degrees.fixed(2))°"
      ),
      ("in sight", line.cause.map { "no: \(Self.reason($0))" } ?? "yes"),
    ]
    if let unknown = line.firstUnknown { lines.append(("unknown", "ground from \(unknown.text) on\(place(unknown))")) }
    if let block = line.blockingPoint {
      lines.append(
        (
          "blocked",
          "at \(block.distance.text)\(place(block.distance)): the \(!profile.isCovered ? "ground" : hasCover ? "ground with its cover" : "ground with its error") at \(block.ground.fineHeightText) stands "
            + "\(block.obstruction.fineHeightText) above the line"
        ))
    } else if line.isVisible, let tight = line.tightest {
      lines.append(
        (
          "clear",
          "by \((-tight.obstruction).fineHeightText) at its tightest, at \(tight.distance.text)\(place(tight.distance))"
        ))
    }
    if let lowest = line.lowestVisibleAltitude {
      let height = line.lowestVisibleHeight.map { ", \($0.fineHeightText) above ground" } ?? ""
      lines.append(
        ("lowest", "\(lowest.fineHeightText) AMSL\(height) is the lowest in sight over the target’s place"))
    }
    if !line.isVisible, line.cause != .belowGround, line.cause != .unknownTerrain {
      if let mast = line.mastToClear, let altitude = line.clearingAntennaAltitude {
        let height = profile.antennaGround.map { ", \((altitude - $0).fineHeightText) above ground" } ?? ""
        lines.append(
          (
            "mast",
            "\(mast.fineHeightText) more would clear it\(mast > .metres(150) ? ", which no mast reaches" : ""): an antenna at \(altitude.fineHeightText) AMSL\(height)"
          ))
      } else {
        lines.append(("mast", "no height of the antenna clears it"))
      }
    }
    if let radar {
      func reason(_ blindness: Blindness) -> String {
        blindness == line.cause ? "for the same reason" : Self.reason(blindness)
      }
      lines.append(
        (
          "radar",
          "\(radar.name): \(radar.blindness.map { "does not \(radar.verb) it, \(reason($0))" } ?? radar.verb + "s it")"
            + (radar.look.map { look in
              "; one look detects it with probability \(look.probability.significant(3)), and \(look.wanted.significant(6)) is wanted"
            } ?? "")
        ))
    }
    if let raise {
      lines.append(
        (
          "error",
          "the ground hides as if \(raise.height.heightText) higher beyond \(raise.beyond.text) of the antenna (terrain: error), "
            + "as in the scenario’s plan; heights above ground count from the terrain’s own"
        ))
    }
    if let worst { lines.append(("worst", "of the scenario’s bands, as in its plan: \(worst)")) }
    if profile.isCovered, hasCover {
      lines.append(("cover", "what stands on the ground hides too; \(heightsFrom)"))
    }
    let body = lines.map { title, text in
      title + String(repeating: " ", count: 10 - title.count) + ConsoleText.harmless(text) + "\n"
    }
    let foot = "over an Earth of k = \(line.k.fixed(3)): no Fresnel zone is kept clear"
    return body.joined() + "\n" + SightChartText(line, width: width).text
      + (losses.map { "\n\($0.text)“In sight” is of the straight line, \(foot); the losses count diffraction.\n" }
        ?? "Line of sight only, \(foot), no diffraction.\n")
  }

  private func end(_ name: String?, _ place: Position?, _ ground: Length?, _ altitude: Length) -> String {
    var parts = [name, place.map { $0.decimal() }].compactMap { $0 }
    parts.append("at \(altitude.fineHeightText) AMSL")
    if let ground {
      parts.append("\((altitude - ground).fineHeightText) above ground at \(ground.fineHeightText)")
    }
    if ground == nil { parts.append("ground unknown") }
    return parts.joined(separator: ", ")
  }

  private func place(_ distance: Length) -> String {
    line.profile.position(at: distance).map { " (\($0.decimal()))" } ?? ""
  }

  static func reason(_ cause: Blindness) -> String {
    switch cause {
    case .belowGround: "the target lies below the ground"
    case .transponder:
      "the radar is a \(SensorRule.Signal.reply.kinds.map(\.rawValue).joined(separator: " or ")) one and the target has no transponder"
    case .broadcast: "the receiver hears positions that aircraft broadcast and the target broadcasts none (ADS-B Out)"
    case .sector: "the azimuth is in a blind sector"
    case .range: "it is beyond the radar’s range for the target"
    case .minimumRange: "it is within the radar’s minimum range"
    case .belowBeam: "it is below the radar’s beam"
    case .aboveBeam: "it is above the radar’s beam, in the cone of silence"
    case .unknownTerrain: "ground on the way is unknown"
    case .horizon: "it is below the horizon: the bulge of the Earth hides it, with or without hills"
    case .ridge: "a ridge hides it"
    case .probability: "one look detects it there with less than the wanted probability"
    case .diffraction: "it is in the line of sight, but diffraction at the edge of a shadow takes too much of a look"
    }
  }
}
