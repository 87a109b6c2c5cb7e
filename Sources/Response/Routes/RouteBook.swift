package import Geodesy
internal import Synchronization
package import Terrain
internal import Units

/// The routes of responses over one terrain, each found once.
///
/// The same question has the same answer whoever asks first: it may be asked from several threads at a time.
public final class RouteBook: Sendable, Hashable {
  /// How they are flown.
  public let settings: RouteSettings
  private let terrain: Terrain
  private let places: [Position]
  private let ground = Mutex<Result<RouteGround, RouteError>?>(nil)
  private let found = Mutex<[Key: Result<Route, RouteError>]>([:])

  private struct Key: Hashable {
    var from: Position
    var to: Position
    var aircraft: RouteAircraft
    var wind: RouteWind
    var areas: [RouteArea]
    /// A way to try before any search.
    var way: [Position]?
  }

  /// A book without entries.
  /// - Parameter places: All bases and strips: the terrain around them is read when the first route is asked for.
  package init(_ settings: RouteSettings, over terrain: Terrain, places: [Position]) {
    self.settings = settings
    self.terrain = terrain
    self.places = places
  }

  /// The most bytes that the ground in it takes; routes take little.
  package static let mostBytes = 4 * RouteGround.sharedLimit

  /// The same book, not an equal one.
  public static func == (a: RouteBook, b: RouteBook) -> Bool { a === b }

  /// By identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// The flight of an asset to a strip and back: back by the same line turned round, or by another one where that cannot be
  /// flown.
  /// - Parameters:
  ///   - departure: Local time of day at which the cruise begins; it counts by its hour for the wind.
  ///   - straight: The time of the straight line, for how long areas count.
  ///   - stay: From over the strip to over it again.
  func flight(
    of asset: Asset, to strip: Position, by period: Period, departure: Duration, straight: Duration, stay: Duration
  ) -> RoutedFlight {
    let out = route(asset, asset.base.position, strip, period, departure, straight)
    guard case .success(let there) = out else { return RoutedFlight(out: nil, back: nil, fault: out.fault) }
    let back = route(
      asset, strip, asset.base.position, period, departure + there.cruise + stay, straight,
      along: there.corners.reversed())
    guard case .success(let home) = back else { return RoutedFlight(out: there, back: nil, fault: back.fault) }
    return RoutedFlight(out: there, back: home, fault: nil)
  }

  private func route(
    _ asset: Asset, _ from: Position, _ to: Position, _ period: Period, _ start: Duration, _ straight: Duration,
    along way: [Position]? = nil
  ) -> Result<Route, RouteError> {
    do throws(RouteError) {
      let weather = asset.weather ?? FlyingWeather(wind: nil, air: nil)
      let hour = Duration.hours((start.inSeconds / 3600).rounded(.down))
      var (aircraft, _) = try RouteAircraft.of(
        asset.aircraft, by: period, densityExcess: weather.densityExcess(of: asset, at: hour))
      if asset.aircraft.performance?.minimumHeight(by: period) == nil {
        aircraft.clearance = settings.clearance(by: period)
      }
      let wind = try weather.wind.map { profile throws(RouteError) in try RouteWind(profile, at: hour) } ?? .calm
      // A way around takes longer than the straight line: for so long an area that begins later may close it.
      let areas = settings.areas.filter { $0.counts(from: start, for: straight * 2 + .minutes(10)) }.map(\.area)
      let key = Key(from: from, to: to, aircraft: aircraft, wind: wind, areas: areas, way: way)
      if let known = found.withLock({ $0[key] }) { return known }
      let answer: Result<Route, RouteError>
      do throws(RouteError) { answer = .success(try find(key)) } catch { answer = .failure(error) }
      found.withLock { $0[key] = answer }
      return answer
    } catch { return .failure(error) }
  }

  /// The terrain, with fewer posts where it has very many.
  private func wholeGround() throws(RouteError) -> RouteGround {
    let result = ground.withLock { ground in
      if let ground { return ground }
      let read: Result<RouteGround, RouteError>
      do throws(RouteError) { read = .success(try RouteGround.shared(places, terrain)) } catch {
        read = .failure(error)
      }
      ground = read
      return read
    }
    return try result.get()
  }

  private func find(_ key: Key) throws(RouteError) -> Route {
    let whole = try wholeGround()
    let line = Ellipsoid.wgs84.inverse(from: key.from, to: key.to)
    let middle = Ellipsoid.wgs84.direct(from: key.from, azimuth: line.azimuth, distance: line.distance / 2).position
    let near = try whole.part(around: middle, line.distance * 0.6 + .kilometres(15))
    func find(_ ground: RouteGround) throws(RouteError) -> Route {
      try Route.find(
        from: key.from, to: key.to, key.aircraft, wind: key.wind, areas: key.areas, over: ground, isProven: false)
    }
    if let way = key.way,
      let route = try Route.along(way, key.aircraft, wind: key.wind, areas: key.areas, over: near)
    {
      return route
    }
    do throws(RouteError) { return try find(near) } catch {
      guard [.closed, .enclosed, .wind].contains(error.code), near.heights.count < whole.heights.count else {
        throw error
      }
      return try find(whole)
    }
  }
}

extension Result where Failure == RouteError {
  fileprivate var fault: RouteFault? {
    switch self {
    case .success: nil
    case .failure(let error): error.code
    }
  }
}

extension FlyingWeather {
  /// By how much density altitude exceeds altitude for an asset, where that is most, at its base or its ceiling; zero where no
  /// air is stated.
  func densityExcess(of asset: Asset, at time: Duration) -> Length {
    guard air != nil else { return .zero }
    let heights = [asset.base.elevation ?? .zero, asset.aircraft.ceiling ?? RouteAircraft.usualCeiling]
    return heights.map { airState(at: $0, time: time).densityAltitude - $0 }.max() ?? .zero
  }
}
