internal import Geodesy
public import Response
public import Terrain
public import Units

/// A route with the ground under it: what its vertical section shows.
public struct RouteProfile: Sendable {
  /// The ground at a distance from the start.
  struct Ground: Sendable, Hashable {
    var distance: Length
    /// Above mean sea level; nil where it is unknown.
    var height: Length?
  }

  /// A part of the way that an area to keep out of lies over or under.
  struct Crossing: Sendable, Hashable {
    var area: RestrictedArea
    /// Whether it counts at the time of the flight.
    var isActive: Bool
    /// Distances from the start.
    var from: Length
    var to: Length
  }

  /// The route.
  let route: Route
  /// Least height above the ground on the way.
  let clearance: Length
  /// Highest altitude at which the aircraft flies.
  let ceiling: Length
  /// The ground under the route, the highest of each short interval.
  let ground: [Ground]
  /// The same under the straight line.
  let straight: [Ground]
  /// Areas that the route crosses in plan, above or below them or outside their hours.
  let crossings: [Crossing]

  /// Whether the route is another line than the straight one.
  var isDetour: Bool { route.corners.count > 2 }

  /// Intervals of the ground: half a unit of a drawing each.
  private static let intervals = 1600

  /// The section of a route whose areas all count.
  /// - Parameters:
  ///   - areas: Areas that it keeps out of.
  ///   - terrain: The terrain over which it was found.
  /// - Throws: ``TerrainError`` when the terrain cannot be read.
  public init(
    _ route: Route, by aircraft: RouteAircraft, areas: [RouteArea], over terrain: Terrain
  ) throws(TerrainError) {
    try self.init(
      route, by: aircraft, areas: areas.map { (RestrictedArea($0), true) }, over: terrain, intervals: Self.intervals)
  }

  /// The section of a response's route there; nil without one.
  /// - Parameter intervals: Of the ground.
  init?(_ response: ResponseTime, intervals: Int) {
    guard let book = response.asset.routes, let route = response.routed?.out else { return nil }
    let order = (response.asset.weather ?? FlyingWeather(wind: nil, air: nil)).time(by: response.period)
    let departure = order + (response.readiness ?? .zero) + response.departure
    guard
      let aircraft = try? book.aircraft(of: response.asset, by: response.period, departure: departure),
      let profile = try? RouteProfile(
        route, by: aircraft, areas: book.settings.areas.map { ($0, $0.counts(from: departure, for: route.time)) },
        over: book.terrain, intervals: intervals)
    else { return nil }
    self = profile
  }

  private init(
    _ route: Route, by aircraft: RouteAircraft, areas: [(area: RestrictedArea, isActive: Bool)], over terrain: Terrain,
    intervals: Int
  ) throws(TerrainError) {
    self.route = route
    clearance = aircraft.clearance
    ceiling = aircraft.ceiling
    let samples = try Self.samples(along: route.corners, over: terrain)
    ground = Self.highest(of: samples, intervals)
    let ends = [route.corners.first, route.corners.last].compactMap(\.self)
    straight = Self.highest(of: try Self.samples(along: ends, over: terrain), intervals)
    crossings = Self.crossings(of: samples, areas)
  }

  private static func samples(
    along corners: [Position], over terrain: Terrain
  ) throws(TerrainError) -> [TerrainProfile.Sample] {
    var samples: [TerrainProfile.Sample] = []
    var length = Length.zero
    for (from, to) in zip(corners, corners.dropFirst()) where from != to {
      let leg = try terrain.profile(from: from, to: to)
      for var sample in leg.samples.dropFirst(samples.isEmpty ? 0 : 1) {
        sample.distance = sample.distance + length
        samples.append(sample)
      }
      length = length + leg.length
    }
    return samples
  }

  /// The highest sample of each interval, and every interval with unknown ground as one of it.
  private static func highest(of samples: [TerrainProfile.Sample], _ intervals: Int) -> [Ground] {
    guard let whole = samples.last?.distance, samples.count > intervals, whole > .zero else {
      return samples.map { Ground(distance: $0.distance, height: $0.elevation) }
    }
    var result: [Ground] = []
    var number = -1
    for (index, sample) in samples.enumerated() {
      let own = Ground(distance: sample.distance, height: sample.elevation)
      let interval = Int(clamping: sample.distance / whole * Double(intervals))
      // Both ends stand where they are.
      guard interval == number, index < samples.count - 1, result.count > 1, let last = result.last else {
        result.append(own)
        number = interval
        continue
      }
      if let height = last.height, own.height.map({ $0 > height }) ?? true { result[result.count - 1] = own }
    }
    return result
  }

  private static func crossings(
    of samples: [TerrainProfile.Sample], _ areas: [(area: RestrictedArea, isActive: Bool)]
  ) -> [Crossing] {
    let every = max(1, samples.count / 1000)
    let places = samples.enumerated().filter { $0.offset % every == 0 || $0.offset == samples.count - 1 }.map(\.element)
    var crossings: [Crossing] = []
    for (area, isActive) in areas {
      var isInside = false
      for (from, to) in zip(places, places.dropFirst()) {
        guard area.area.touches(from.position, to.position) else {
          isInside = false
          continue
        }
        if isInside {
          crossings[crossings.count - 1].to = to.distance
        } else {
          crossings.append(Crossing(area: area, isActive: isActive, from: from.distance, to: to.distance))
        }
        isInside = true
      }
    }
    return crossings
  }
}
