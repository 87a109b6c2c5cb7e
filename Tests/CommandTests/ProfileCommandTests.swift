import Foundation
import TestSupport
import Testing

@Suite struct ProfileCommandTests {
  private let scratch: Scratch
  private let dem: String

  /// A plain at 100 m, 0.01° a post, with a wall of 900 m on the meridian 10.2° and a void on 10.8°.
  init() throws {
    let row = (0..<101).map { $0 == 20 ? "900" : $0 == 80 ? "-9999" : "100" }.joined(separator: " ")
    let rows = [String](repeating: row, count: 21).joined(separator: "\n")
    scratch = try Scratch([
      "a.asc":
        "ncols 101\nnrows 21\nxllcenter 10\nyllcenter -0.1\ncellsize 0.01\nNODATA_value -9999\n\(rows)\n",
      "a.prj":
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
    ])
    dem = scratch.path("a.asc")
  }

  private func profile(_ arguments: String...) throws -> Program.Outcome {
    try Program.atalaya.run(["profile"] + arguments + ["--quiet"])
  }

  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `json tells the blocking point, the lowest altitude and the mast, with units in the keys`() throws {
    let facts = try json(
      profile(
        "0, 10", "0, 10.4", "--dem", dem, "--antenna-height", "20m", "--target-height", "200m", "--format", "json"))
    #expect(facts["in_sight"] as? Bool == false && facts["cause"] as? String == "ridge")
    let block = try #require(facts["blocking_point"] as? [String: Any])
    // The wall's post on the equator: 0.2° of it are 6 378 137 · π / 180 · 0.2 m away.
    let degree = 6_378_137 * Double.pi / 180
    #expect(abs((block["distance_m"] as? Double ?? 0) - 0.2 * degree) < 0.01)
    #expect(block["longitude_deg"] as? Double == 10.2 && block["ground_amsl_m"] as? Double == 900)
    // The line from 120 m over 900 m at half the way, in the plane of both verticals.
    let r = 6_378_137 * 4.0 / 3
    let (near, far) = (0.2 * degree / r, 0.4 * degree / r)
    let slope = ((r + 900) * cos(near) - (r + 120)) / ((r + 900) * sin(near))
    let lowest = (r + 120) / (cos(far) - slope * sin(far)) - r
    #expect(abs((facts["lowest_visible_amsl_m"] as? Double ?? 0) - lowest) < 0.001)
    #expect(abs((facts["lowest_visible_agl_m"] as? Double ?? 0) - (lowest - 100)) < 0.001)
    let altitude = try #require(facts["clearing_antenna_amsl_m"] as? Double)
    let raised = try json(
      profile(
        "0, 10", "0, 10.4", "--dem", dem, "--antenna-altitude", "\(altitude + 0.01)m", "--target-height", "200m",
        "--format",
        "json"))
    #expect(raised["in_sight"] as? Bool == true && raised["mast_to_clear_m"] as? Double == 0)
  }

