internal import Radar
internal import Units

/// How far a receiver of what aircraft transmit hears: an ADS-B receiver, or one station of a multilateration system.
///
/// A one-way link has no cross-section, so that its table is one of horizon and budget.
struct ReceiverLink: Sendable {
  /// A height, and how far a target there is heard.
  struct Reach: Sendable {
    /// Above the ground.
    var height: Length
    /// The horizon over smooth ground.
    var horizon: Length
    /// The distance along the ground to which it is heard: by link, instrumented range and horizon.
    var ground: Length
  }

  let type: RadarType
  /// The range of the link in free space; nil where nothing of it is stated, so that the instrumented range counts.
  let range: Length?
  let reaches: [Reach]
  private let link: OneWayLink?

  /// Nil for a kind that has no such link.
  init?(_ type: RadarType, _ question: RadarQuestion) throws {
    guard type.kind.rule.isOneWay else { return nil }
    self.type = type
    link = try type.link()
    range = try type.linkRange() ?? type.detectionRange
    let slant = min(range ?? type.instrumentedRange, type.instrumentedRange)
    let antenna = question.ground + (question.antennaHeight ?? type.antennaHeight)
    reaches = question.heights.map { height in
      let target = question.ground + height
      let horizon = question.earth.horizonDistance(
        between: antenna - question.ground, and: height)
      // Bisection: the slant range grows with the distance along the ground.
      var (low, high) = (Length.zero, horizon)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if question.earth.slantRange(groundDistance: middle, from: antenna, to: target) <= slant {
          low = middle
        } else {
          high = middle
        }
      }
      return Reach(height: height, horizon: horizon, ground: low)
    }
  }

  /// For reading: the budget, then how far it hears by height.
  var text: String {
    var lines = [
      ConsoleText.harmless("\(type.name) (\(type.id)), \(type.kind.rawValue): a one-way link")
    ]
    if let link, let range {
      lines.append(
        "  link          \(link.power.watts.significant(4)) W, \(link.gain.value.significant(4)) dBi, "
          + "\(link.frequency.megahertz.significant(6)) MHz, losses \(link.losses.value.significant(4)) dB, sensitivity "
          + "\((type.leastPower.value + 30).significant(4)) dBm: \(range.text) in free space")
    } else if let range {
      lines.append("  link          \(range.text), as the catalogue states")
    }
    lines.append("  shown to      \(type.instrumentedRange.text)")
    let assumed = type.sensorAssumptions.map(\.text)
    if !assumed.isEmpty { lines.append("  assumed       \(assumed.joined(separator: "; "))") }
    if type.kind.rule.arrangement == .stations {
      lines.append("  system        \(type.neededStations) stations have to hear a target; this is one station alone")
    }
    lines.append(
      "  heard         "
        + reaches.map { "\($0.ground.text) at \($0.height.heightText)" }.joined(separator: ", ")
        + " above smooth ground")
    return lines.joined(separator: "\n")
  }
}

extension Records {
  /// What a receiver of what aircraft transmit hears.
  static var receiverLink: Record<ReceiverLink> {
    [
      .text("type", \.type.id), .text("name", \.type.name),
      .word(RadarType.Kind.allCases.map(\.rawValue))("kind", \.type.kind.rawValue),
      .length("link_range", \.range, meaning: "In free space; null where the instrumented range counts."),
      .length("instrumented_range", \.type.instrumentedRange),
      .texts("assumed") { $0.type.sensorAssumptions.map(\.text) },
      .list("heights", receiverReach, \.reaches),
    ]
  }

  private static var receiverReach: Record<ReceiverLink.Reach> {
    [
      .length("height_agl", \.height), .length("horizon", \.horizon),
      .length("ground_range", \.ground, meaning: "By link, instrumented range and horizon."),
    ]
  }
}
