internal import Geodesy
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// What the page's map shows of stops for fuel and hand-overs: the places, and the legs of the soonest missions.
struct MapMissions {
  let plan: Plan
  let point: (Position) -> JSON

  /// Places to refuel and to hand over.
  var stops: JSON {
    func places(_ places: [StopPlace], _ kind: Mission.End) -> [JSON] {
      places.map { place in
        .object([
          "name": .string(Called.plain(place.name, place.id)), "kind": .string(kind.rawValue),
          "at": point(place.position),
        ])
      }
    }
    return .array(
      places(plan.scenario.refuelling?.places ?? [], .refuelling) + places(plan.scenario.handOverPlaces, .handOver))
  }

  /// The legs of the soonest missions.
  var legs: JSON {
    .array(
      FlownLeg.all(GeoLayers.missions(plan.responses)).map { flown in
        .object([
          "asset": .string(Called.plain(flown.response.asset.aircraft.name, flown.response.asset.id)),
          "strip": .string(Called.plain(flown.response.strip.name, flown.response.strip.id)),
          "period": .string(flown.response.period.rawValue),
          "place": .string(Called.plain(flown.leg.placeName, flown.leg.placeID)),
          "lines": .array(flown.line.map { .array($0.map(point)) }),
          "minutes": .number(flown.leg.arrival.inMinutes, decimals: 1),
        ])
      })
  }
}
