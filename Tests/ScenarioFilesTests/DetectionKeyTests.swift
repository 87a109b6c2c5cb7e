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
}
