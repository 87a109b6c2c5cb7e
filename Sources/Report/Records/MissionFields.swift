internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

extension Records {
  /// What tables say of stops for fuel and of the hand-over.
  /// - Parameter hasFuel: Whether they say how long the fuel lasts, which other columns may do.
  static func missionFields(hasFuel: Bool) -> [Field<ResponseTime>] {
    [
      .texts(
        "refuelled_at", { $0.mission?.stops.map(\.placeID) ?? [] }, heading: "fuel at", csv: true,
        meaning: "Where it refuels on the way there and home."
      ).page(.refuelledAt) { row, say in
        let stops = row.mission?.stops ?? []
        return "\(stops.isEmpty ? "–" : stops.map(\.placeName).joined(separator: ", "))"
      },
      .duration(
        "stopped", { $0.mission?.out.contains { $0.end == .refuelling } ?? false ? $0.stopped : nil },
        csv: .minutes(2), json: true,
        meaning: "Of `block`, what stops for fuel on the way there take: landing, stay and start."),
      .text(
        "hand_over_place", { $0.mission?.handOver?.placeID }, heading: "hands over at", csv: true, json: true,
        meaning: "Where it hands over whom it carries."),
      .duration(
        "hand_over", { $0.mission?.handOver?.arrival }, heading: "there", csv: .minutes(2), json: true,
        meaning: "From the order to the landing where it hands over."
      ).page(.handedOver) { row, say in
        guard let leg = row.mission?.handOver else { return "–" }
        return "\(name: leg.placeName), \(leg.arrival.text)"
      },
      .duration(
        "home", { $0.mission?.legs.last?.arrival }, csv: .minutes(2), json: true, page: .backHome,
        meaning: "From the order to the landing at its base, with every stay; missing without stops and hand-over."),
    ] + (hasFuel ? [fuelLeft] : []) + [
      .texts(
        "legs", { $0.mission?.legs.map(\.words) ?? [] }, csv: true,
        meaning:
          "Leg by leg: the place, when it is there after the order, and how long the fuel lasts beyond the reserve.")
    ]
  }

  /// How long the fuel lasts beyond the reserve, for tables.
  static var fuelLeft: Field<ResponseTime> {
    .signedDuration(
      "fuel_left", \.fuelLeft, csv: .minutes(2), json: true, page: .fuelLeft,
      meaning:
        "How long the fuel lasts beyond the way there, the time at the strip, the way back and the reserve; missing where "
        + "the endurance is unknown.")
  }

  /// A mission of plan.json.
  static var mission: Record<Mission> {
    [
      .duration("home", { $0.legs.last?.arrival }, meaning: "From the order to the landing at its base."),
      .text("hand_over_place", \.handOver?.placeID, meaning: "Null where it hands over nothing."),
      .duration("hand_over", \.handOver?.arrival, meaning: "From the order to the landing there."),
      .list("legs", missionLeg, meaning: "In order; the stay is that at its end.", \.legs),
    ]
  }

  private static var missionLeg: Record<Mission.Leg> { Record(missionLegFields) }

  private static var missionLegFields: [Field<Mission.Leg>] {
    [
      .word(Mission.End.allCases.map(\.rawValue))("end", \.end.rawValue, json: true, gis: true),
      .text("place", \.placeID, json: true, gis: true),
      .length("distance", \.distance, json: true, gis: .kilometres(3), meaning: "What is flown over the ground."),
      .duration("departure", \.departure, json: true), .duration("cruise", \.cruise, json: true),
      .duration("landing", \.landing, json: true),
      .duration(
        "arrival", \.arrival, json: true, gis: .minutes(1), meaning: "From the order to the arrival at its end."),
      .duration("stay", \.stay, json: true, gis: .minutes(1)),
      .signedDuration(
        "fuel_left", \.fuelLeft, json: true, gis: .minutes(1),
        meaning: "How long the fuel lasts beyond the reserve on arrival; null where the endurance is unknown."),
    ]
  }

  /// A leg of the layer `response_legs`.
  static var flownLeg: Record<FlownLeg> {
    [
      .text("strip", \.response.strip.id, gis: true), .text("asset", \.response.asset.id, gis: true),
      .word(Period.words)("period", \.response.period.rawValue, gis: true), .count("leg", \.number, gis: true),
      .inside(missionLegFields, \.leg),
    ]
  }

  /// A place of the layers `refuelling_places` and `hand_over_places`.
  static var stopPlace: Record<StopPlace> {
    [
      .text("id", \.id, gis: true), .text("name", \.name, gis: true),
      .length("elevation", \.elevation, gis: .metres()),
    ]
  }
}

/// A leg of a response with stops or a hand-over.
struct FlownLeg {
  var response: ResponseTime
  /// From 1.
  var number: Int
  var leg: Mission.Leg

  static func all(_ responses: [ResponseTime]) -> [FlownLeg] {
    responses.flatMap { response in
      (response.mission?.legs ?? []).enumerated().map {
        FlownLeg(response: response, number: $0 + 1, leg: $1)
      }
    }
  }

  /// Its line on maps; that of its route where it has one.
  var line: [[Position]] {
    guard leg.from != leg.to else { return [] }
    let places = leg.route.map { $0.points.map(\.position) } ?? [leg.from, leg.to]
    return GeodesicLine(places.map { Waypoint(position: $0, altitude: .aboveGround(.zero)) }).split
      .map { $0.map(\.position) }
  }
}

extension Mission.Leg {
  /// For tables: `fuel-1 after 41.5 min, fuel for 32 min`.
  fileprivate var words: String {
    "\(placeID) after \(arrival.inMinutes.fixed(1)) min"
      + (fuelLeft.map { ", fuel for \($0.inMinutes.fixed(1)) min" } ?? "")
  }
}
