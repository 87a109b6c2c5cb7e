import Foundation
import TestSupport
import Testing

@Suite struct RadarCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch([
      "cat.csv":
        "id,kind,instrumented_range_km,detection_range_km,reference_rcs_m2,antenna_height_m,frequency_ghz,detection_probability\n"
        + "s,primary,400,200,1,10,2.9,0.8\nplain,primary,300,150,2,10,,\n",
      "one.yaml":
        "id: one\nkind: primary\ninstrumented_range: 900 km\ndetection_range: 200 km\nreference_rcs: 1 m2\nantenna_height: 10 m\n",
    ])
  }

  private func radar(_ arguments: String...) throws -> Program.Outcome {
    try Program.atalaya.run(["radar"] + arguments + ["--quiet"])
  }

  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `several types of a catalogue stand side by side, in tables and in one chart`() throws {
    let chart = scratch.path("c.svg")
    let run = try radar(
      scratch.path("cat.csv"), "--rcs", "1m2", "--pd", "0.8", "--height", "150m,8km", "--format", "csv", "--svg", chart,
      "--chart-data", scratch.path("c.csv"))
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.dropFirst().map { "\($0[0]) \($0[3])" } == ["s 150", "s 8000", "plain 150", "plain 8000"])
    // No frequency, so no loss: the fourth root of a half times 150 km, and the horizon does not reach nearer.
    let slant = try #require(Double(rows[4][6]))
    #expect(abs(slant - 150 * pow(0.5, 0.25)) < 1e-3)
    let drawing = try String(contentsOfFile: chart, encoding: .utf8)
    #expect(drawing.contains("plain") && drawing.contains("<svg"))
    #expect(try String(contentsOfFile: scratch.path("c.csv"), encoding: .utf8).contains("elevation_deg"))
  }

  @Test func `range, ratio, cross-section and probability are solved for one another`() throws {
    let parts = try json(
      radar(scratch.path("one.yaml"), "--rcs", "1m2", "--pd", "0.8", "--range", "400km", "--format", "json"))
    let part = try #require((parts["radar_types"] as? [[String: Any]])?.first)
    let budget = try #require(part["budget"] as? [String: Any])
    // Twice the range is 12.04 dB less: what was one square metre must be sixteen.
    #expect(abs((budget["required_rcs_m2"] as? Double ?? 0) - 16) < 1e-6)
    let ratio = try #require(part["calibration_snr_db"] as? Double)
    let there = try #require(budget["snr_db"] as? Double)
    #expect(abs(ratio - 40 * log10(2) - there) < 1e-8)
    // Swerling 1 and one pulse: Pd = Pfa^(1/(1 + SNR)).
    let pd = pow(1e-6, 1 / (1 + pow(10, there / 10)))
    #expect(abs((budget["pd"] as? Double ?? 0) - pd) < 1e-9)
    #expect((part["assumed"] as? [String])?.count == 5)
    let back = try json(
      radar(scratch.path("one.yaml"), "--rcs", "1m2", "--snr", "\(there)dB", "--format", "json"))
    let first = (back["radar_types"] as? [[String: Any]])?.first?["budget"] as? [String: Any]
    #expect(abs((first?["range_of_snr_m"] as? Double ?? 0) - 400_000) < 0.01)
  }

  @Test func `the range equation's printed example comes out of a catalogue in free space, and air shortens it`() throws
  {
    // 10 GHz, 1 MW, 10 µs, 40 dB, 290 K, 3 dB, 0.1 m², 6 dB: 194.26 km, as a radar toolbox's documentation prints it.
    let file = scratch.path("equation.csv")
    try Data(
      """
      id,kind,instrumented_range_km,antenna_height_m,frequency_ghz,peak_power_kw,pulse_width_us,transmit_gain_dbi,noise_temperature_k,losses_db
      x,primary,900,10,10,1000,10,40,290,3
      """.utf8
    ).write(to: URL(fileURLWithPath: file))
    for (words, isAir) in [([], true), (["--free-space"], false)] {
      let facts = try json(
        Program.atalaya.run(["radar", file, "--rcs", "0.1m2", "--snr", "6dB", "--format", "json", "-q"] + words))
      let part = try #require((facts["radar_types"] as? [[String: Any]])?.first)
      #expect(part["basis"] as? String == "parameters")
      let budget = try #require(part["budget"] as? [String: Any])
      let free = try #require(budget["range_of_snr_in_free_space_m"] as? Double)
      #expect(abs(free - 194_260) < 5)
      let there = try #require(budget["range_of_snr_m"] as? Double)
      #expect(isAir ? there < 0.95 * free : there == free)
    }
  }

  @Test func `rain and gas shorten the range where the frequency is known`() throws {
    func range(_ more: String...) throws -> Double {
      let facts = try json(
        Program.atalaya.run(
          [
            "radar", scratch.path("cat.csv"), "--rcs", "1m2", "--pd", "0.8", "--height", "8km", "--format", "json",
            "-q",
          ]
            + more))
      let part = (facts["radar_types"] as? [[String: Any]])?.first
      return try #require(((part?["heights"] as? [[String: Any]])?.first?["slant_range_km"]) as? Double)
    }
    let (dry, wet, shower) = (
      try range(), try range("--rain", "20mm/h"), try range("--rain", "20mm/h", "--rain-extent", "9km")
    )
    #expect(dry < 200 && wet < shower && shower < dry, "\(dry), \(shower), \(wet)")
  }

  @Test func `lobes double the range at best, leave gaps, and fade with the sea`() throws {
    func heights(_ words: String...) throws -> [[String: Any]] {
      let facts = try json(
        Program.atalaya.run(
          [
            "radar", scratch.path("cat.csv"), "--rcs", "1m2", "--pd", "0.8", "--height", "50m,2km,9km", "--format",
            "json",
            "-q",
          ] + words))
      let part = try #require((facts["radar_types"] as? [[String: Any]])?.first)
      return try #require(part["heights"] as? [[String: Any]])
    }
    func range(_ row: [String: Any]) -> Double { row["ground_range_km"] as? Double ?? 0 }
    let (plain, calm, storm) = (
      try heights(), try heights("--surface", "sea", "--sea-state", "0"),
      try heights("--surface", "sea", "--sea-state", "9")
    )
    // 12 dB are a doubled range; a rough sea leaves hardly a lobe at 9 km.
    #expect(range(calm[2]) > 1.2 * range(plain[2]) && range(calm[2]) <= 2 * range(plain[2]) + 1)
    #expect(abs(range(storm[2]) / range(plain[2]) - 1) < abs(range(calm[2]) / range(plain[2]) - 1))
    // Near the horizon the smooth Earth takes what lobes would add.
    #expect(range(calm[0]) <= range(plain[0]))
    #expect((calm[2]["ground_range_from_km"] as? Double ?? 0) > 0)
    #expect(plain.allSatisfy { $0["lobing_db"] is NSNull })
  }

  @Test func `warm wet air takes more, and what the ground hides has no probability`() throws {
    func budget(_ words: String...) throws -> [String: Any] {
      let facts = try json(
        Program.atalaya.run(
          ["radar", scratch.path("cat.csv"), "--rcs", "1m2", "--pd", "0.8", "--format", "json", "-q"] + words))
      return try #require((facts["radar_types"] as? [[String: Any]])?.first?["budget"] as? [String: Any])
    }
    func ratio(_ words: String...) throws -> Double {
      let facts = try json(
        Program.atalaya.run(
          ["radar", scratch.path("cat.csv"), "--range", "200km", "--elevation", "1deg", "--format", "json", "-q"]
            + words))
      let part = try #require((facts["radar_types"] as? [[String: Any]])?.first?["budget"] as? [String: Any])
      return try #require(part["snr_db"] as? Double)
    }
    let usual = try ratio()
    #expect(try ratio("--humidity", "95", "--temperature", "32") < usual)
    #expect(try ratio("--pressure", "1040") < usual)
    let under = try budget("--range", "100km", "--elevation=-30deg")
    #expect(under["is_under_ground"] as? Bool == true && under["pd"] as? Double == 0)
    #expect(try budget()["is_under_ground"] as? Bool == false)
    let tilted = try budget("--tilt=-1deg")
    #expect(tilted["is_under_ground"] as? Bool == false)
  }

  @Test func `a type that is not there, and questions without an answer, are refused with what to write`() throws {
    let file = scratch.path("cat.csv")
    let none = try radar("nowhere")
    #expect(none.status == 1 && none.errors.contains("--scenario"))
    // Every wrong name is reported.
    let several = try radar("nowhere", file, "no.csv")
    #expect(several.status == 1 && several.errors.contains("nowhere") && several.errors.contains("no.csv: there is no"))
    for (words, part) in [
      (["--pd", "1"], "--pd"), (["--pd", "0"], "--pd"), (["--pfa", "0"], "--pfa"), (["--swerling", "7"], "--swerling"),
      (["--rcs", "0m2"], "--rcs"), (["--rain", "-5"], "--rain"), (["--rain", "20"], "has no unit"),
      (["--snr", "13"], "has no unit"), (["--pd", "0.2", "--pfa", "0.3"], "--pd"),
      (["--pfa", "0.9"], "--pfa"), (["--sea-state", "3"], "--surface"), (["--surface", "lake"], "--surface"),
      (["--surface", "sea", "--sea-state", "12"], "--sea-state"), (["--humidity", "50"], "--temperature"),
      (["--temperature", "300"], "--temperature"), (["--itu-maps", "x"], "--at"), (["--itu-rain"], "--itu-maps"),
    ] {
      let run = try Program.atalaya.run(["radar", file] + words)
      #expect(run.status == 64 && run.errors.contains(part), "\(words): \(run.status) \(run.errors)")
    }
    for words in [
      ["--pd", "1"], ["--pd", "0"], ["--snr", "13dB", "--pfa", "0"], ["--snr", "13dB", "--pulses", "0"],
    ] {
      let run = try Program.atalaya.run(["radar", "pd"] + words)
      #expect(run.status == 64 && run.output.isEmpty, "\(words): \(run.status) \(run.output)")
    }
  }

  private func types(_ outcome: Program.Outcome) throws -> [String] {
    try #require(try json(outcome)["radar_types"] as? [[String: Any]]).compactMap { $0["type"] as? String }
  }

  @Test func `one type of a catalogue file is picked by its id`() throws {
    let file = scratch.path("cat.csv")
    #expect(try types(radar(file, "--format", "json")) == ["s", "plain"])
    #expect(try types(radar("\(file)#plain", "--format", "json")) == ["plain"])
    #expect(try types(radar(file, "--type", "s", "--format", "json")) == ["s"])
    #expect(try types(radar(file, "--type", "s", "--type", "plain", "--format", "json")) == ["s", "plain"])
    #expect(try types(radar("\(file)#s", scratch.path("one.yaml"), "--format", "json")) == ["s", "one"])
    for arguments in [["\(file)#plane"], [file, "--type", "plane"]] {
      let run = try Program.atalaya.run(["radar"] + arguments)
      #expect(run.status == 1 && run.errors.contains("has no radar type “plane”"), "\(run.errors)")
      #expect(run.errors.contains("did you mean “plain”?") && run.errors.contains("s"))
    }
  }

  @Test func `a passive type is told to be bistatic, with the baselines of a scenario`() throws {
    let folder = try Scratch([
      "dem.asc":
        "ncols 3\nnrows 3\nxllcorner 9.5\nyllcorner -1\ncellsize 0.75\nNODATA_value -9999\n0 0 0\n0 0 0\n0 0 0\n",
      "dem.prj":
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
      "scenario.yaml": """
      atalaya: 1
      name: Test
      terrain: dem.asc
      layers:
        radar_types:
          - { id: pcl, kind: passive, instrumented_range: 100 km, detection_range: 30 km, reference_rcs: 1 m², antenna_height: 10 m }
        sites:
          - { id: here, position: "0, 10", elevation: 0 m, radar: pcl }
        illuminators:
          - { id: near, position: "0, 10.5", elevation: 0 m, altitude: 100 m AGL, eirp: 10 kW, frequency: 600 MHz }
          - { id: away, position: "0, 11", elevation: 0 m, altitude: 100 m AGL, eirp: 10 kW, frequency: 600 MHz }

      """,
    ])
    let run = try radar("pcl", "--scenario", folder.path, "--rcs", "1m2", "--format", "json")
    let document = try json(run)
    #expect((document["warnings"] as? [String])?.contains { $0.contains("monostatic equivalent") } == true)
    let part = try #require((document["radar_types"] as? [[String: Any]])?.first)
    let baselines = try #require(part["baselines"] as? [[String: Any]])
    #expect(baselines.compactMap { $0["illuminator"] as? String } == ["near", "away"])
    // A degree of the equator is 6 378 137·π/180 m; Cassini's oval reaches L/2 + √(L²/4 + κ²), and parts beyond 2κ.
    for (baseline, degrees) in zip(baselines, [0.5, 1]) {
      let length = degrees * 6_378_137 * Double.pi / 180
      #expect(abs((baseline["baseline_m"] as? Double ?? 0) - length) < 0.01)
      #expect(baseline["equivalent_range_m"] as? Double == 30_000)
      let farthest = length / 2 + (length * length / 4 + 9e8).squareRoot()
      #expect(abs((baseline["farthest_m"] as? Double ?? 0) - farthest) < 0.01)
      #expect(baseline["is_one_area"] as? Bool == (length <= 60_000))
    }
    let text = try radar("pcl", "--scenario", folder.path).output
    #expect(text.contains("  bistatic      ") && text.contains("here to away (10 kW, 600 MHz): baseline 111.3 km"))
    withExtendedLifetime(folder) {}
  }

  @Test func `a receiver of what aircraft transmit has the range of its link`() throws {
    try scratch.file(
      "rx.yaml",
      "id: rx\nkind: adsb\ninstrumented_range: 400 km\nantenna_height: 20 m\nsensitivity: -84 dBm\ntransponder_power: 70 W\n"
    )
    let run = try radar(scratch.path("rx.yaml"), "--height", "150m,9km", "--format", "json")
    let links = try #require(try json(run)["links"] as? [[String: Any]], "\(run.errors)")
    // Friis at 1090 MHz: P·(λ/4πR)² = 10^−11.4 W.
    let range = 299_792_458 / 1.09e9 / (4 * Double.pi) * (70 / pow(10, -11.4)).squareRoot()
    #expect(abs((links[0]["link_range_m"] as? Double ?? 0) - range) < 0.01)
    let heights = try #require(links[0]["heights"] as? [[String: Any]])
    // √(2·k·R·h) from both ends bounds what is low, the link what is high.
    let radius = 4.0 / 3 * 6_371_008.8
    let horizon = (2 * radius * 20).squareRoot() + (2 * radius * 150).squareRoot()
    #expect(abs((heights[0]["ground_range_m"] as? Double ?? 0) / horizon - 1) < 1e-3)
    #expect((heights[1]["ground_range_m"] as? Double ?? .infinity) < range)
    let text = try radar(scratch.path("rx.yaml"))
    #expect(text.status == 0 && text.output.contains("a one-way link"))
  }
}
