package import GeoFiles
package import Geodesy
internal import Synchronization
package import Terrain
internal import Units

/// The routes of responses over one terrain, each found once.
///
/// The same question has the same answer whoever asks first: it may be asked from several threads at a time. With a cache routes
/// are kept on disk too.
public final class RouteBook: Sendable, Hashable {
  /// How they are flown.
  public let settings: RouteSettings
  /// The ground under them.
  package let terrain: Terrain
  private let places: [Position]
  private let ground = Mutex<Result<RouteGround, RouteError>?>(nil)
  private let found = Mutex<[Key: Result<Route, RouteError>]>([:])
  private let cache: RouteCache?

  struct Key: Hashable {
    var from: Position
    var to: Position
    var aircraft: RouteAircraft
    var wind: RouteWind
    var areas: [RouteArea]
    /// A way to try before any search.
    var way: [Position]?
  }

  /// A book without entries.
  /// - Parameters:
  ///   - places: All bases, strips and places on the way: the terrain around them is read when the first route is looked for.
  ///   - cache: Where routes are kept from run to run; nil: nowhere.
  package init(
    _ settings: RouteSettings, over terrain: Terrain, places: [Position], cache: TerrainCache? = nil
  ) {
    self.settings = settings
    self.terrain = terrain
    self.places = places
    self.cache = cache.map { RouteCache($0.folder, over: terrain, places) }
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

  /// The route of one leg.
  /// - Parameters:
  ///   - start: Local time of day at which the cruise begins.
  ///   - straight: The time of the straight line, for how long areas count.
  ///   - way: A way to try before any search.
  func route(
    _ asset: Asset, _ from: Position, _ to: Position, _ period: Period, _ start: Duration, _ straight: Duration,
    along way: [Position]? = nil
  ) -> Result<Route, RouteError> {
    do throws(RouteError) {
      let weather = asset.weather ?? FlyingWeather(wind: nil, air: nil)
      let hour = Duration.hours((start.inSeconds / 3600).rounded(.down))
      let aircraft = try aircraft(of: asset, by: period, departure: start)
      let wind = try weather.wind.map { profile throws(RouteError) in try RouteWind(profile, at: hour) } ?? .calm
      // A way around takes longer than the straight line: for so long an area that begins later may close it. Where the way
      // takes longer still, those count that begin before its end, until the way stays within the time that was looked at.
      var span = straight * 2 + .minutes(10)
      while true {
        let areas = settings.areas.filter { $0.counts(from: start, for: span) }.map(\.area)
        let answer = found(Key(from: from, to: to, aircraft: aircraft, wind: wind, areas: areas, way: way))
        guard case .success(let route) = answer, route.cruise > span else { return answer }
        span = route.cruise
      }
    } catch { return .failure(error) }
  }

  /// The route of a key: known, from the cache, or looked for.
  private func found(_ key: Key) -> Result<Route, RouteError> {
    if let known = found.withLock({ $0[key] }) { return known }
    let answer = cache?[key] ?? search(key)
    found.withLock { $0[key] = answer }
    return answer
  }

  private func search(_ key: Key) -> Result<Route, RouteError> {
    let answer: Result<Route, RouteError>
    do throws(RouteError) { answer = .success(try find(key)) } catch { answer = .failure(error) }
    cache?.keep(answer, of: key)
    return answer
  }

  /// What decides how an asset flies its routes.
  /// - Parameter departure: Local time of day at which the cruise begins; it counts by its hour for the air.
  /// - Throws: ``RouteError`` for figures that cannot be.
  package func aircraft(
    of asset: Asset, by period: Period, departure: Duration
  ) throws(RouteError) -> RouteAircraft {
    let weather = asset.weather ?? FlyingWeather(wind: nil, air: nil)
    let hour = Duration.hours((departure.inSeconds / 3600).rounded(.down))
    var (aircraft, _) = try RouteAircraft.of(
      asset.aircraft, by: period, densityExcess: weather.densityExcess(of: asset, at: hour))
    if asset.aircraft.performance?.minimumHeight(by: period) == nil {
      aircraft.clearance = settings.clearance(by: period)
    }
    return aircraft
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
