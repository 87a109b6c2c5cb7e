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
          "at \(block.distance.text)\(place(block.distance)): the ground at \(block.ground.fineHeightText) stands "
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
            "\(mast.fineHeightText) more would clear it\(mast > .metres(150) ? ", higher than masts are" : ""): an antenna at \(altitude.fineHeightText) AMSL\(height)"
          ))
      } else {
        lines.append(("mast", "no height of the antenna clears it"))
      }
    }
    if let radar {
      lines.append(
        ("radar", "\(radar.name) \(radar.blindness.map { "does not see it: \(Self.reason($0))" } ?? "sees it")"))
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
    case .sector: "the azimuth is in a blind sector"
    case .range: "it is beyond the radar’s range for the target"
    case .minimumRange: "it is within the radar’s minimum range"
    case .belowBeam: "it is below the radar’s beam"
    case .aboveBeam: "it is above the radar’s beam, in the cone of silence"
    case .unknownTerrain: "ground on the way is unknown"
    case .horizon: "it is below the horizon: the bulge of the Earth hides it, with or without hills"
    case .ridge: "a ridge hides it"
    }
  }
}

/// A profile in characters: the Earth bulges and sight lines are straight, as in the drawing.
struct SightChartText {
  private let line: SightLine
  private let width: Int
  private let height = 14

  init(_ line: SightLine, width: Int) {
    self.line = line
    self.width = max(width - 9, 20)
  }

  var text: String {
    let (low, high) = range
    let step = (high - low) / Double(height)
    func level(_ y: Double) -> Int { Int(clamping: ((y - low) / step).rounded(.down)) }
    let columns = columnsOfGround
    var rows: [String] = []
    for row in (0..<height).reversed() {
      var text = ""
      for column in 0..<width {
        let distance = line.profile.distance * ((Double(column) + 0.5) / Double(width))
        let sight = level(line.drawn(distance: distance, altitude: line.altitude(at: distance)).y)
        let ground = columns[column]
        let isGround = ground.map { level($0) >= row } ?? false
        if sight == row {
          text += isGround ? "×" : "·"
        } else if ground == nil {
          text += "?"
        } else {
          text += isGround ? "█" : " "
        }
      }
      let label = row == height - 1 || row == 0 ? Length.metres(low + (Double(row) + 0.5) * step).heightText : ""
      rows.append(String(repeating: " ", count: max(0, 8 - label.count)) + label + "│" + text)
    }
    let last = line.profile.distance.text
    let foot =
      String(repeating: " ", count: 9) + "0" + String(repeating: " ", count: max(1, width - 1 - last.count)) + last
    let key =
      String(repeating: " ", count: 9)
      + "█ ground, · line of sight, × line in the ground; the Earth bulges, heights are those at the ends"
      + (line.firstUnknown == nil ? "" : ", ? unknown")
    return (rows + [String(repeating: " ", count: 8) + "└" + String(repeating: "─", count: width), foot, key])
      .joined(separator: "\n") + "\n"
  }

  private var range: (low: Double, high: Double) {
    var values = [
      line.drawn(distance: .zero, altitude: line.antennaAltitude).y,
      line.drawn(distance: line.profile.distance, altitude: line.targetAltitude).y,
    ]
    for sample in line.profile.samples {
      if let ground = sample.ground { values.append(line.drawn(distance: sample.distance, altitude: ground).y) }
    }
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let margin = max((high - low) * 0.02, 1)
    return (low - margin, high + margin)
  }

  /// The highest ground of each column, of its samples or else between the samples around it; nil where some is unknown.
  private var columnsOfGround: [Double?] {
    let samples = line.profile.samples
    var next = 0
    return (0..<width).map { column in
      let to = line.profile.distance.metres * Double(column + 1) / Double(width)
      let from = line.profile.distance.metres * Double(column) / Double(width)
      while next < samples.count, samples[next].distance.metres < from { next += 1 }
      var here: [SightProfile.Sample] = []
      var index = next
      while index < samples.count, samples[index].distance.metres <= to {
        here.append(samples[index])
        index += 1
      }
      if here.isEmpty { here = [samples[max(next - 1, 0)], samples[min(next, samples.count - 1)]] }
      guard here.allSatisfy({ $0.ground != nil }) else { return nil }
      return here.compactMap { sample in
        sample.ground.map { line.drawn(distance: sample.distance, altitude: $0).y }
      }.max()
    }
  }
}
