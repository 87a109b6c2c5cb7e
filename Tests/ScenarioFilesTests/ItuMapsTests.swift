import Foundation
import GeoFiles
import Geodesy
import Radar
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// The layout of a map as the Recommendations describe it: from the north pole and Greenwich, 1.5 degrees, 121 rows of 241.
private func map(_ value: (_ latitude: Double, _ longitude: Double) -> Double) -> String {
  (0..<121).map { row in
    (0..<241).map { String(format: "%.4f", value(90 - 1.5 * Double(row), 1.5 * Double($0))) }.joined(separator: "  ")
  }.joined(separator: "\r\n") + "\r\n"
}

/// Maps that are linear in latitude and longitude east of Greenwich: bilinear interpolation gives them exactly.
private func folder(_ more: [String: String] = [:]) throws -> Scratch {
  let scratch = try Scratch()
  try FileManager.default.createDirectory(atPath: scratch.path("maps"), withIntermediateDirectories: false)
  let maps = [
    "maps/DN_Median.txt": map { 40 + 0.1 * $0 + 0.02 * $1 }, "maps/dn_supslope.TXT": map { _, _ in 10 },
    "maps/DN_SubSlope.txt": map { 8 + 0.05 * $0 + 0 * $1 },
    "maps/surfwv_50_fixed.txt": map { 15 + 0.1 * $0 + 0 * $1 },
    "maps/h0.txt": map { 4 + 0.01 * $0 + 0 * $1 },
  ].merging(more) { $1 }
  for (name, text) in maps { try scratch.file(name, text) }
  return scratch
}

private let place = Position(latitudeDegrees: -12.34, longitudeDegrees: -74.56)

@Suite struct ItuMapsTests {
  @Test func `values between nodes are bilinear, west and east of Greenwich and at the poles`() throws {
    let scratch = try folder()
    defer { withExtendedLifetime(scratch) {} }
    let maps = try ItuMaps(folder: scratch.path("maps"))
    for (latitude, longitude) in [
      (-12.34, -74.56), (61.2, 10), (0, 0), (89.9, 179.9), (-90, 0), (90, -0.001), (12, -180),
    ] {
      let found = try maps.value(of: .median, at: Position(latitudeDegrees: latitude, longitudeDegrees: longitude))
      let east = longitude < 0 ? longitude + 360 : longitude
      // Four decimals in the file.
      #expect(abs(found - (40 + 0.1 * latitude + 0.02 * east)) < 2e-4, "\(latitude) \(longitude)")
    }
    #expect(abs(try maps.rainHeight(at: place).kilometres - (4 - 0.1234 + 0.36)) < 1e-4)
  }

  @Test func `k follows from the lapse, and its percentiles from the slopes`() throws {
    let scratch = try folder()
    defer { withExtendedLifetime(scratch) {} }
    let maps = try ItuMaps(folder: scratch.path("maps"))
    let median = 40 - 0.1 * 12.34 + 0.02 * (360 - 74.56)
    // P.2001: −ΔN; a decade less time is a slope more.
    #expect(abs(try maps.gradient(at: place) + median) < 2e-4)
    #expect(abs(try maps.gradient(at: place, percent: 5) + median + 10) < 3e-4)
    #expect(abs(try maps.gradient(at: place, percent: 95) + median - (8 - 0.05 * 12.34)) < 3e-4)
    #expect(abs(try maps.earthFactor(at: place) - 157 / (157 - median)) < 1e-5)
    #expect(try maps.earthFactor(at: place, percent: 1) > maps.earthFactor(at: place))
    #expect(try maps.earthFactor(at: place, percent: 99) < maps.earthFactor(at: place))
  }

  @Test func `the map of rain runs from the south pole and from 180 degrees west`() throws {
    let (west, east) = (String(repeating: "3 ", count: 1440), String(repeating: "5 ", count: 1441))
    let (south, north) = (west + east + "\n", west.replacing("3", with: "7") + east.replacing("5", with: "9") + "\n")
    let scratch = try folder([
      "maps/R001.TXT": String(repeating: south, count: 720) + String(repeating: north, count: 721)
    ])
    defer { withExtendedLifetime(scratch) {} }
    let maps = try ItuMaps(folder: scratch.path("maps"))
    for (latitude, longitude, rate) in [(-40.0, -100.0, 3.0), (-40, 100, 5), (40, -100, 7), (40, 100, 9)] {
      let place = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
      #expect(try maps.value(of: .rain, at: place) == rate)
    }
  }

