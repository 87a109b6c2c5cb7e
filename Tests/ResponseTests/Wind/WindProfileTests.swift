import Response
import Testing
import Units

private func level(_ metres: Double, _ east: Double, _ north: Double, hours: Double? = nil) -> WindLevel {
  WindLevel(
    altitude: .metres(metres), wind: WindVector(east: east, north: north), time: hours.map { .hours($0) })
}

@Test func `winds between levels are interpolated as vectors`() throws {
  let profile = try WindProfile(levels: [level(3000, -10, 4), level(1000, 10, 0), level(5000, -10, 0)])
  let cases = [
    (0.0, 10.0, 0.0), (1000, 10, 0), (2000, 0, 2), (2500, -5, 3), (3000, -10, 4), (4000, -10, 2), (9000, -10, 0),
  ]
  for (metres, east, north) in cases {
    let wind = profile.wind(at: .metres(metres), time: .hours(9))
    #expect(abs(wind.east - east) < 1e-12 && abs(wind.north - north) < 1e-12, "\(metres)")
  }
  #expect(profile.altitudes == [.metres(1000), .metres(3000), .metres(5000)])
  #expect(!profile.changesWithTime && !profile.isCalm)
}

@Test func `winds between times are linear and go round midnight`() throws {
  let profile = try WindProfile(levels: [
    level(0, 0, 0, hours: 6), level(0, 8, 0, hours: 14), level(2000, 4, 0, hours: 6), level(2000, 12, 0, hours: 14),
  ])
  // 16 hours from 14:00 to 6:00.
  for (hours, metres, east) in [
    (6.0, 0.0, 0.0), (10, 0, 4), (14, 2000, 12), (10, 1000, 6), (22, 0, 4), (2, 2000, 6), (34, 0, 4), (-2, 0, 4),
  ] {
    #expect(abs(profile.wind(at: .metres(metres), time: .hours(hours)).east - east) < 1e-12, "\(hours) \(metres)")
  }
  #expect(profile.changesWithTime)
}

@Test func `one wind holds everywhere`() {
  let profile = WindProfile(WindVector(east: 3, north: -4))
  #expect(profile.wind(at: .metres(-100), time: .zero) == profile.wind(at: .kilometres(20), time: .hours(30)))
  #expect(WindProfile.calm.isCalm && !profile.isCalm)
}

@Test func `levels of wind that contradict each other are refused`() {
  let wrong = [
    [], [level(0, 1, 0), level(0, 2, 0)], [level(0, 1, 0, hours: 3), level(10, 2, 0)], [level(0, .nan, 0)],
    [level(.infinity, 0, 0)], [level(0, 1, 0, hours: -1)],
  ]
  for levels in wrong { #expect(throws: ConditionsError.self, "\(levels)") { try WindProfile(levels: levels) } }
}
