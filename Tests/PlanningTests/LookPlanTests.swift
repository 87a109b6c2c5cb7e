import Coverage
import Interception
import Planning
import Radar
import Scenario
import ScenarioSupport
import Testing
import Units

@Suite struct LookPlanTests {
  /// The free sites with looks that count, and radars that reject slow targets.
  private func yaml(_ detection: String, confirmation: String = "30 s") -> String {
    FreeSites.yaml.replacing("layers:", with: "detection: \(detection)\nlayers:", maxReplacements: 1)
      .replacing("antenna_height: 40 m", with: "antenna_height: 40 m, minimum_radial_speed: 25 m/s, revisit: 10 s")
      .replacing("confirmation: 30 s", with: "confirmation: \(confirmation)")
  }

  @Test func `the survey counts every list as its plan does where looks count`() async throws {
    let scenario = try load(yaml("{}"))
    let survey = try await SitingSurvey.make(of: scenario)
    var tracked = Set<Double>()
    for list in FreeSites.everyList(survey).enumerated().filter({ $0.offset % 16 == 0 }).map(\.element) {
      let (ours, plan) = (survey.outcome(of: list), FreeSites.outcome(scenario, FreeSites.network(list, survey)))
      #expect(ours.metPerDay == plan.metPerDay && ours.detectedPerDay == plan.detectedPerDay)
      #expect(ours.trackedPerDay == plan.trackedPerDay)
      tracked.insert(plan.trackedPerDay)
    }
    #expect(tracked.count >= 2)
  }

  @Test func `a plan with looks has the same bits for any number of workers`() async throws {
    let scenario = try load(yaml("{ probability: 0.9 }"))
    let (one, three) = try await (Plan.run(scenario, workers: 1), Plan.run(scenario, workers: 3))
    #expect(one.flights == three.flights && one.coverage == three.coverage)
    #expect(one.flights.allSatisfy { $0.timeline.looks != nil })
    let without = try await Plan.run(load(FreeSites.yaml))
    #expect(without.flights.allSatisfy { $0.timeline.looks == nil && $0.timeline.rejections.isEmpty })
  }

  @Test func `a day counts the flights that are as likely as is asked`() async throws {
    for confidence in ["0.1", "0.5", "0.9"] {
      let plan = try await Plan.run(load(yaml("{ confidence: \(confidence), track: 4 of 5 }")))
      let asked = try #require(Double(confidence))
      for entry in plan.flights {
        let looks = try #require(entry.timeline.looks)
        #expect(entry.timeline.isDetectedBeforeLanding == (looks.detectionBeforeLanding >= asked))
        #expect(entry.timeline.isTrackedBeforeLanding == (looks.trackBeforeLanding >= asked))
        #expect(looks.trackBeforeLanding <= looks.detectionBeforeLanding)
      }
      #expect(plan.outcome.trackedPerDay <= plan.outcome.detectedPerDay)
    }
  }

  @Test func `coverage shrinks as looks are asked to be surer, and as promises are less sure`() async throws {
    func area(_ detection: String, _ promise: String = "") async throws -> Area {
      let text = yaml(detection).replacing("detection_range: 60 km,", with: "detection_range: 60 km,\(promise)")
      let plan = try await Plan.run(load(text), parts: .coverage)
      return try #require(plan.coverage.bands.last).areaSeenByAtLeast[0]
    }
    let (half, usual, sure) = try await (
      area("{ probability: 0.5 }"), area("{ probability: 80 % }"), area("{ probability: 0.95 }")
    )
    #expect(half > usual && usual > sure)
    // 0.8 is what a catalogue promises that says nothing.
    let plain = try await Plan.run(load(FreeSites.yaml), parts: .coverage)
    #expect(usual == plain.coverage.bands.last?.areaSeenByAtLeast[0])
    #expect(try await area("{}", " detection_probability: 0.5,") < usual)
  }

  @Test func `what the way takes makes a plan see less, and each loss is felt`() async throws {
    func plan(_ detection: String, _ atmosphere: String = "") async throws -> Plan {
      try await Plan.run(
        load(
          (yaml("{ \(detection) }" + atmosphere) + "\naltitude_bands: [50 m, 1500 m]\n").replacing(
            "antenna_height: 10 m", with: "antenna_height: 10 m, frequency: 9.4 GHz")))
    }
    let rain = "\natmosphere: { rain_rate: 20 mm/h, vapour_density: 20 }"
    let (free, gases, wet, edge) = try await (
      plan(""), plan("gases: yes", rain), plan("gases: yes, rain: yes", rain), plan("diffraction: yes")
    )
    func area(_ plan: Plan) throws -> Area { try #require(plan.coverage.bands.last).areaSeenByAtLeast[0] }
    #expect(try area(free) > area(gases) && area(gases) > area(wet))
    // At 1500 m the range ends the coverage, far within the horizon; at 50 m, that of an antenna at 10 m, 42 km away, does.
    #expect(try area(edge) == area(free))
    #expect(edge.coverage.bands[0].areaSeenByAtLeast[0] < free.coverage.bands[0].areaSeenByAtLeast[0])
    for (a, b) in zip(free.flights, wet.flights) {
      let (looks, wetLooks) = try (#require(a.timeline.looks), #require(b.timeline.looks))
      #expect(wetLooks.detection <= looks.detection + 1e-12 && wetLooks.track <= looks.track + 1e-12)
    }
  }
}
