import Atalaya

/// An aircraft on a route, and the air it flies in.
struct FlownAircraft {
  /// What the catalogue says of it.
  var base: Aircraft
  /// How it flies.
  var route: RouteAircraft
  var wind: RouteWind
  /// Areas to keep out of.
  var areas: [RouteArea]
  /// The local time of day that wind and air are of.
  var time: Duration
  /// What nobody stated, in words.
  var assumed: [String] = []

  /// Start, climb, and landing.
  var allowance: Duration { base.departureAllowance + base.landingAllowance }

  /// The fastest route between two places.
  func find(from start: Position, to end: Position, over terrain: Terrain) throws -> Route {
    try Route.find(from: start, to: end, route, wind: wind, areas: areas, over: terrain)
  }
}

extension Scenario {
  /// The wind and the air in which its assets fly; nil where it states neither.
  var flyingWeather: FlyingWeather? {
    guard wind != nil || air != nil else { return nil }
    return assets.lazy.compactMap(\.weather).first ?? FlyingWeather(wind: wind, air: air)
  }
}

extension FlyingWeather {
  /// By how much density altitude exceeds altitude where that is most, at sea level or at a ceiling; zero where no air is stated.
  func densityExcess(upTo ceiling: Length?, at time: Duration) -> Length {
    guard air != nil else { return .zero }
    return [Length.zero, ceiling ?? RouteAircraft.usualCeiling].map {
      airState(at: $0, time: time).densityAltitude - $0
    }.max() ?? .zero
  }
}
