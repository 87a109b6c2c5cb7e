internal import GeoFiles
internal import Geodesy
internal import Units

/// The flights of one aircraft over terrain from one base to every place of a ground, and back.
package struct RoutedFlights: Sendable {
  private let out: RouteReach
  private let back: RouteReach
  private let ground: RouteGround

  /// The flights of an asset over a ground.
  ///
  /// The way back is the way there with time turned round: the wind from the other side, climbs for descents.
  /// - Parameter step: From a place to the next, in posts of the ground.
  /// - Throws: ``RouteError`` when the base cannot be started from.
  package init(
    of asset: Asset, by period: Period, over ground: RouteGround, step: Int = 1
  ) throws(RouteError) {
    let weather = asset.weather ?? FlyingWeather(wind: nil, air: nil)
    let time = weather.time(by: period)
    var (aircraft, _) = try RouteAircraft.of(
      asset.aircraft, by: period, densityExcess: weather.densityExcess(of: asset, at: time))
    let settings = asset.routes?.settings ?? RouteSettings()
    if asset.aircraft.performance?.minimumHeight(by: period) == nil {
      aircraft.clearance = settings.clearance(by: period)
    }
    // When it flies is not known: an area that counts at some time counts.
    let areas = settings.areas.map(\.area)
    let wind = try weather.wind.map { profile throws(RouteError) in try RouteWind(profile, at: time) } ?? .calm
    out = try RouteReach.times(
      from: asset.base.position, aircraft, wind: wind, areas: areas, over: ground, step: step)
    (aircraft.climb, aircraft.descent) = (aircraft.descent, aircraft.climb)
    back = try RouteReach.times(
      from: asset.base.position, aircraft, wind: wind.reversed, areas: areas, over: ground, step: step)
    self.ground = ground
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
    let lands = time.arrival == .landing
    guard let there = out.seconds(at: cell, landed: lands), let home = back.seconds(at: cell, landed: lands) else {
      return nil
    }
    time.cruise = .seconds(clamping: there)
    time.cruiseBack = .seconds(clamping: home)
    time.obstacles.removeAll { if case .endurance = $0 { true } else { false } }
    if let endurance = asset.aircraft.endurance {
      let needed = time.block + onScene + time.wayBack
      let available = endurance - asset.aircraft.reserve
      if needed > available { time.obstacles.append(.endurance(needed: needed, available: available)) }
    }
    return time
  }
}

extension RouteWind {
  /// The same air blowing to where it comes from.
  var reversed: RouteWind {
    (try? RouteWind(
      levels.map { Level(altitude: $0.altitude, east: -$0.east, north: -$0.north) })) ?? self
  }
}

extension RouteReach {
  /// Seconds at a fractional cell of the ground, bilinear between the nodes; nil where a node that has weight is not reached.
  func seconds(at cell: SIMD2<Double>, landed isLanded: Bool) -> Double? {
    let times = isLanded ? landed : overhead
    let (x, y) = (
      min(max(cell.x / step, 0), Double(frame.columns - 1)), min(max(cell.y / step, 0), Double(frame.rows - 1))
    )
    let (left, top) = (Int(x), Int(y))
    let (u, v) = (x - Double(left), y - Double(top))
    var sum = 0.0
    for (row, down) in [(top, 1 - v), (top + 1, v)] where down > 0 {
      for (column, right) in [(left, 1 - u), (left + 1, u)] where right > 0 {
        let time = Double(times[row * frame.columns + column])
        guard time.isFinite else { return nil }
        sum += time * down * right
      }
    }
    return sum
  }
}
