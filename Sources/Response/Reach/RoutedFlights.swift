internal import GeoFiles
internal import Geodesy
internal import Units

/// The flights of one aircraft over terrain from one base to every place of a ground, and back.
package struct RoutedFlights: Sendable {
  private let out: RouteReach
  private let back: RouteReach
  private let ground: RouteGround

  /// Flights there and back over a ground.
  package init(out: RouteReach, back: RouteReach, over ground: RouteGround) {
    (self.out, self.back, self.ground) = (out, back, ground)
  }

  /// The flights of an asset over a ground.
  /// - Parameter step: From a place to the next, in posts of the ground.
  /// - Throws: ``RouteError`` when the base cannot be started from.
  package init(
    of asset: Asset, by period: Period, over ground: RouteGround, step: Int = 1
  ) throws(RouteError) {
    let question = try Question(of: asset, by: period)
    let out = try question.reach(over: ground, step: step)
    self.init(
      out: out, back: question.back == question ? out : try question.back.reach(over: ground, step: step), over: ground)
  }

  /// The response to a place, there and back without stops; nil where no way leads there or back.
  func time(asset: Asset, strip: Strip, period: Period, onScene: Duration) -> ResponseTime? {
    guard let cell = try? ground.cells(of: [strip.position])[0], !cell.x.isNaN else { return nil }
    var still = asset
    still.weather?.wind = nil
    still.routes = nil
    still.support = nil
    var time = ResponseTime(asset: still, strip: strip, period: period, onScene: onScene)
    time.asset = asset
    guard let there = out.seconds(at: cell, over: ground, landed: false),
      let home = back.seconds(at: cell, over: ground, landed: false)
    else { return nil }
    // From over the base to over the place, as in a response: the type's allowances hold climb-out and landing.
    time.cruise = .seconds(clamping: there - out.takeOff)
    time.cruiseBack = .seconds(clamping: home - back.takeOff)
    time.obstacles.removeAll { if case .endurance = $0 { true } else { false } }
    if let endurance = asset.aircraft.endurance {
      let needed = time.block + onScene + time.wayBack
      let available = endurance - asset.aircraft.reserve
      if needed > available { time.obstacles.append(.endurance(needed: needed, available: available)) }
    }
    return time
  }
}

extension RoutedFlights {
  /// What decides the times of flights over a ground: assets of which it is the same share them.
  package struct Question: Sendable, Hashable {
    private var base: Position
    private var aircraft: RouteAircraft
    private var wind: RouteWind
    private var areas: [RouteArea]

    /// The way there of an asset.
    /// - Throws: ``RouteError`` for figures that cannot be.
    package init(of asset: Asset, by period: Period) throws(RouteError) {
      let weather = asset.weather ?? FlyingWeather(wind: nil, air: nil)
      let time = weather.time(by: period)
      base = asset.base.position
      (aircraft, _) = try RouteAircraft.of(
        asset.aircraft, by: period, densityExcess: weather.densityExcess(of: asset, at: time))
      let settings = asset.routes?.settings ?? RouteSettings()
      if asset.aircraft.performance?.minimumHeight(by: period) == nil {
        aircraft.clearance = settings.clearance(by: period)
      }
      // When it flies is not known: an area that counts at some time counts.
      areas = settings.areas.map(\.area)
      wind = try weather.wind.map { profile throws(RouteError) in try RouteWind(profile, at: time) } ?? .calm
    }

    /// The way back: the way there with time turned round, the wind from the other side and climbs for descents.
    package var back: Question {
      var back = self
      (back.aircraft.climb, back.aircraft.descent) = (aircraft.descent, aircraft.climb)
      back.wind = wind.reversed
      return back
    }

    /// The times over a ground.
    /// - Parameters:
    ///   - step: From a place to the next, in posts of the ground.
    ///   - altitudes: How many cruising altitudes to try.
    /// - Throws: ``RouteError`` when the base cannot be started from.
    package func reach(over ground: RouteGround, step: Int, altitudes: Int = 8) throws(RouteError) -> RouteReach {
      try RouteReach.times(
        from: base, aircraft, wind: wind, areas: areas, over: ground, step: step, altitudes: altitudes)
    }
  }
}

extension RouteWind {
  /// The same air blowing to where it comes from.
  var reversed: RouteWind {
    (try? RouteWind(
      levels.map { Level(altitude: $0.altitude, east: -$0.east, north: -$0.north) })) ?? self
  }
}
