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
    return "\(type.name): \(what) within \(range.text), where a look detects with probability "
      + "\(DecimalText.text(settings.probability, decimals: 6) ?? "–") (\(parts.joined(separator: ", ")))"
  }
}
