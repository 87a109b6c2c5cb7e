import Foundation
import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\n"

@Suite struct ReachKeyTests {
  @Test func `limits are sorted, and left out they are the usual ones`() throws {
    #expect(try load(head).reach == nil)
    let stated = try load(head + "reach: { limits: [1 h, 15 min, 30 min], step: 2 km }\n")
    #expect(stated.reach == ReachSettings(limits: [.minutes(15), .minutes(30), .hours(1)], step: .kilometres(2)))
    let usual = try load(head + "reach: {}\n")
    #expect(usual.reach?.limits == [.minutes(15), .minutes(30), .minutes(60)])
    #expect(usual.defaultedSettings.contains("reach.limits"))
  }

  @Test func `demand points have weights under several names`() throws {
    let found = try load(
      head + """
        layers:
          demand_points:
            - { id: a, position: "-11, -74", population: 1200 }
            - { id: b, position: "-11, -74", incidents: 0, elevation: 300 m, name: Bee }
            - { id: c, position: "-11, -75" }

        """)
    #expect(found.demandPoints.map(\.weight) == [1200, 0, 1])
    #expect(found.demandPoints[1].elevation == .metres(300) && found.demandPoints[1].name == "Bee")
  }

  @Test func `everything that is wrong is reported at once`() throws {
    do {
      _ = try load(
        head + """
          reach: { limits: [15 min, 0 min, 15 min, soon, 100 h], step: 1 m, speed: 3 }
          layers:
            demand_points:
              - { id: a, position: "-11, -74", weight: -4 }
              - { id: a, position: "-11, -74" }
              - { id: c, weight: many }

          """)
      Issue.record("was read")
    } catch let error as ScenarioError {
      let text = error.description
      for part in ["0", "15 min", "soon", "100 h", "step", "speed", "−4", "many"] {
        #expect(text.contains(part), "\(part) in \(text)")
      }
      #expect(error.problems.count >= 9, "\(text)")
    }
  }
}
