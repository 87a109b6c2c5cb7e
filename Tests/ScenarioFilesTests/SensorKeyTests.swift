import Coverage
import Foundation
import Geodesy
import Radar
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private let dem =
  "ncols 3\nnrows 3\nxllcorner 10\nyllcorner 0\ncellsize 0.5\nNODATA_value -9999\n24 24 24\n24 24 24\n24 24 24\n"
private let system =
  "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]"

/// Reads a scenario of some keys and layers, over terrain.
private func read(_ yaml: String, hasTerrain: Bool = true) throws -> Scenario {
  let scratch = try Scratch([
    "scenario.yaml": "atalaya: 1\nname: Test\n" + (hasTerrain ? "terrain: dem.asc\n" : "") + yaml, "dem.asc": dem,
    "dem.prj": system,
  ])
  defer { withExtendedLifetime(scratch) {} }
  return try Scenario.load(folder: scratch.path)
}

private func faults(_ yaml: String, hasTerrain: Bool = true) throws -> [String] {
  do {
    _ = try read(yaml, hasTerrain: hasTerrain)
    return []
  } catch let error as ScenarioError { return error.problems.map { "\($0)" } }
}

private func layers(_ types: String, _ sites: String, _ more: String = "") -> String {
  """
  layers:
    radar_types:
  \(types.split(separator: "\n").map { "    - { \($0), antenna_height: 20 m }" }.joined(separator: "\n"))
    sites:
  \(sites.split(separator: "\n").map { "    - { \($0) }" }.joined(separator: "\n"))
  \(more)
  """
}

private let passive = "id: p, kind: passive, instrumented_range: 100 km, detection_range: 40 km, reference_rcs: 1 m²"
private let tower =
  "  illuminators:\n    - { id: tv, latitude: 0.9, longitude: 10.9, altitude: 150 m AGL, eirp: 10 kW, frequency: 600 MHz }"

@Suite struct SensorKeyTests {
  @Test(arguments: [
    ("yes", Transponder.answering), ("no", .none), ("none", .none), ("mode-ac", .modeAC), ("Mode A/C", .modeAC),
    ("mode_s", .modeS), ("ADS-B", .adsb), ("adsb", .adsb), ("sí", .answering),
  ])
  func `a transponder is stated by yes, no or its kind`(text: String, transponder: Transponder) throws {
    let scenario = try read("target_transponder: \(text)\n")
    #expect(scenario.coverageTarget.transponder == transponder)
    #expect(scenario.coverageTarget.gives(.broadcast) == (transponder == .adsb))
    #expect(scenario.coverageTarget.hasTransponder == (transponder != .none))
  }

  @Test func `a transponder that is no kind of one is an error that names the kinds`() throws {
    let found = try faults("target_transponder: mode-x\n")
    #expect(found.count == 1 && found[0].contains("mode-ac, mode-s, ads-b"), "\(found)")
  }

  @Test func `columns of a link give an ADS-B receiver its range, and a stated range wins`() throws {
    let scenario = try read(
      layers(
        """
        id: a, kind: adsb, instrumented_range: 400 km, sensitivity: -84 dBm
        id: b, kind: adsb, instrumented_range: 400 km, sensitivity_dbm: -90, detection_range: 150 km
        id: c, kind: adsb, instrumented_range: 400 km
        """, "id: s, latitude: 0.7, longitude: 10.7, radar: a"))
    // 70 W, 0 dBi, 1090 MHz and −84 dBm: 10^((18.451 + 114 − 20.2 − 22)/20) …, by the loss formula of radio planners.
    let kilometres = pow(10, (10 * log10(70e3) + 84 - 32.45 - 20 * log10(1090)) / 20)
    let ranges = scenario.radarTypes.map { $0.detectionRange(of: .squareMetres(1)).kilometres }
    #expect(abs(ranges[0] / kilometres - 1) < 1e-3 && ranges[1] == 150 && ranges[2] == 400)
    #expect(scenario.radarTypes.map(\.sensorAssumptions.count) == [4, 0, 1])
  }

  @Test func `a loss that does not count is said of radars that look, not of sensors that see only together`() throws {
    let scenario = try read(
      "detection: { gases: yes }\n"
        + layers(
          """
          id: m, kind: multilateration, instrumented_range: 100 km
          \(passive)
          id: known, kind: primary, instrumented_range: 100 km, detection_range: 40 km, reference_rcs: 1 m², frequency: 3 GHz
          id: silent, kind: primary, instrumented_range: 100 km, detection_range: 40 km, reference_rcs: 1 m²
          """,
          """
          id: a, latitude: 0.3, longitude: 10.3, radar: m
          id: b, latitude: 0.4, longitude: 10.3, radar: p
          id: c, latitude: 0.5, longitude: 10.3, radar: known
          id: d, latitude: 0.6, longitude: 10.3, radar: silent
          """, tower))
    let told = scenario.warnings.filter { $0.field == "detection" }.map(\.description)
    #expect(told.count == 1 && told[0].contains("sharp edge: silent (state frequency"), "\(told)")
  }

