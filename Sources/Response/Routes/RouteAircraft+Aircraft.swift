public import Units

extension RouteAircraft {
  /// Rate of climb where none is stated: 1,000 ft/min, which loaded helicopters of all makes reach low down.
  public static let usualClimb = Speed.feetPerMinute(1000)
  /// Rate of descent where none is stated: 1,000 ft/min, as passengers bear it.
  public static let usualDescent = Speed.feetPerMinute(1000)
  /// Height above the ground where none is stated, by day and by night.
  public static func usualClearance(by period: Period) -> Length { .metres(period == .day ? 150 : 300) }
  /// Ceiling where none is stated.
  public static let usualCeiling = Length.metres(4500)

  /// What a catalogue knows of an aircraft, completed where it does not say.
  ///
  /// Its tables are by density altitude: in air that is not the standard one they hold lower.
  /// - Parameters:
  ///   - aircraft: Its cruise, and where stated rates, ceiling and heights.
  ///   - period: Day or night, for the height above ground.
  ///   - densityExcess: By how much the density altitude exceeds the altitude on the way.
  /// - Returns: The aircraft, and what was assumed of it, in words.
  /// - Throws: ``RouteError`` for figures that cannot be.
  public static func of(
    _ aircraft: Aircraft, by period: Period, densityExcess: Length = .zero
  ) throws(RouteError) -> (aircraft: RouteAircraft, assumed: [String]) {
    var assumed: [String] = []
    func table(_ stated: AltitudeTable<Speed>?) throws(RouteError) -> SpeedByAltitude? {
      guard let stated else { return nil }
      return try SpeedByAltitude(stated.rows.map { (altitude: $0.altitude - densityExcess, speed: $0.value) })
    }
    func rate(_ stated: AltitudeTable<Speed>?, _ usual: Speed, _ name: String) throws(RouteError) -> SpeedByAltitude {
      if let own = try table(stated) { return own }
      assumed.append("\(name) of \(usual.metresPerSecond.significant(3)) m/s")
      return try SpeedByAltitude(usual)
    }
    let performance = aircraft.performance
    let airspeed: SpeedByAltitude
    if let own = try table(performance?.cruise) {
      airspeed = own
    } else {
      airspeed = try SpeedByAltitude(aircraft.cruise)
    }
    let climb = try rate(performance?.climb, usualClimb, "climb")
    let descent = try rate(performance?.descent, usualDescent, "descent")
    if aircraft.ceiling == nil { assumed.append("ceiling of \(usualCeiling.metres.fixed(0)) m") }
    let height = performance?.minimumHeight(by: period)
    if height == nil { assumed.append("clearance of \(usualClearance(by: period).metres.fixed(0)) m") }
    return (
      try RouteAircraft(
        airspeed: airspeed, climb: climb, descent: descent,
        ceiling: (aircraft.ceiling ?? usualCeiling) - (aircraft.ceiling == nil ? .zero : densityExcess),
        clearance: height ?? usualClearance(by: period)), assumed
    )
  }
}

extension RouteWind {
  /// The wind of a time of day.
  /// - Throws: ``RouteError`` for numbers that are not finite.
  public init(_ profile: WindProfile, at time: Duration) throws(RouteError) {
    let altitudes = profile.altitudes.isEmpty ? [.zero] : profile.altitudes
    try self.init(
      altitudes.map { altitude in
        let wind = profile.wind(at: altitude, time: time)
        return Level(altitude: altitude, east: .metresPerSecond(wind.east), north: .metresPerSecond(wind.north))
      })
  }
}
