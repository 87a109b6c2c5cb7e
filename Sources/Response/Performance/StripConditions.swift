internal import Units

/// What the air of the day makes of an aircraft's limits on its way to a strip and there.
struct StripConditions {
  let asset: Asset
  /// Where it goes; nil for anywhere.
  let strip: Strip?
  let period: Period
  /// Local time of day of the order.
  let time: Duration
  private let weather: FlyingWeather

  init(asset: Asset, strip: Strip?, period: Period, time: Duration?) {
    self.asset = asset
    self.strip = strip
    self.period = period
    weather = asset.weather ?? FlyingWeather(wind: nil, air: nil)
    self.time = time ?? weather.time(by: period)
  }

  private var aircraft: Aircraft { asset.aircraft }
  private var performance: Performance? { aircraft.performance }

  /// The height above the ground at which it flies where nothing is stated, 1,000 ft: assumed.
  static let usualHeight = Length.feet(1000)

  /// The altitude of the cruise: as stated, else as high above the higher end of the way as the law asks or as is usual.
  var cruiseAltitude: Length { cruiseAltitude(between: asset.base.elevation, strip?.elevation) }

  private func cruiseAltitude(between a: Length?, _ b: Length?) -> Length {
    if let stated = performance?.cruiseAltitude { return stated }
    return ([a, b].compactMap { $0 }.max() ?? .zero) + (performance?.minimumHeight(by: period) ?? Self.usualHeight)
  }

  /// The air at the strip; nil where its elevation is unknown.
  private var stripAir: AirState? { strip?.elevation.map { weather.airState(at: $0, time: time) } }

  /// Density altitude of the strip; nil where its elevation is unknown.
  var densityAltitude: Length? { stripAir?.densityAltitude }

  /// Temperature of the strip; nil where its elevation is unknown.
  var temperature: Temperature? { stripAir?.temperature }

  private var cruiseDensityAltitude: Length { densityAltitude(at: cruiseAltitude) }

  private func densityAltitude(at altitude: Length) -> Length {
    weather.airState(at: altitude, time: time).densityAltitude
  }

  /// The cruise; at the speed of the catalogue where its table does not reach, which is an obstacle.
  var flight: CruiseFlight {
    let airspeed = performance?.cruise.flatMap { $0.value(at: cruiseDensityAltitude) }
    return CruiseFlight(airspeed: airspeed ?? aircraft.cruise, altitude: cruiseAltitude, wind: weather.wind)
  }

  /// The cruise between two other places by their elevations; nil where its speed there is unknown or the air too thin.
  func flight(between a: Length?, _ b: Length?) -> CruiseFlight? {
    let altitude = cruiseAltitude(between: a, b)
    var airspeed = aircraft.cruise
    if let table = performance?.cruise {
      guard let known = table.value(at: densityAltitude(at: altitude)) else { return nil }
      airspeed = known
    }
    if let ceiling = aircraft.ceiling, weather.air != nil || performance?.cruiseAltitude != nil,
      densityAltitude(at: altitude) > ceiling
    {
      return nil
    }
    return CruiseFlight(airspeed: airspeed, altitude: altitude, wind: weather.wind)
  }

  /// The runway it needs at the strip; nil where it lands on none or the need is unknown.
  var runwayNeeded: Length? { aircraft.runwayNeeded(at: densityAltitude) }

  /// The runway it needs at its base; nil for a helicopter, and where the need is unknown.
  private var runwayNeededAtBase: Length? {
    aircraft.kind == .aeroplane ? aircraft.runwayNeeded(at: baseDensityAltitude) : nil
  }

  /// Density altitude of the base; nil where its elevation is unknown.
  private var baseDensityAltitude: Length? {
    asset.base.elevation.map { weather.airState(at: $0, time: time).densityAltitude }
  }

  /// What stands in the way because of the air and the aircraft, without fuel and wind.
  var obstacles: [ResponseTime.Obstacle] {
    var result: [ResponseTime.Obstacle] = []
    if let table = performance?.cruise, table.value(at: cruiseDensityAltitude) == nil {
      result.append(.unknownCruise(densityAltitude: cruiseDensityAltitude))
    }
    if let ceiling = aircraft.ceiling {
      if weather.air != nil, let elevation = strip?.elevation, let density = densityAltitude, density > ceiling {
        result.append(.thinAir(altitude: elevation, densityAltitude: density, ceiling: ceiling, isCruise: false))
      }
      if weather.air != nil || performance?.cruiseAltitude != nil, cruiseDensityAltitude > ceiling {
        result.append(
          .thinAir(
            altitude: cruiseAltitude, densityAltitude: cruiseDensityAltitude, ceiling: ceiling, isCruise: true))
      }
    }
    if aircraft.kind == .helicopter, let answer = performance?.landing(at: densityAltitude), answer.isPossible != true {
      let air = stripAir ?? weather.airState(at: .zero, time: time)
      result.append(.hover(answer, temperature: air.temperature))
    }
    if let limit = performance?.engineStopLimit, let base = asset.base.elevation, base > limit {
      result.append(.engineStart(base: base, limit: limit))
    }
    if let needed = runwayNeededAtBase, let runway = asset.base.runway, runway < needed {
      result.append(.baseRunway(needed: needed, runway: runway, densityAltitude: baseDensityAltitude))
    }
    return result
  }

  /// What else a crew must know.
  func cautions(landing lands: Bool) -> [ResponseTime.Caution] {
    var result: [ResponseTime.Caution] = []
    if lands, let limit = performance?.engineStopLimit, let elevation = strip?.elevation, elevation > limit {
      result.append(.enginesRunning(strip: elevation, limit: limit))
    }
    if aircraft.kind == .helicopter, weather.air != nil, performance?.hover?.isEmpty ?? true {
      result.append(.unknownHover)
    }
    result += runwayCautions(landing: lands)
    let hasNeed = performance?.runway != nil || aircraft.requiredRunway != nil
    if aircraft.kind == .aeroplane, asset.isWeathered, hasNeed,
      asset.base.runway == nil || runwayNeededAtBase == nil
    {
      result.append(.unknownBaseRunway(needed: runwayNeededAtBase))
    }
    return result
  }

  /// What is said of the runway of the strip.
  private func runwayCautions(landing lands: Bool) -> [ResponseTime.Caution] {
    guard aircraft.kind == .aeroplane else { return [] }
    if !lands {
      return performance?.runway != nil || aircraft.hasRunwayOfSeaLevel
        ? [.shortRunway(needed: runwayNeeded, strip: strip?.length, densityAltitude: densityAltitude)] : []
    }
    guard performance?.runway == nil, let stated = aircraft.requiredRunway, let length = strip?.length,
      let density = densityAltitude
    else { return [] }
    let lengthened = stated * RunwayRule.factor(at: density)
    if aircraft.hasRunwayOfSeaLevel { return [.estimatedRunway(needed: lengthened, densityAltitude: density)] }
    return lengthened > length ? [.uncheckedRunway(stated: stated, needed: lengthened, densityAltitude: density)] : []
  }
}
