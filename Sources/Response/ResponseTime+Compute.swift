internal import Geodesy
package import Units

extension ResponseTime {
  /// How long an asset takes from the order to a strip, along the geodesic, in the weather it flies in.
  ///
  /// A helicopter lands anywhere where it can hover as its landing needs, if that is stated; an aeroplane where the strip is
  /// known to be as long as it needs at its density altitude, and circles overhead elsewhere. Fuel must last for the way
  /// there, the time at the strip, the way back and the reserve: start, climb and landing count on both ways when it lands.
  /// An unknown endurance is not checked. Where ``Asset/support`` states places to refuel or to hand over, the mission flies by them
  /// (``Mission``). What is known to be limited, but not where, counts as out of reach.
  /// - Parameters:
  ///   - asset: The asset that responds.
  ///   - strip: Its destination.
  ///   - period: Day or night.
  ///   - onScene: Time at the strip before the way back.
  ///   - time: The local time of day of the order, for the weather; nil: the one that stands for the period.
  /// - Returns: The time, with every obstacle that applies.
  public init(asset: Asset, strip: Strip, period: Period, onScene: Duration, at time: Duration? = nil) {
    self.init(
      asset: asset, strip: strip, period: period, onScene: onScene,
      distance: Ellipsoid.wgs84.distance(from: asset.base.position, to: strip.position), isPlaced: true, at: time)
  }

  /// The same for a strip at a distance, wherever it lies: for tables of times by distance. Against a wind the time is the
  /// longest that any direction takes.
  package init(asset: Asset, strip: Strip, period: Period, onScene: Duration, distance: Length) {
    self.init(
      asset: asset, strip: strip, period: period, onScene: onScene, distance: distance, isPlaced: false, at: nil)
  }

  private init(
    asset: Asset, strip: Strip, period: Period, onScene: Duration, distance: Length, isPlaced: Bool, at time: Duration?
  ) {
    let aircraft = asset.aircraft
    let conditions = StripConditions(asset: asset, strip: strip, period: period, time: time)
    let lands =
      switch aircraft.kind {
      case .helicopter: true
      case .aeroplane: conditions.runwayNeeded.flatMap { needed in strip.length.map { $0 >= needed } } ?? false
      }
    let landing = lands ? aircraft.landingAllowance : .zero
    let readiness = asset.readiness(by: period)
    let flight = conditions.flight
    let stillAir = Duration.seconds(clamping: distance.metres / flight.airspeed.metresPerSecond)

    self.init(
      asset: asset, strip: strip, period: period, distance: distance, readiness: readiness,
      departure: aircraft.departureAllowance, cruise: stillAir, landing: landing,
      arrival: lands ? .landing : .overhead, obstacles: [])
    if readiness == nil { obstacles.append(.notFlown(period)) }
    if let ceiling = aircraft.ceiling, let elevation = strip.elevation, elevation > ceiling {
      obstacles.append(.ceiling(strip: elevation, ceiling: ceiling))
    }
    if flight.wind != nil {
      let begin = conditions.time + (readiness ?? .zero) + departure
      let bases = (asset.base.position, strip.position)
      do throws(CruiseFlight.Failure) {
        cruise =
          isPlaced
          ? try flight.time(from: bases.0, to: bases.1, distance: distance, at: begin)
          : try flight.longest(distance, at: begin)
      } catch { obstacles.append(error.obstacle(isBack: false)) }
      do throws(CruiseFlight.Failure) {
        let back = begin + cruise + landing + onScene
        cruiseBack =
          isPlaced
          ? try flight.time(from: bases.1, to: bases.0, distance: distance, at: back)
          : try flight.longest(distance, at: back)
      } catch { obstacles.append(error.obstacle(isBack: true)) }
    }
    if isPlaced { fly(strip, stay: landing + onScene, conditions.time) }
    densityAltitude = asset.isWeathered ? conditions.densityAltitude : nil
    weatherTime = asset.isWeathered ? conditions.time : nil
    temperature = asset.weather?.air == nil ? nil : conditions.temperature
    obstacles += conditions.obstacles
    cautions = conditions.cautions(landing: lands)
    checkFuel(onScene)
    if isPlaced { flyMission(onScene: onScene, at: conditions.time) }
  }

  /// The fuel for the way there, the time there and the way back.
  private mutating func checkFuel(_ onScene: Duration) {
    guard let endurance = asset.aircraft.endurance else { return }
    let needed = block + onScene + wayBack
    let available = endurance - asset.aircraft.reserve
    fuelLeft = available - needed
    if needed > available { obstacles.append(.endurance(needed: needed, available: available)) }
  }

  /// Puts the flight over the terrain in the place of the straight line, if routes are asked for.
  /// - Parameters:
  ///   - stay: From over the strip to over it again.
  ///   - order: Local time of day.
  private mutating func fly(_ strip: Strip, stay: Duration, _ order: Duration) {
    guard let book = asset.routes else { return }
    straightCruise = cruise
    // What a straight line cannot do no route can.
    guard readiness != nil, isHeld, !isGrounded, fuelSuffices(stay) else { return }
    let flight = book.flight(
      of: asset, to: strip.position, by: period, departure: order + (readiness ?? .zero) + departure, straight: cruise,
      stay: stay)
    routed = flight
    if let fault = flight.fault { obstacles.append(.noRoute(fault, isBack: flight.out != nil)) }
    if let there = flight.cruise { cruise = there }
    if let home = flight.cruiseBack { cruiseBack = home }
  }

  /// Whether fuel lasts for the ways as they are, landing and stay included.
  private func fuelSuffices(_ stay: Duration) -> Bool {
    guard let endurance = asset.aircraft.endurance else { return true }
    return departure + cruise + stay + wayBack <= endurance - asset.aircraft.reserve
  }

  /// Every asset to every strip, by day and by night.
  /// - Returns: Rows in the order of the strips, then of the assets, day before night.
  /// - Complexity: one geodesic distance a row; with wind one for each 20 km of the way; with routes two searches.
  public static func matrix(assets: [Asset], strips: [Strip], onScene: Duration) -> [ResponseTime] {
    strips.flatMap { strip in
      assets.flatMap { asset in
        Period.allCases.map { ResponseTime(asset: asset, strip: strip, period: $0, onScene: onScene) }
      }
    }
  }
}

extension CruiseFlight.Failure {
  fileprivate func obstacle(isBack: Bool) -> ResponseTime.Obstacle {
    switch self {
    case .noHeading(let course, let wind): .wind(course: course, wind: wind, isBack: isBack)
    }
  }
}
