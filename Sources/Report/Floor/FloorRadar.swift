public import Coverage
internal import Geodesy
public import Radar
public import Units

/// A radar of a catalogue's type whose floor is wanted, and what it looks for.
public struct FloorRadar: Sendable {
  /// Its type; where its looks count (``RadarType/looks``) a place is seen where one look has the wanted probability.
  public var type: RadarType
  /// Mechanical tilt of the antenna, upwards positive.
  public var tilt: Angle
  /// What it looks for.
  public var target: Target

  /// A radar.
  public init(type: RadarType, tilt: Angle = .zero, target: Target) {
    (self.type, self.tilt, self.target) = (type, tilt, target)
  }

  /// The slant range within which it sees its target; zero where it never does.
  public var range: Length {
    RadarStation(
      id: type.id, name: type.name, position: Position(latitudeDegrees: 0, longitudeDegrees: 0), groundElevation: nil,
      antennaHeight: .zero, type: type
    ).slantRange(of: target)
  }

  /// The range on a level ray with the gases and the rain that looks count, from an antenna at its height above the sea; nil
  /// where neither counts.
  private var rangeInAir: Length? {
    guard let wave = type.looks?.wave, wave.countsAir else { return nil }
    let antenna = type.antennaHeight
    let limits = RadarLimits(
      of: station(
        at: Position(latitudeDegrees: 0, longitudeDegrees: 0), range: type.instrumentedRange, antennaHeight: antenna),
      antennaAltitude: antenna, target: target, k: EffectiveEarth.standardFactor)
    let elevation = max(Angle.zero, (type.minimumElevation ?? .zero) + tilt)
    var (low, high) = (Length.zero, range)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      let altitude = limits.altitude(underElevation: elevation, groundDistance: middle, azimuth: .zero)
      let cause = limits.cause(at: altitude, groundDistance: middle, azimuth: .zero)
      if cause == nil || cause == .minimumRange || cause == .belowBeam { low = middle } else { high = middle }
    }
    return low
  }

  /// The radar at a place.
  /// - Parameter range: Beyond it nothing is shown, whatever the type's own range.
  func station(at position: Position, range: Length, antennaHeight: Length) -> RadarStation {
    var type = type
    type.instrumentedRange = min(type.instrumentedRange, range)
    return RadarStation(
      id: type.id, name: type.name, position: position, groundElevation: nil, antennaHeight: antennaHeight, type: type,
      tilt: tilt)
  }

  /// What it is and what it sees, in one line: `tps-70: 1 m² within 211 km, where a look detects with probability 0.8*`.
  var words: String {
    let what = target.crossSection.crossSectionText + (target.hasTransponder ? " with transponder" : "")
    guard let looks = type.looks else {
      return "\(type.name): \(what) within \(range.text), as catalogued"
    }
    let settings = looks.settings
    var parts = [
      "false-alarm probability \(settings.falseAlarmProbability)", "Swerling \(settings.fluctuation.rawValue)",
    ]
    for assumption in type.lookModel(tilt: tilt)?.assumptions ?? [] {
      switch assumption {
      case .falseAlarmProbability, .fluctuation: continue
      default: parts.append(assumption.text + "*")
      }
    }
    let air = rangeInAir.map { " in free space and \($0.text) on a level ray with gases and rain" } ?? ""
    return "\(type.name): \(what) within \(range.text)\(air), where a look detects with probability "
      + "\(DecimalText.text(settings.probability, decimals: 6) ?? "–") (\(parts.joined(separator: ", ")))"
  }
}
