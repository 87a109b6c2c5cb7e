import Testing
import Units

// 1 ft = 0.3048 m, 1 NM = 1852 m: 92.6 km are 50 NM, 304.8 m are 1000 ft, 185.2 km/h are 100 kt.
@Test func `outputs in aviation units have feet, nautical miles, knots and flight levels`() {
  UnitSystem.$current.withValue(.aviation) {
    #expect(Length.metres(92_600).text == "50.0 NM" && Length.metres(926).text == "0.50 NM")
    #expect(Length.metres(304.8).heightText == "1000 ft" && Length.metres(-30.48).heightText == "−100 ft")
    #expect(Length.feet(17_900).altitudeText == "17900 ft" && Length.feet(18_000).altitudeText == "FL180")
    #expect(Speed.kilometresPerHour(185.2).text == "100 kt")
    #expect(UnitSystem.current.heading("area, km², distance, km, km/h") == "area, km², distance, NM, km/h")
  }
  #expect(Length.metres(304.8).heightText == "305 m" && Length.feet(18_000).altitudeText == "5486 m")
}