  @Test func `what counts nowhere is said, each at its place`() throws {
    let scenario = try read(
      "detection: { gases: yes }\natmosphere: { rain_rate: 20 mm/h, vapour_density: 90 g/m³, temperature_c: -40 °C }\n"
        + layers(
          """
          id: a, kind: adsb, instrumented_range: 300 km, detection_range: 200 km, sensitivity: -84 dBm, reference_rcs: 1 m²
          id: b, kind: primary, instrumented_range: 100 km, detection_range: 40 km, reference_rcs: 1 m², frequency: 0.5 GHz, receive_beamwidth: 4 deg
          """,
          """
          id: s, latitude: 0.3, longitude: 10.3, radar: a
          id: t, latitude: 0.4, longitude: 10.3, radar: b, system: north
          """))
    // Vapour over ice or water at −40 °C is some 0.12 g/m³ to 0.18 g/m³ in any table; P.676 begins at 1 GHz.
    for (field, word) in [
      ("sensitivity", "detection_range is stated"), ("reference_rcs", "says nothing of an ADS-B receiver"),
      ("receive_beamwidth", "no effect without receive_pattern"), ("system", "sees alone"),
      ("atmosphere.rain_rate", "no look of a plan counts it"), ("atmosphere.vapour_density", "more than air of −40"),
      ("detection", "beyond the frequencies of ITU-R P.676"),
    ] {
      let told = scenario.warnings.filter { $0.field == field && $0.problem.contains(word) }
      #expect(told.count == 1, "\(field): \(scenario.warnings)")
    }
  }

  @Test func `stations form a system by type, or by the name at their sites, and a purchase joins it`() throws {
    let scenario = try read(
      layers(
        "id: m, kind: multilateration, instrumented_range: 100 km",
        """
        id: s1, latitude: 0.3, longitude: 10.3, radar: m
        id: s2, latitude: 0.3, longitude: 10.9, radar: m
        id: s3, latitude: 0.9, longitude: 10.3, radar: m
        id: t1, latitude: 0.5, longitude: 10.5, radar: m, system: north
        id: free, latitude: 0.9, longitude: 10.9
        """, "  purchases:\n    - { id: more, radars: [{ site: free, type: m }] }"))
    func systems(_ stations: [RadarStation]) -> [String: Int] {
      stations.reduce(into: [:]) { all, station in
        if case .stations(let members) = station.partners { all[station.id] = members.count }
      }
    }
    #expect(systems(scenario.existingStations) == ["s1": 3, "t1": 1])
    #expect(systems(scenario.stations(adding: scenario.purchases[0])) == ["s1": 4, "t1": 1])
    #expect(scenario.stations(adding: scenario.purchases[0]).count(where: \.isMember) == 3)
    #expect(scenario.warnings.count { "\($0)".contains("have to hear a target") } == 2, "\(scenario.warnings)")
  }

  @Test func `sensors that see together need terrain, and a passive one illuminators`() throws {
    let types = "\(passive)\nid: m, kind: multilateration, instrumented_range: 100 km"
    let sites = "id: s, latitude: 0.7, longitude: 10.7, radar: p\nid: t, latitude: 0.6, longitude: 10.7, radar: m"
    let found = try faults(layers(types, sites), hasTerrain: false)
    #expect(found.count == 3, "\(found)")
    #expect(found.count { $0.contains("over terrain only") } == 2)
    #expect(found.contains { $0.contains("illuminators") && $0.contains("sees nothing without illuminators") })
    #expect(try passiveFaults(passive, sites).isEmpty)
  }

  @Test func `what only a catalogue has needs neither terrain nor illuminators`() throws {
    let types =
      "\(passive)\nid: m, kind: multilateration, instrumented_range: 100 km\nid: r, kind: secondary, instrumented_range: 100 km"
    let site = "id: s, latitude: 0.7, longitude: 10.7, radar: r"
    for hasTerrain in [false, true] {
      #expect(try faults(layers(types, site), hasTerrain: hasTerrain).isEmpty)
      // What may be bought is named in a warning.
      let priced = types.replacing("id: p,", with: "id: p, price: USD 3M,")
      #expect(try faults(layers(priced, site), hasTerrain: hasTerrain).isEmpty)
    }
  }

  private func passiveFaults(_ types: String, _ sites: String) throws -> [String] {
    try faults(
      layers(types, sites.split(separator: "\n").first.map(String.init) ?? "", tower))
  }

  @Test(arguments: [0.0, 0.0008])
  func `an illuminator on a receiver is an error`(offset: Double) throws {
    let found = try passiveFaults(passive, "id: s, latitude: \(0.9 + offset), longitude: 10.9, radar: p")
    #expect(found.count == 1 && found[0].contains("direct signal hides every echo"), "\(found)")
    #expect(try passiveFaults(passive, "id: s, latitude: 0.902, longitude: 10.9, radar: p").isEmpty)
  }

  @Test func `every fault of sensors and illuminators is reported at once`() throws {
    let found = try faults(
      layers(
        """
        id: a, kind: adsb, instrumented_range: 100 km, sensitivity: 84, transponder_power: 0 W
        id: m, kind: multilateration, instrumented_range: 100 km, stations_needed: 2, timing_error: 5, altitude_error: -3 m
        id: n, kind: multilateration, instrumented_range: 100 km, stations_needed: 3
        id: p, kind: passive, instrumented_range: 100 km
        """, "id: s, latitude: 0.7, longitude: 10.7, radar: a",
        """
          illuminators:
            - { id: x, latitude: 0.9, longitude: 10.9, eirp: -1 W, frequency: 600 MHz }
            - { id: y, latitude: 0.9, longitude: 10.9, altitude: -5 m AGL, eirp: 1 kW }
        """))
    for word in [
      "sensitivity", "transponder_power", "stations_needed", "timing_error", "altitude_error",
      "3 stations place no target", "detection_range", "eirp", "altitude", "frequency",
    ] {
      #expect(found.contains { $0.contains(word) }, "\(word) in \(found)")
    }
  }

  @Test func `a column of another kind of sensor is warned of`() throws {
    let scenario = try read(
      layers(
        "id: r, kind: secondary, instrumented_range: 100 km, sensitivity: -90 dBm, stations_needed: 4",
        "id: s, latitude: 0.7, longitude: 10.7, radar: r"))
    #expect(scenario.warnings.count { "\($0)".contains("says nothing of a secondary radar") } == 2)
  }
}