  @Test func `text tells the answer and draws it, csv lists the samples`() throws {
    let text = try profile("0, 10", "0, 10.4", "--dem", dem, "--target-height", "200m")
    #expect(text.status == 0 && text.errors.isEmpty)
    #expect(text.lines.contains { $0.hasPrefix("in sight  no: a ridge hides it") })
    #expect(text.lines.contains { $0.contains("×") } && text.lines.contains { $0.contains("█") })
    #expect(text.lines.allSatisfy { $0.count <= 160 })
    let csv = try profile("0, 10", "0, 10.4", "--dem", dem, "--format", "csv")
    #expect(
      csv.lines.first == "distance_m,latitude_deg,longitude_deg,ground_amsl_m,sight_line_amsl_m,clearance_m")
    // Both ends and the 39 meridians between them: on a row of posts nothing else is crossed.
    #expect(csv.lines.count == 1 + 41)
    #expect(csv.lines[21].contains(",10.2,900,"))
  }

  @Test func `an output is written in the format of its name`() throws {
    let svg = scratch.path("p.svg")
    #expect(try profile("0, 10", "0, 10.4", "--dem", dem, "--output", svg).output.isEmpty)
    let text = try String(contentsOfFile: svg, encoding: .utf8)
    #expect(text.hasPrefix("<?xml") && text.contains("blocking point"))
    #expect(throws: Never.self) { try XMLDocumentCheck.check(text) }
    let skyline = scratch.path("h.svg")
    #expect(
      try profile("0, 10.4", "--horizon", "--dem", dem, "--range", "20km", "--output", skyline).status == 0)
    #expect(throws: Never.self) { try XMLDocumentCheck.check(String(contentsOfFile: skyline, encoding: .utf8)) }
  }

  @Test func `the skyline has one row an azimuth`() throws {
    let csv = try profile("0, 10.4", "--horizon", "--dem", dem, "--range", "25km", "--step", "10deg", "--format", "csv")
    #expect(csv.status == 0 && csv.lines.count == 37)
    // 270°: the wall, 0.2° away.
    let west = csv.lines[28].split(separator: ",")
    #expect(west[0] == "270" && west[3] == "900")
  }

  @Test func `what makes no sense ends with one clear line`() throws {
    let cases: [([String], Int32, String)] = [
      (["0, 10", "0, 12", "--dem", dem], 1, "outside the terrain"),
      (["0, 10", "0, 10", "--dem", dem], 1, "same place"),
      (["0, 10", "0, 10.4", "--dem", dem, "--antenna-altitude", "50m"], 1, "below the ground"),
      (["0, 10.8", "0, 10.4", "--dem", dem], 1, "ground under the antenna is unknown"),
      (["0, 10", "0, 10.4"], 64, "--dem"),
      (["0, 10", "nowhere", "--dem", dem], 64, "nowhere"),
      (["0, 10", "--dem", dem], 64, "--horizon"),
      (["0, 10", "0, 10.4", "--dem", dem, "--antenna-height", "20"], 64, "unit"),
      (["0, 10", "0, 10.4", "--dem", dem, "--k", "0"], 64, "--k"),
      (["0, 10", "0, 10.4", "--dem", scratch.path("none.tif")], 1, "none.tif"),
      (["pichariii", "0, 10.4", "--dem", dem, "--scenario", Tool.sample], 1, "pichari"),
    ]
    for (arguments, status, word) in cases {
      let outcome = try Program.atalaya.run(["profile"] + arguments + ["--quiet"])
      #expect(outcome.status == status && outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.errors.contains(word), "\(arguments): \(outcome.errors)")
    }
  }

  @Test func `places of a scenario are named by their keys, and a site's radar brings its mast and its limits`() throws
  {
    let lima = Checkout.root.appendingPathComponent("GeoData/lima").path
    let facts = try json(profile("asr-callao", "strip:L01", "--scenario", lima, "--format", "json"))
    let antenna = try #require(facts["antenna"] as? [String: Any])
    // As sites.csv and radar_types.csv have it.
    #expect(antenna["latitude_deg"] as? Double == -12.0219 && antenna["height_agl_m"] as? Double == 15)
    let radar = try #require(facts["radar"] as? [String: Any])
    #expect(radar["sees_target"] as? Bool == false && radar["cause"] as? String == facts["cause"] as? String)
    let distance = try Program.atalaya.run(["distance", "-12.0219, -77.1143", "-11.68, -76.89", "--format", "json"])
    let metres = try #require(try json(distance)["distance_m"] as? Double)
    #expect(abs(metres - (facts["distance_m"] as? Double ?? 0)) < 0.001)
    let secondary = try json(profile("mssr-callao", "L01", "--scenario", lima, "--format", "json"))
    #expect((secondary["radar"] as? [String: Any])?["cause"] as? String == "transponder")
  }

  @Test func `losses are added for a frequency, and a profile file takes the place of the ground`() throws {
    let without = try json(profile("0, 10", "0, 10.15", "--dem", dem, "--format", "json"))
    #expect(without["losses"] == nil)
    let facts = try json(
      profile("0, 10", "0, 10.15", "--dem", dem, "--frequency", "1.3GHz", "--rain", "20mm/h", "--format", "json"))
    let losses = try #require(facts["losses"] as? [String: Any])
    let distance = try #require(facts["distance_m"] as? Double)
    // 20·log₁₀(4πd/λ); the slant range of a place 80 m higher is 0.2 m longer.
    let free: Double = 20 * log10(4 * Double.pi * distance * 1.3e9 / 299_792_458)
    #expect(abs((losses["free_space_db"] as? Double ?? 0) - free) < 1e-3)
    // Both are rounded to six decimals.
    #expect(abs((losses["two_way_total_db"] as? Double ?? 0) - 2 * (losses["total_db"] as? Double ?? 0)) < 2e-6)
    let file = scratch.path("path.csv")
    try "distance_km,height_m\n0,100\n5,400\n10,100\n".write(toFile: file, atomically: true, encoding: .utf8)
    let csv = try profile(
      "--profile-file", file, "--effective-radius", "8500km", "--frequency", "2GHz", "--antenna-height", "10m",
      "--target-height", "10m", "--format", "csv")
    #expect(csv.status == 0 && csv.lines.count == 4)
    let heads = csv.lines[0].split(separator: ",").map(String.init)
    let cells = csv.lines[3].split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
    let bullington = try #require(heads.firstIndex(of: "bullington_db").map { cells[$0] })
    // One edge 290 m and the bulge of 500·5·5/8500 m above the line: P.526 eq. 26, 31 and 21.
    let (over, wavelength): (Double, Double) = (290 + 12_500 / 8500, 0.299792458 / 2)
    let nu: Double = over * (0.02 / (wavelength * 25)).squareRoot()
    let x: Double = nu - 0.1
    let edge: Double = 6.9 + 20 * log10((x * x + 1).squareRoot() + x)
    let expected: Double = edge + (1 - exp(-edge / 6)) * 10.2
    #expect(abs(bullington - expected) < 1e-5)
    let svg = scratch.path("loss.svg")
    #expect(
      try profile("--profile-file", file, "--frequency", "2GHz", "--output", svg).status == 0)
    #expect(throws: Never.self) { try XMLDocumentCheck.check(String(contentsOfFile: svg, encoding: .utf8)) }
  }

  @Test func `every row that is wrong in a profile file is named`() throws {
    let cases: [(String, [String])] = [
      ("distance_km,height_m\n0,1\n", ["two at least"]),
      ("distance_km,height_m\n0,1\n2,\n1,x\n1.5,3\n", ["line 3, field height_m", "line 4", "must increase"]),
      ("distance_km,height_m\n1,1\n2,2\n", ["begin with 0"]), ("d,h\n0,1\n", ["distance_km and height_m"]),
      ("distance_km,height_m,cover_m\n0,1,-3\n1,2,\n", ["line 2, field cover_m"]),
    ]
    for (text, words) in cases {
      let file = scratch.path("bad.csv")
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let outcome = try profile("--profile-file", file, "--frequency", "1GHz")
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      for word in words { #expect(outcome.errors.contains(word), "\(text): \(outcome.errors)") }
    }
    for (arguments, word) in [
      (["--frequency", "5MHz"], "10 MHz"), (["--rain", "20mm/h"], "--frequency"),
      (["--frequency", "1GHz", "--rain", "-3mm/h"], "rain rate"),
      (["--frequency", "1GHz", "--k", "1.2", "--effective-radius", "8500km"], "--effective-radius"),
      (["--frequency", "1GHz", "--refractivity-gradient", "-200"], "ducts"),
    ] {
      let outcome = try Program.atalaya.run(["profile", "--profile-file", "none.csv"] + arguments)
      #expect(outcome.status == 64 && outcome.errors.contains(word), "\(arguments): \(outcome.errors)")
    }
  }

  /// A scenario over the wall, whose radar at 10° E looks at L band.
  private func scenario(_ detection: String, range: String = "250 km", type: String = "", _ layers: String = "") throws
    -> String
  {
    try scratch.file(
      "scenario.yaml",
      """
      atalaya: 1
      name: Test
      terrain: a.asc
      \(detection)
      layers:
        radar_types:
          - { id: t, kind: primary, instrumented_range: 300 km, detection_range: \(range), reference_rcs: 1 m², antenna_height: 20 m, frequency: 1.3 GHz\(type) }
        sites:
          - { id: r, position: "0, 10", radar: t }
      \(layers)

      """)
    return scratch.path
  }

  /// Pd of one pulse and a Swerling 1 target: Pfa^(1/(1 + S)), S by the fourth power of the range from a promise of 0.8.
  private func probability(_ slant: Double, of range: Double, lost decibels: Double) -> Double {
    let (reference, alarm) = (log(1e-6) / log(0.8) - 1, 1e-6)
    return pow(alarm, 1 / (1 + reference * pow(range / slant, 4) * pow(10, -decibels / 10)))
  }

  @Test func `diffraction counts in what a radar covers, and is named where it takes too much`() throws {
    func facts(_ range: String, above: Double) throws -> (facts: [String: Any], radar: [String: Any]) {
      let folder = try scenario("detection: { diffraction: yes }", range: range)
      let line = try json(profile("r", "0, 10.4", "--scenario", folder, "--format", "json"))
      let height = try #require(line["lowest_visible_agl_m"] as? Double) + above
      let found = try json(
        profile(
          "r", "0, 10.4", "--scenario", folder, "--target-height", "\(height)m", "--frequency", "1.3GHz", "--format",
          "json"))
      return (found, try #require(found["radar"] as? [String: Any]))
    }
    // Behind the wall, with much to spare: hidden from the straight line and covered all the same. In sight just above its
    // edge, with little: not covered.
    for (range, kilometres, above) in [("900 km", 900.0, -40.0), ("60 km", 60, 5)] {
      let (found, radar) = try facts(range, above: above)
      let isHidden = above < 0
      #expect(found["in_sight"] as? Bool == !isHidden)
      #expect(
        radar["sees_target"] as? Bool == isHidden && radar["cause"] as? String == (isHidden ? nil : "diffraction"))
      let losses = try #require(found["losses"] as? [String: Any])
      let distance = try #require(found["distance_m"] as? Double)
      let ends = [found["antenna"], found["target"]].compactMap {
        ($0 as? [String: Any])?["altitude_amsl_m"] as? Double
      }
      let edge = try #require(losses["two_way_diffraction_db"] as? Double)
      // Over 45 km the slant range is that of the plane within 0.02 %, which is 0.1 % of the ratio.
      let expected = probability(hypot(distance, ends[1] - ends[0]) / 1000, of: kilometres, lost: edge)
      #expect(abs((radar["look_probability"] as? Double ?? -1) - expected) < 2e-3, "\(radar) \(expected)")
      #expect(radar["wanted_probability"] as? Double == 0.8)
    }
    let text = try profile(
      "r", "0, 10.4", "--scenario", scenario("detection: { diffraction: yes }", range: "10 km"), "--target-height",
      "9km")
    #expect(text.output.contains("does not cover it, it is beyond the radar’s range for the target; one look"))
  }

  @Test func `a look that is not probable enough within the beam is not called below it`() throws {
    // Half power 1° off the axis, and no beam's edge: 8° up little is left.
    let folder = try scenario(
      "detection: {}", type: ", elevation_pattern: gaussian, elevation_beamwidth: 2 deg, beam_elevation: 0 deg")
    let found = try json(
      profile("r", "0, 10.15", "--scenario", folder, "--target-height", "2.5km", "--format", "json"))
    let radar = try #require(found["radar"] as? [String: Any])
    #expect(found["in_sight"] as? Bool == true && radar["cause"] as? String == "probability", "\(radar)")
    let chance = try #require(radar["look_probability"] as? Double)
    #expect(chance < 0.8)
    let text = try profile("r", "0, 10.15", "--scenario", folder, "--target-height", "2.5km").output
    #expect(text.contains("does not cover it, one look detects it there with less than the wanted probability"))
    #expect(!text.contains("below the radar’s beam"))
  }

  @Test func `a point of a route is named by its number, and brings its height`() throws {
    let folder = try scenario(
      "",
      """
        routes:
          - { id: way, points: [{ position: "0.05, 10.5", altitude: 700 m AGL }, "0.05, 10.15", { position: "0, 10.3", altitude: 2000 m AMSL }] }
      """)
    func target(_ arguments: String...) throws -> [String: Any] {
      let outcome = try Program.atalaya.run(
        ["profile", "r"] + arguments + ["--scenario", folder, "--format", "json", "--quiet"])
      return try #require(json(outcome)["target"] as? [String: Any], "\(outcome.errors)")
    }
    let (first, second, third) = try (target("way:1"), target("route:way:2"), target("way:3"))
    #expect(first["longitude_deg"] as? Double == 10.5 && first["latitude_deg"] as? Double == 0.05)
    // The plain lies at 100 m.
    #expect(first["altitude_amsl_m"] as? Double == 800 && third["altitude_amsl_m"] as? Double == 2000)
    #expect(second["longitude_deg"] as? Double == 10.15 && second["height_agl_m"] as? Double == 100)
    #expect(try target("way:3", "--target-height", "150m")["altitude_amsl_m"] as? Double == 250)
    for (name, words) in [
      ("way:4", "has points 1 to 3"), ("way:0", "has points 1 to 3"), ("route:wey:1", "did you mean “way”"),
    ] {
      let outcome = try profile("r", name, "--scenario", folder)
      #expect(outcome.status == 1 && outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test func `maps of the ITU give what is not stated, at the middle of the path`() throws {
    func map(_ value: (Double, Double) -> Double) -> String {
      (0..<121).map { row in
        (0..<241).map { String(format: "%.4f", value(90 - 1.5 * Double(row), 1.5 * Double($0))) }.joined(separator: " ")
      }.joined(separator: "\n") + "\n"
    }
    let folder = scratch.path("maps")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Linear east of Greenwich, so that what is between nodes is exact.
    try scratch.file("maps/DN_Median.txt", map { 40 + 0 * $0 + $1 / 10 })
    try scratch.file("maps/surfwv_50_fixed.txt", map { _, _ in 20 })
    try scratch.file("maps/h0.txt", map { _, _ in 4.5 })
    let found = try json(
      profile(
        "0, 10", "0, 10.4", "--dem", dem, "--itu-maps", folder, "--frequency", "1.3GHz", "--rain", "5mm/h", "--format",
        "json"))
    // A lapse of 41.02 at 10.2° E: P.453, k = 157/(157 − ΔN).
    #expect(abs((found["effective_earth_k"] as? Double ?? 0) - 157 / (157 - 41.02)) < 1e-5)
    let losses = try #require(found["losses"] as? [String: Any])
    // P.839: 0.36 km above the mean height of 0 °C.
    #expect(losses["surface_vapour_g_m3"] as? Double == 20 && losses["rain_height_amsl_m"] as? Double == 4860)
    let stated = try json(
      profile("0, 10", "0, 10.4", "--dem", dem, "--itu-maps", folder, "--k", "1.2", "--format", "json"))
    #expect(stated["effective_earth_k"] as? Double == 1.2)
    for (arguments, word) in [
      (["--profile-file", "p.csv", "--itu-maps", "m"], "--at"),
      (["0, 10", "0, 11", "--dem", dem, "--itu-rain"], "--itu-maps"),
      (["0, 10", "0, 11", "--dem", dem, "--itu-maps", "m", "--at", "0, 10"], "--profile-file"),
    ] {
      let outcome = try Program.atalaya.run(["profile"] + arguments)
      #expect(outcome.status == 64 && outcome.errors.contains(word), "\(arguments): \(outcome.errors)")
    }
  }

  @Test func `a void on the way is told and is not seen through`() throws {
    let facts = try json(
      profile("0, 10.7", "0, 10.9", "--dem", dem, "--target-height", "3000m", "--format", "json"))
    #expect(facts["cause"] as? String == "unknownTerrain" && facts["in_sight"] as? Bool == false)
    #expect(facts["lowest_visible_amsl_m"] is NSNull && facts["mast_to_clear_m"] is NSNull)
    let unknown = try #require(facts["first_unknown_m"] as? Double)
    #expect(abs(unknown - 6_378_137 * Double.pi / 180 * 0.1) < 1)
  }
}

/// Whether a text is well-formed XML, by the word of Python's parser.
private enum XMLDocumentCheck {
  static func check(_ text: String) throws {
    _ = try Program.output(
      "python3", ["-c", "import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read())"], input: text)
  }
}
