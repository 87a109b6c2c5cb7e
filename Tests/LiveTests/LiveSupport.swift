import Coverage
import Foundation
import Geodesy
import Planning
import Scenario
import Synchronization
import TestSupport
import Units

@testable import Live

/// One radar, one strip, one helicopter, one flight.
enum SmallScenario {
  static let yaml = """
    atalaya: 1
    name: Small
    ground_elevation: 100 m  # as read from the map
    layers:
      radar_types:
        - { id: r, kind: primary, instrumented_range: 200 km, detection_range: 150 km, reference_rcs: 1 m², antenna_height: 10 m, price: 10 M USD }
      sites:
        - { id: hill, name: The hill, position: "-12.0, -73.0", elevation: 400 m, radar: r }
        - { id: ridge, name: The ridge, position: "-12.4, -73.1", elevation: 600 m }
      aircraft:
        - { id: heli, kind: helicopter, cruise: 220 km/h, endurance: 3 h }
        - { id: light, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
      bases: bases.csv
      assets: [{ id: A1, base: camp, aircraft: heli, readiness_day: 15 min, readiness_night: 45 min }]
      strips: [{ id: S1, name: The strip, position: "-12.2, -73.4" }]
      routes: [{ id: in, altitude: 300 m AGL, points: ["-12.2, -70.0", "-12.2, -73.3"] }]
      flights:
        - { id: F1, aircraft: light, strip: S1, inbound: in, departure: "07:00", ground_time: 8 min }

    """

  static let bases = "id,name,latitude,longitude\r\ncamp,The camp,-12.1,-73.2\r\n"

  /// A folder around it: the scenario is in `small`.
  static func make() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch.path("small"), withIntermediateDirectories: true)
    try scratch.file("small/scenario.yaml", yaml)
    try scratch.file("small/bases.csv", bases)
    return scratch
  }
}

/// A planner that takes its time, and counts.
final class SlowPlanner: LivePlanner {
  let counts = Mutex((begun: 0, now: 0, most: 0, ended: 0))
  let delay: Duration

  init(_ delay: Duration = .zero) { self.delay = delay }

  func plan(
    _ scenario: Scenario, _ question: PlanQuestion, progress: @escaping @Sendable (PlanProgress) -> Void
  ) async throws -> Plan {
    counts.withLock {
      $0.begun += 1
      $0.now += 1
      $0.most = max($0.most, $0.now)
    }
    defer { counts.withLock { $0.now -= 1 } }
    if delay > .zero { try await Task.sleep(for: delay) }
    let plan = try await Plan.run(scenario, question, progress: progress)
    counts.withLock { $0.ended += 1 }
    return plan
  }

  func floor(of station: String, in scenario: Scenario, posts: Int) async throws -> StationFloor {
    guard let site = scenario.sites.first(where: { $0.id == station }) else {
      throw LiveError(.notFound, "no such radar")
    }
    let (latitude, longitude) = (site.position.latitude.degrees, site.position.longitude.degrees)
    return StationFloor(
      corners: [(1, -1), (1, 1), (-1, -1), (-1, 1)].map {
        Position(latitudeDegrees: latitude + $0.0, longitudeDegrees: longitude + $0.1)
      }, rows: 2, columns: 3,
      posts: posts,
      cells: [1, 2, 3, 4, StationFloor.notSeen, StationFloor.unknown])
  }
}

extension LiveSession {
  /// A session about a scenario in a scratch folder.
  static func open(_ scratch: Scratch, _ planner: any LivePlanner = SlowPlanner(), isFresh: Bool = false) throws
    -> LiveSession
  {
    try LiveSession(
      scratch.path("small"), planner: planner,
      options: Options(cache: nil, journals: scratch.path("journals"), isFresh: isFresh))
  }
}