  @Test(arguments: [
    ("1 2 3\n", "3 numbers"), ("", "0 rows"), ("a b\n", "not a number"),
    (String(repeating: String(repeating: "9999 ", count: 241) + "\n", count: 121), "not a value"),
    (String(repeating: String(repeating: "5 ", count: 241) + "\n", count: 120), "120 rows"),
  ]) func `a damaged map is refused with what a map has`(_ text: String, _ words: String) throws {
    let scratch = try folder(["maps/surfwv_50_fixed.txt": text])
    defer { withExtendedLifetime(scratch) {} }
    let maps = try ItuMaps(folder: scratch.path("maps"))
    let error = try #require(throws: GeoFileError.self) { try maps.value(of: .vapour, at: place) }
    #expect(error.code == .corrupt && error.description.contains(words) && error.description.contains("121 rows"))
    let missing = try #require(throws: GeoFileError.self) { try maps.value(of: .rain, at: place) }
    #expect(missing.code == .missing && missing.description.contains("R001.TXT"))
    #expect(throws: GeoFileError.self) { try ItuMaps(folder: scratch.path("nowhere")) }
  }

  private func scenario(_ scratch: Scratch, _ atmosphere: String, _ more: String = "") throws -> Scenario {
    try scratch.file(
      "scenario.yaml",
      """
      atalaya: 1
      name: Test
      \(more)atmosphere: { \(atmosphere) }
      layers:
        radar_types:
          - { id: t, kind: primary, instrumented_range: 70 km, detection_range: 70 km, reference_rcs: 1 m², antenna_height: 30 m }
        sites:
          - { id: west, position: "-12, -75.5", elevation: 500 m, radar: t }
          - { id: east, position: "-12, -74.5", elevation: 500 m }
      """)
    return try Scenario.load(folder: scratch.path)
  }

  @Test func `a scenario takes from the maps what it does not state`() throws {
    let scratch = try folder()
    let found = try scenario(scratch, "itu_maps: maps")
    // The middle of the sites: 12° south, 75° west, to a hair.
    let median = 40 - 1.2 + 0.02 * 285
    #expect(abs(found.effectiveEarthFactor - 157 / (157 - median)) < 1e-4 && found.doubt == nil)
    #expect(abs(found.weather.surfaceVapourDensity - 13.8) < 1e-3 && found.weather.rainHeight == .kilometres(5))
    #expect(!found.defaultedSettings.contains("effective_earth_k"))
    #expect(found.mapsTaken?.contains("g/m³") == true)
    let band = try scenario(scratch, "itu_maps: maps, percent_of_time: [99, 50, 1], rain_rate: 20 mm/h")
    #expect(band.effectiveEarthFactor == band.doubt?.low.k && (band.doubt?.low.k ?? 9) < (band.doubt?.high.k ?? 0))
    #expect(abs(band.weather.rainHeight.kilometres - 4.24) < 1e-3)
    let stated = try scenario(
      scratch, "itu_maps: maps, vapour_density: 9, rain_rate: 5 mm/h, rain_height: 3 km", "effective_earth_k: 1.2\n")
    #expect(stated.effectiveEarthFactor == 1.2 && stated.weather.surfaceVapourDensity == 9 && stated.mapsTaken == nil)
    #expect(stated.weather.rainHeight == .kilometres(3))
  }

  @Test func `humidity, temperature and pressure make the air, and what contradicts is reported at once`() throws {
    let scratch = try folder()
    let air = try scenario(scratch, "relative_humidity: 80, temperature_c: 30, pressure_hpa: 1008").weather.air
    #expect(air.temperatureKelvin == 303.15 && air.pressureHectopascals == 1008)
    // Saturated air of 30 °C holds 30.4 g/m³ (Smithsonian Meteorological Tables), a percent of it for moist air aside.
    #expect(abs(air.vapourDensity / (0.8 * 30.38) - 1) < 0.01)
    let error = try #require(throws: ScenarioError.self) {
      try scenario(
        scratch, "itu_maps: nowhere, relative_humidity: 80, vapour_density: 3, temperature_c: 200, itu_rain: yes")
    }
    for words in ["nowhere", "vapour_density", "temperature_c"] {
      #expect(error.description.contains(words), "\(error)")
    }
    let missing = try #require(throws: ScenarioError.self) { try scenario(scratch, "itu_maps: maps, itu_rain: yes") }
    #expect(missing.description.contains("R001.TXT"))
    #expect(throws: ScenarioError.self) { try scenario(scratch, "itu_rain: yes") }
  }
}
