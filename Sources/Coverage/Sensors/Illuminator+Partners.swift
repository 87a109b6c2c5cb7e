internal import Geodesy
internal import Radar
internal import Units

extension [Illuminator] {
  /// The stations of one network with what each of them needs to see.
  ///
  /// Stations of multilateration form a system by the name that their sites state, otherwise by their type; the first of a system
  /// stands for it. A passive sensor sees by every illuminator but those next to it.
  package func partnered(_ stations: [RadarStation]) -> [RadarStation] {
    guard stations.contains(where: { $0.type.kind.rule.arrangement != .alone }) else { return stations }
    var systems: [String: [Int]] = [:]
    for (index, station) in stations.enumerated() where station.type.kind.rule.arrangement == .stations {
      systems[station.systemKey, default: []].append(index)
    }
    return stations.enumerated().map { index, station in
      var station = station
      switch station.type.kind.rule.arrangement {
      case .alone: break
      case .stations:
        let members = systems[station.systemKey] ?? [index]
        station.partners =
          members[0] == index ? .stations(members.map { stations[$0].alone }) : .member(of: stations[members[0]].id)
      case .illuminators: station.partners = .illuminators(usable(from: station))
      }
      return station
    }
  }

  /// The illuminators by which a passive sensor may see, which stand apart from it.
  package func usable(from station: RadarStation) -> [Illuminator] {
    filter { Ellipsoid.wgs84.distance(from: station.position, to: $0.position) >= Illuminator.nearest }
  }
}

extension RadarStation {
  /// By what the stations of a system are known: names apart from types.
  fileprivate var systemKey: String { system.map { "name \($0)" } ?? "type \(type.id)" }
}
