internal import Coverage
internal import Geodesy

/// A line of the map between antennas that see together: the baseline of a passive sensor, or the stations of a system.
struct SensorLink {
  var from: Position
  var to: Position
  /// What it joins, for people.
  var title: String

  /// The lines of a network: from each passive sensor to its illuminators, from the first station of a system to the others.
  static func all(of stations: [RadarStation]) -> [SensorLink] {
    stations.flatMap { station -> [SensorLink] in
      let others: [(position: Position, name: String)] =
        switch station.partners {
        case .none, .member: []
        case .stations(let stations): stations.dropFirst().map { ($0.position, $0.name) }
        case .illuminators(let illuminators): illuminators.map { ($0.position, $0.name) }
        }
      return others.map { SensorLink(from: station.position, to: $0.position, title: "\(station.name) – \($0.name)") }
    }
  }
}
