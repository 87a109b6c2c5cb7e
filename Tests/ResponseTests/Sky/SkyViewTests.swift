import Geodesy
import Response
import Testing
import Units

/// Latitude, longitude, seconds since 1970 (UT1), altitude of Sun and Moon without refraction (degrees), lit share of the Moon:
/// computed for this test with Skyfield 1.55 and DE421, topocentric on WGS 84.
private let reference: [(Double, Double, Double, Double, Double, Double)] = [
  (-44.546, 15.923, -461_210_717, -62.8099, -65.3620, 0.0004),
  (17.666, 45.259, -1_892_014_362, -23.9487, 55.5567, 0.4165),
  (-82.761, 121.489, -981_036_133, 20.9139, 9.5437, 0.5254),
  (-45.164, 178.432, 10_238_485, -59.2553, -0.0040, 0.4121),
  (57.198, -8.513, 803_620_261, 0.4240, 25.3308, 0.4762),
  (-59.395, 48.55, 1_879_812_944, -21.0449, 21.1549, 0.9734),
  (3.941, 86.851, 955_633_934, -23.7009, 75.9169, 0.7207),
  (-74.115, 92.963, 578_168_040, -29.8319, 4.3698, 0.8325),
]

@Test func `the moon stands where another ephemeris has it`() {
  for (latitude, longitude, seconds, sun, moon, share) in reference {
    let view = SkyView(
      at: Position(latitudeDegrees: latitude, longitudeDegrees: longitude), UniversalTime(secondsSince1970: seconds))
    // 1″ of the Sun; 0.03° of the Moon's series, cut at 0.003° a term.
    #expect(abs(view.sunAltitude.degrees - sun) < 0.001)
    #expect(abs(view.moonAltitude.degrees - moon) < 0.03)
    #expect(abs(view.moonIlluminated - share) < 0.001)
  }
}

@Test func `new and full moon are when the almanac has them`() {
  // Eclipses: of the Sun on 2024-04-08 at 18:17 UTC, of the Moon on 2025-03-14 at 06:59 UTC (NASA).
  let place = Position(latitudeDegrees: 0, longitudeDegrees: 0)
  #expect(SkyView(at: place, UniversalTime(secondsSince1970: 1_712_600_220)).moonIlluminated < 0.001)
  #expect(SkyView(at: place, UniversalTime(secondsSince1970: 1_741_935_540)).moonIlluminated > 0.999)
}
