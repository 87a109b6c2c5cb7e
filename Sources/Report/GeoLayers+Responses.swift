internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

extension GeoLayers {
  /// Responses with a route over the terrain, those that are soonest at their strips first.
  static func routed(_ responses: [ResponseTime]) -> [ResponseTime] {
    responses.filter { $0.routed?.out != nil && $0.isReachable }
      .sorted { ($0.total ?? .zero, $0.asset.id) < ($1.total ?? .zero, $1.asset.id) }
  }

  /// Of each strip by day and by night, the response that is there first.
  static func soonest(_ responses: [ResponseTime]) -> [ResponseTime] {
    var seen: Set<[String]> = []
    return routed(responses).filter { seen.insert([$0.strip.id, $0.period.rawValue]).inserted }
  }

  /// Of each strip the response that is there first by day, or by night where nobody comes by day; in the order of strips.
  static func deciding(_ responses: [ResponseTime], strips: [Strip]) -> [ResponseTime] {
    let soonest = soonest(responses)
    return strips.compactMap { strip in
      let own = soonest.filter { $0.strip.id == strip.id }
      return own.first { $0.period == .day } ?? own.first
    }
  }

  /// The routes by which assets reach strips.
  var responseRoutes: OutputLayer {
    Records.response(inWeather: false, isFlyable: false, isRouted: true).layer(
      "response_routes", "Routes of the assets to the strips that they reach", .lines,
      Self.routed(responses).map { response in
        let places = (response.routed?.out?.points ?? []).map {
          Waypoint(position: $0.position, altitude: .aboveSeaLevel($0.altitude))
        }
        let lines = GeodesicLine(places).split.map { $0.map(\.position) }
        return (response, lines.isEmpty ? nil : .lines(lines))
      })
  }

  /// The soonest response to each strip, at its altitudes.
  var responseFolder: KMLDocument.Folder {
    KMLDocument.Folder(
      name: "Routes of responses", isVisible: false,
      placemarks: Self.soonest(responses).compactMap { response in
        guard let route = response.routed?.out, let total = response.total else { return nil }
        let places = route.points.map { Waypoint(position: $0.position, altitude: .aboveSeaLevel($0.altitude)) }
        let lines = GeodesicLine(places).split.map { part in
          KMLDocument.Line(
            positions: part.map(\.position),
            heights: part.map {
              if case .aboveSeaLevel(let height) = $0.altitude { height.metres } else { 0 }
            }, mode: .absolute)
        }
        guard !lines.isEmpty else { return nil }
        return .init(
          name: "\(response.asset.base.name) to \(response.strip.name) by \(response.period.rawValue)",
          figures: [
            ("Aircraft", response.asset.aircraft.name), ("From order to arrival", total.minutesText),
            ("Flight by the route", response.block.minutesText),
            (
              "Flight in a straight line",
              (response.straightBlock ?? response.block).minutesText
            ),
            ("Length", route.distance.text), ("Highest", route.highest.heightText),
          ], style: "response", shape: .lines(lines))
      })
  }
}

extension ResponseTime {
  /// Off-blocks to arrival on the straight line; nil where no routes are flown.
  var straightBlock: Duration? { straightCruise.map { departure + $0 + landing } }
}
