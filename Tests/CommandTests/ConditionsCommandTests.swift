import Foundation
import TestSupport
import Testing

@Suite struct ConditionsCommandTests {
  private func json(_ arguments: String...) throws -> [String: Any] {
    let run = try Program.atalaya.run(["conditions"] + arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func `sun and moon of a place and a date are in UTC`() throws {
    let answer = try json("-54.8, -68.3", "--date", "2026-11-24")
    // U.S. Naval Observatory's definitions, JPL DE421, to the minute.
    for (key, minute) in [
      ("civil_dawn", "2026-11-24T07:13"), ("sunrise", "2026-11-24T08:03"), ("sunset", "2026-11-25T00:37"),
      ("civil_dusk", "2026-11-25T01:27"),
    ] {
      #expect((answer[key] as? String)?.hasPrefix(minute) == true, "\(key): \(answer)")
    }
    // Full moon of 2026-11-24, 14:54 UTC.
    #expect((answer["moon_illuminated"] as? Double ?? 0) > 0.98)
    #expect(answer["density_altitude_m"] == nil && answer["heading_deg"] == nil)
    let none = try json("78.22, 15.63", "--date", "2026-06-21")
    for key in ["civil_dawn", "sunrise", "sunset", "civil_dusk"] { #expect(none[key] is NSNull, "\(key)") }
    #expect(none["civil_light"] as? String == "all day")
  }

  @Test func `the moon is given for a time that is asked for`() throws {
    let answer = try json("-11.3254", "-74.5356", "--date", "2026-08-12", "--time", "01:30")
    // An evening of this date, which is the next in UTC.
    #expect(answer["moon_time"] as? String == "2026-08-13T01:30:00Z")
  }

  @Test func `density altitude takes temperature or deviation, and a dew point`() throws {
    let dry = try json("--pressure-altitude", "536m", "--temperature", "34")
    #expect(abs((dry["density_altitude_m"] as? Double ?? 0) - 1311.33) < 0.5)
    #expect(dry["dewpoint_c"] is NSNull && dry["civil_dawn"] == nil)
    let humid = try json("--pressure-altitude", "536m", "--temperature", "34 °C", "--dewpoint", "25")
    #expect(abs((humid["density_altitude_m"] as? Double ?? 0) - 1438.97) < 5)
    // Standard air in which 118.8 ft of density altitude are a kelvin: 20 K at FL100, to a tenth.
    let warm = try json("--pressure-altitude", "FL100", "--isa-deviation", "20")
    #expect(abs((warm["density_altitude_m"] as? Double ?? 0) - 3048 - 20 * 36.2) < 72)
    let cold = try json("--pressure-altitude=-100m", "--temperature", "-10")
    #expect((cold["density_altitude_m"] as? Double ?? 0) < -500)
  }

  @Test func `a wind triangle has twelve digits, and null where no heading holds the course`() throws {
    let answer = try json("--course", "10", "--tas", "90kt", "--wind", "100/89.999kt")
    #expect(abs((answer["heading_deg"] as? Double ?? 0) - 99.729904855063) < 1e-9)
    #expect(abs((answer["ground_speed_m_s"] as? Double ?? 0) - 0.424262890200 * 1852 / 3600) < 1e-9)
    #expect(abs((answer["drift_deg"] as? Double ?? 0) - 89.729904855063) < 1e-9)
    let none = try json("--course", "180", "--tas", "110kt", "--wind", "300/150kt")
    for key in ["heading_deg", "drift_deg", "ground_speed_m_s"] { #expect(none[key] is NSNull, "\(key)") }
    let text = try Tool.run("conditions", "--course", "180", "--tas", "110kt", "--wind", "300/150kt")
    #expect(text.status == 0 && text.output.contains("none holds the course"))
  }

  @Test func `everything at once is one row of CSV with the keys of the JSON`() throws {
    let arguments = [
      "-12.5, -73.85", "--date", "2026-05-01", "--pressure-altitude", "536m", "--temperature", "34", "--course", "90",
      "--tas", "225 km/h", "--wind", "calm",
    ]
    let run = try Program.atalaya.run(["conditions"] + arguments + ["--format", "csv"])
    let rows = run.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    try #require(rows.count == 2 && rows[0].count == rows[1].count, "\(run)")
    let text = try Program.atalaya.run(["conditions"] + arguments + ["--format", "json"]).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == Set(rows[0]))
    let cells = Dictionary(zip(rows[0], rows[1])) { first, _ in first }
    #expect(cells["heading_deg"] == "90" && cells["ground_speed_m_s"] == "62.5")
  }

  @Test func `everything that is wrong is reported at once`() throws {
    let run = try Tool.run(
      "conditions", "95, 10", "--date", "2026-02-30", "--pressure-altitude", "500", "--temperature", "hot", "--tas",
      "0kt", "--wind", "270", "--course", "400")
    #expect(run.status == 64)
    for word in ["position", "--date", "--pressure-altitude", "--temperature", "--tas", "--wind", "--course"] {
      #expect(run.errors.contains("error: \(word)"), "\(word): \(run.errors)")
    }
    for (arguments, word) in [
      ([], "nothing to compute"), (["--date", "2026-01-01"], "position"),
      (["--temperature", "30"], "--pressure-altitude"),
      (["--pressure-altitude", "500m"], "--temperature"), (["--course", "90"], "--tas and --wind"),
      (["--pressure-altitude", "500m", "--temperature", "20", "--dewpoint", "21"], "dew point"),
      (["--pressure-altitude", "90km", "--temperature", "20"], "-5000 to 47000"),
      (["--pressure-altitude", "500m", "--temperature", "20", "--isa-deviation", "3"], "do"),
    ] {
      let run = try Program.atalaya.run(["conditions"] + arguments)
      #expect(run.status == 64 && run.errors.contains(word), "\(arguments): \(run)")
    }
  }
}
