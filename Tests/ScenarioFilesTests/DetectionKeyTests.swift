import Interception
import Radar
import Scenario
import ScenarioSupport
import Testing
import Units

@Suite struct DetectionKeyTests {
  private func yaml(_ detection: String) -> String {
    FreeSites.yaml.replacing("layers:", with: "detection:\(detection)\nlayers:", maxReplacements: 1)
  }

  @Test func `how looks count is read, and without the key they do not`() throws {
    let scenario = try load(
      yaml(
        """

          probability: 90 %
          false_alarm_probability: 1e-8
          fluctuation: 3
          track: 2/3
          confidence: 0.9
        """))
    let expected = try DetectionSettings(
      probability: 0.9, falseAlarmProbability: 1e-8, fluctuation: .swerling3,
      track: TrackInitiation(hits: 2, window: 3), confidence: 0.9)
    #expect(scenario.detection == expected)
    #expect(scenario.radarTypes.allSatisfy { $0.looks?.settings == expected })
    #expect(!scenario.defaultedSettings.contains { $0.hasPrefix("detection.") })
    let plain = try load(FreeSites.yaml)
    #expect(plain.detection == nil && plain.radarTypes.allSatisfy { $0.looks == nil })
  }

  @Test func `an empty key takes every default and says so`() throws {
    let scenario = try load(yaml(" {}"))
    #expect(scenario.detection == DetectionSettings())
    let keys = ["probability", "false_alarm_probability", "fluctuation", "track", "confidence"]
    #expect(keys.allSatisfy { scenario.defaultedSettings.contains("detection.\($0)") })
  }

  @Test func `every bad value is told at once`() throws {
    let lines = try problems(
      yaml(
        """

          probability: 0
          false_alarm_probability: 0
          fluctuation: 7
          track: 6 of 5
          confidence: 1
          colour: red
        """)
    ).map(\.description)
    for word in ["detection.probability", "false_alarm", "fluctuation", "track", "confidence", "colour"] {
      #expect(lines.contains { $0.contains(word) }, "\(word): \(lines)")
    }
    #expect(lines.count == 6, "\(lines)")
    #expect(try problems(yaml(" { probability: 0.2, false_alarm_probability: 0.3 }")).count >= 1)
    #expect(try problems(yaml(" { probability: 1 }")).count == 1)
    #expect(try problems(yaml(" 0.8")).count == 1)
  }

  private func lossy(_ detection: String, frequency: String = "frequency: 1.3 GHz, ", _ more: String = "") -> String {
    (yaml(detection) + more).replacing("antenna_height: 10 m", with: frequency + "antenna_height: 10 m")
  }

  @Test func `losses on the way of looks are read with the air of the atmosphere, and defaults are said`() throws {
    let scenario = try load(
      lossy(
        " { gases: yes, rain: yes, diffraction: yes }\natmosphere: { rain_rate: 20 mm/h, rain_height: 4.8 km }"))
    let losses = try #require(scenario.detection?.losses)
    #expect(losses.gases && losses.rain && losses.diffraction)
    #expect(losses.weather.rainRate == 20 && losses.weather.rainHeight == .kilometres(4.8))
    #expect(scenario.defaultedSettings.contains("atmosphere.vapour_density"))
    #expect(!scenario.defaultedSettings.contains("atmosphere.rain_height"))
    #expect(scenario.radarTypes.contains { $0.looks?.wave?.frequency == .gigahertz(1.3) })
    // Nothing counts unless it is stated, whatever the air.
    let plain = try load(lossy(" { gases: no }\natmosphere: { rain_rate: 20 mm/h }"))
    #expect(plain.detection?.losses == nil && plain.radarTypes.allSatisfy { $0.looks?.wave == nil })
    #expect(!plain.defaultedSettings.contains("atmosphere.vapour_density"))
  }

  @Test func `losses that cannot count are told`() throws {
    // No type states a frequency.
    let silent = try problems(lossy(" { diffraction: yes }", frequency: "")).map(\.description)
    #expect(silent.count == 1 && silent[0].contains("frequency") && silent[0].contains("diffraction"), "\(silent)")
    // Rain without a rate, and a word that is neither yes nor no.
    let dry = try problems(lossy(" { rain: yes, gases: maybe }")).map(\.description)
    #expect(dry.contains { $0.contains("rain_rate") } && dry.contains { $0.contains("detection.gases") }, "\(dry)")
    #expect(dry.count == 2, "\(dry)")
    // Rain has no figures below 1 GHz.
    let low = try load(
      lossy(" { rain: yes }\natmosphere: { rain_rate: 5 mm/h }", frequency: "frequency: 200 MHz, "))
    #expect(low.warnings.contains { $0.description.contains("1 GHz") })
  }
}
