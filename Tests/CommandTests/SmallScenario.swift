import Foundation

/// One radar, one strip, one helicopter, one flight; the names are up to the test.
enum SmallScenario {
  static func yaml(name: String = "Small", id: String = "S1", extra: String = "") -> String {
    func quoted(_ text: String) -> String {
      let data = (try? JSONSerialization.data(withJSONObject: [text], options: .withoutEscapingSlashes)) ?? Data()
      return String(String(decoding: data, as: UTF8.self).dropFirst().dropLast())
    }
    return """
      atalaya: 1
      name: \(quoted(name))
      ground_elevation: 100 m
      \(extra)
      layers:
        radar_types:
          - { id: r, kind: primary, instrumented_range: 200 km, detection_range: 150 km, reference_rcs: 1 m², antenna_height: 10 m }
        sites: [{ id: hill, name: \(quoted(name)), position: "-12.0, -73.0", elevation: 400 m, radar: r }]
        aircraft:
          - { id: heli, kind: helicopter, cruise: 220 km/h, endurance: 3 h }
          - { id: light, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
        bases: [{ id: camp, position: "-12.1, -73.2" }]
        assets: [{ base: camp, aircraft: heli, readiness_day: 15 min, readiness_night: 45 min }]
        strips: [{ id: \(quoted(id)), name: \(quoted(name)), position: "-12.2, -73.4" }]
        routes: [{ id: in, altitude: 300 m AGL, points: ["-12.2, -70.0", "-12.2, -73.3"] }]
        flights:
          - { id: \(quoted(id + "!")), aircraft: light, strip: \(quoted(id)), inbound: in, departure: "07:00", ground_time: 8 min }
      """
  }
}
