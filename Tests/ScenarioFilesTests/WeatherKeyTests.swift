import Foundation
import Geodesy
import Interception
import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\n"
private let bases = """
  layers:
    bases:
      - { id: mazamari, position: "-11.3254, -74.5356", elevation: 685 m }
      - { id: pichari, position: "-12.50306, -73.85287", elevation: 536 m }

  """

@Suite struct WeatherKeyTests {
  @Test func `without the keys air and sky are not asked`() throws {
    let plain = try load(head + bases)
    #expect(plain.wind == nil && plain.air == nil && plain.date == nil && plain.utcOffset == nil)
    #expect(plain.daylight == Daylight(begin: .hours(6), end: .hours(18)))
    #expect(plain.defaultsTaken.contains("daylight 06:00 to 18:00 local time"))
  }

  @Test func `a date makes daylight that of civil twilight at each base`() throws {
    let found = try load(head + "date: 2026-08-12\n" + bases)
    // JPL's DE421 has 10:50:08 and 10:48:36 UTC; five hours behind UTC by longitude.
    #expect(found.utcOffset == .hours(-5))
    let dawns = found.bases.map { found.daylight.at($0.position).begin.inSeconds }
    #expect(abs(dawns[0] - 21_008) <= 2 && abs(dawns[1] - 20_916) <= 2)
    #expect(found.defaultsTaken.contains { $0.contains("UTC−05:00") })
    #expect(
      !found.defaultsTaken.contains { $0.hasPrefix("daylight") } && found.defaultedSettings.contains("utc_offset"))
  }

  @Test func `stated hours of daylight win over those of a date`() throws {
    let found = try load(
      head + "date: 2024-02-29\nutc_offset: -04:30\ndaylight: { begin: \"05:00\", end: \"19:00\" }\n" + bases)
    #expect(found.daylight == Daylight(begin: .hours(5), end: .hours(19)))
    #expect(found.utcOffset == .hours(-4.5) && found.date?.day == 29)
    #expect(!found.defaultedSettings.contains("utc_offset"))
  }

  @Test func `wind and air are stated in one line`() throws {
    let found = try load(head + "weather: { wind: 240/25kt, isa_deviation_k: 20, qnh_hpa: 1003.25 }\n")
    let wind = try #require(found.wind?.wind(at: .kilometres(5), time: .hours(3)))
    #expect(abs(wind.speed.knots - 25) < 1e-9 && abs(wind.direction.degrees - 240) < 1e-9)
    let air = try #require(found.air)
    // 10 hPa at sea level are 83 m (ISO 2533: 8.33 m per hPa at 1008 hPa).
    #expect(abs(air.air(at: .zero, time: .zero).pressureAltitude.metres - 83.5) < 0.5)
    #expect(abs(air.air(at: .zero, time: .zero).isaDeviationKelvins - 20) < 1e-9)
    #expect(found.defaultsTaken.contains("density altitudes of dry air"))
  }

  @Test func `layers of wind and air have altitudes and times`() throws {
    let found = try load(
      head + """
        layers:
          wind: wind.csv
          air:
            - { altitude_amsl: 685 m, temperature_c: 32, dewpoint_c: 22, time: "14:00" }
            - { altitude_amsl: 685 m, temperature_c: 20, dewpoint_c: 18, time: "06:00" }

        """,
      ["wind.csv": "altitude_amsl_ft,wind,time\n5000,090/10kt,06:00\n10000,090/30kt,06:00\n5000,270/10kt,18:00\n"])
    let wind = try #require(found.wind)
    // Half-way between 10 and 30 knots from the east; at noon half-way to 10 knots from the west.
    #expect(abs(wind.wind(at: .feet(7500), time: .hours(6)).east + Speed.knots(20).metresPerSecond) < 1e-9)
    #expect(abs(wind.wind(at: .feet(7500), time: .hours(12)).east + Speed.knots(5).metresPerSecond) < 1e-9)
    let air = try #require(found.air)
    #expect(air.isHumid && abs(air.air(at: .metres(685), time: .hours(10)).temperature.celsius - 26) < 1e-9)
  }

  @Test func `a file of levels gives wind and air of the date by the local clock`() throws {
    let folder = try Scratch(["scenario.yaml": head + "date: 2026-08-12\nweather: { file: levels.nc }\n" + bases])
    defer { withExtendedLifetime(folder) {} }
    try ClassicNetCDF.forecast.write(to: URL(fileURLWithPath: folder.path("levels.nc")))
    let found = try Scenario.load(folder: folder.path)
    // 06:00 and 18:00 UTC are 01:00 and 13:00; the middle of the bases is 11.914° S, 74.195° W.
    let wind = try #require(found.wind)
    for (hours, hour) in [(1.0, 0.0), (13, 12), (7, 6)] {
      let there = wind.wind(at: .metres(1500), time: .hours(hours))
      #expect(abs(there.east - (hour + 8.5 - 11.914 + 0.0805)) < 0.01, "\(there)")
      #expect(abs(there.north - (8.5 - hour)) < 0.01)
    }
    let air = try #require(found.air)
    #expect(abs(air.air(at: .metres(5800), time: .hours(3)).temperature.kelvins - 250) < 0.01 && !air.isHumid)
    #expect(found.weatherTaken?.contains("levels.nc") == true)
    // Another day has nothing, and says what the file is of.
    let other = try problems(
      head + "date: 2026-08-13\nweather: { file: \(folder.path("levels.nc")) }\n" + bases)
    #expect(other.count == 1 && other[0].description.contains("2026-08-12T06:00:00Z"), "\(other)")
    let undated = try problems(head + "weather: { file: \(folder.path("levels.nc")) }\n" + bases)
    #expect(undated.count == 1 && undated[0].description.contains("2 times"), "\(undated)")
    #expect(try problems(head + "weather: { file: none.grb2 }\n" + bases).count == 1)
  }

  @Test func `everything that is wrong is reported at once, with its place`() throws {
    let found = try problems(
      head + """
        date: 2023-02-29
        utc_offset: 20
        weather: { wind: 240/25, isa_deviation_k: 200, qnh_hpa: 29.92, gusts: 4 }
        layers:
          air:
            - { altitude_amsl: 685 m, temperature_c: 20, dewpoint_c: 21 }
            - { altitude_amsl: 40 km, temperature_c: -60 }
          wind:
            - { altitude_amsl: 685 m, wind: windy }

        """)
    let fields = found.compactMap(\.place.field)
    for field in [
      "date", "utc_offset", "weather.wind", "weather.isa_deviation_k", "weather.qnh_hpa", "weather.gusts", "dewpoint_c",
      "altitude_amsl", "wind",
    ] {
      #expect(fields.contains(field), "\(field): \(found)")
    }
  }

  @Test func `levels that contradict each other, and two statements of one thing, are errors`() throws {
    let cases = [
      "weather: { wind: calm }\nlayers: { wind: [{ altitude_amsl: 0 m, wind: 240/25kt }] }\n",
      "weather: { isa_deviation_k: 5 }\nlayers: { air: [{ altitude_amsl: 0 m, temperature_c: 25 }] }\n",
      "layers: { wind: [{ altitude_amsl: 0 m, wind: 240/25kt }, { altitude_amsl: 0 m, wind: 250/25kt }] }\n",
      "layers: { wind: [{ altitude_amsl: 0 m, wind: 240/25kt, time: \"06:00\" }, { altitude_amsl: 9 m, wind: calm }] }\n",
      "layers: { air: [{ altitude_amsl: 0 m, temperature_c: 25, dewpoint_c: 20 }, { altitude_amsl: 9 m, temperature_c: 25 }] }\n",
      "utc_offset: -5\n",
    ]
    for yaml in cases {
      let found = try problems(head + yaml)
      #expect(found.count == 1, "\(yaml): \(found)")
    }
  }
}
