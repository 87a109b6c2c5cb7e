import Response
import Testing
import Units

@Test func `a station gives the air above it with the standard lapse`() throws {
  let profile = try AirProfile(levels: [AirLevel(altitude: .metres(685), temperature: .celsius(32))])
  #expect(abs(profile.air(at: .metres(685), time: .zero).temperature.celsius - 32) < 1e-9)
  // 6.5 K for 1,000 m.
  #expect(abs(profile.air(at: .metres(1685), time: .zero).temperature.celsius - 25.5) < 1e-9)
  let deviation = AirProfile(isaDeviationKelvins: 32 - (15 - 6.5 * 0.685))
  for metres in [0.0, 685, 4000] {
    let (a, b) = (
      profile.densityAltitude(at: .metres(metres), time: .zero),
      deviation.densityAltitude(at: .metres(metres), time: .zero)
    )
    #expect(abs((a - b).metres) < 1e-6)
  }
  #expect(!profile.isHumid && !profile.changesWithTime)
}

@Test func `between levels the deviation is linear, beyond them it stays`() throws {
  // 10 K above standard at 1,000 m, 2 K below it at 3,000 m.
  let profile = try AirProfile(levels: [
    AirLevel(altitude: .metres(3000), temperature: .celsius(15 - 19.5 - 2)),
    AirLevel(altitude: .metres(1000), temperature: .celsius(15 - 6.5 + 10)),
  ])
  for (metres, deviation) in [(0.0, 10.0), (1000, 10), (2000, 4), (2500, 1), (3000, -2), (9000, -2)] {
    #expect(abs(profile.air(at: .metres(metres), time: .zero).isaDeviationKelvins - deviation) < 1e-9)
  }
}

@Test func `times of day are linear and go round midnight`() throws {
  let station = { (hours: Double, celsius: Double) in
    AirLevel(altitude: .zero, temperature: .celsius(celsius), time: .hours(hours))
  }
  let profile = try AirProfile(levels: [station(6, 16), station(14, 32), station(22, 20)])
  for (hours, celsius) in [(6.0, 16.0), (10, 24), (14, 32), (18, 26), (22, 20), (2, 18), (26, 18), (-22, 18)] {
    #expect(abs(profile.air(at: .zero, time: .hours(hours)).temperature.celsius - celsius) < 1e-9, "\(hours)")
  }
  #expect(profile.changesWithTime)
}

@Test func `a dew point comes back at its station, and water vapour goes up with the air`() throws {
  let profile = try AirProfile(levels: [
    AirLevel(altitude: .metres(536), temperature: .celsius(34), dewPoint: .celsius(25))
  ])
  let here = profile.air(at: .metres(536), time: .zero)
  #expect(abs(try #require(here.dewPoint).celsius - 25) < 1e-6)
  // The dew point of lifted air falls by some 1.8 K/km, the temperature here by 6.5: 2.5 km above, the air is saturated.
  let above = profile.air(at: .metres(1536), time: .zero)
  #expect((1.5...2.1).contains(25 - (try #require(above.dewPoint).celsius)))
  let high = profile.air(at: .metres(4000), time: .zero)
  #expect(high.dewPoint == high.temperature)
  #expect(profile.isHumid)
}

@Test func `a low pressure at sea level puts every place higher`() throws {
  let low = AirProfile(isaDeviationKelvins: 0, qnhPascals: 100_325)
  // ISO 2533: 10 hPa at sea level are 83.3 m.
  #expect(abs(low.densityAltitude(at: .zero, time: .zero).metres - 83.5) < 0.5)
}

@Test func `levels that contradict each other are refused`() {
  let level = { (metres: Double, dew: Double?, hours: Double?) in
    AirLevel(
      altitude: .metres(metres), temperature: .celsius(10), dewPoint: dew.map { .celsius($0) },
      time: hours.map { .hours($0) })
  }
  let wrong: [[AirLevel]] = [
    [], [level(0, nil, nil), level(0, nil, nil)], [level(0, 5, nil), level(500, nil, nil)],
    [level(0, nil, 6), level(500, nil, nil)], [level(0, 11, nil)], [level(.nan, nil, nil)], [level(0, nil, 25)],
    [level(0, nil, 0), level(0, nil, 24)],
  ]
  for levels in wrong { #expect(throws: ConditionsError.self, "\(levels)") { try AirProfile(levels: levels) } }
}
