internal import Geodesy
internal import Response
internal import Scenario
internal import Units

/// What the page looks up of response times: made by asking the library, so that the page knows no law of flight.
///
/// For each asset, period and way to arrive there is a table of seconds from the order by metres of distance, between whose
/// rows times are linear; how far the fuel lasts; and what a place must have.
struct MapResponses {
  let scenario: Scenario

  /// Farther than any two places lie apart: half a meridian is 20 004 km long.
  private static let farthest = Length.kilometres(20_010)

  var assets: JSON { .array(scenario.assets.map(asset)) }

  private func asset(_ asset: Asset) -> JSON {
    let aircraft = asset.aircraft
    let (landing, overhead) = (strip(aircraft.requiredRunway), strip(nil))
    let landsAnywhere = response(asset, overhead, .day, .zero).arrival == .landing
    let lands = response(asset, landing, .day, .zero).arrival == .landing
    func times(_ period: Period) -> JSON {
      guard asset.readiness(by: period) != nil else { return .null }
      return .object([
        "landing": lands ? table(asset, landing, period) : .null,
        "overhead": landsAnywhere ? .null : table(asset, overhead, period),
      ])
    }
    return .object([
      "id": .string(asset.id), "lands_anywhere": .bool(landsAnywhere),
      "runway_m": lands && !landsAnywhere ? .metres(aircraft.requiredRunway) : .null,
      "ceiling_amsl_m": .metres(aircraft.ceiling), "day": times(.day), "night": times(.night),
      "farthest_m": .object([
        "landing": lands ? endurance(asset, landing) : .null,
        "overhead": landsAnywhere ? .null : endurance(asset, overhead),
      ]),
    ])
  }

  /// A strip of a length, wherever it lies.
  private func strip(_ length: Length?) -> Strip {
    Strip(
      id: "", name: "", position: Position(latitudeDegrees: 0, longitudeDegrees: 0), elevation: nil, length: length,
      isApproximate: false)
  }

  private func response(_ asset: Asset, _ strip: Strip, _ period: Period, _ distance: Length) -> ResponseTime {
    ResponseTime(asset: asset, strip: strip, period: period, onScene: scenario.onSceneTime, distance: distance)
  }

  private func table(_ asset: Asset, _ strip: Strip, _ period: Period) -> JSON {
    .array(
      [Length.zero, Self.farthest].map { distance in
        .array([.metres(distance), .seconds(response(asset, strip, period, distance).total)])
      })
  }

  /// The farthest distance for which the fuel lasts, in whole millimetres; null where it always does, negative where it
  /// lasts nowhere.
  private func endurance(_ asset: Asset, _ strip: Strip) -> JSON {
    func lasts(_ metres: Double) -> Bool {
      response(asset, strip, .day, .metres(metres)).obstacles.allSatisfy { obstacle in
        if case .endurance = obstacle { false } else { true }
      }
    }
    var (low, high) = (0.0, Self.farthest.metres)
    guard !lasts(high) else { return .null }
    guard lasts(low) else { return .integer(-1) }
    while high - low > 1e-4 {
      let middle = (low + high) / 2
      if lasts(middle) { low = middle } else { high = middle }
    }
    return .number((low * 1000).rounded(.down) / 1000, decimals: 3)
  }

  /// Circles of 10, 20 and 30 minutes after take-off, start and climb included, for the fastest aircraft of each base.
  var reach: JSON {
    .array(
      scenario.bases.flatMap { base in
        let own = scenario.assets.filter { $0.base.id == base.id }.map(\.aircraft)
        return [10, 20, 30].compactMap { minutes -> JSON? in
          let flown = own.map { ($0, $0.distanceFlown(in: .minutes(Double(minutes)))) }
          guard let best = flown.max(by: { $0.1 < $1.1 }), best.1 > .zero else { return nil }
          return .object([
            "base": .string(base.id), "minutes": .integer(minutes), "aircraft": .string(best.0.name),
            "radius_m": .metres(best.1),
          ])
        }
      })
  }
}
