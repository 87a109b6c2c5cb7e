import Coverage
import Foundation
import Geodesy
import Interception
import Planning
import Radar
import Response
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// A border in the east, a strip on the other side of a radar, and a free site. Looks count.
private func scenario(
  _ scratch: Scratch, detection: String = "{ probability: 0.8 }", type: String = "", more: String = ""
) throws -> Scenario {
  try scratch.file(
    "border.geojson",
    """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString",
    "coordinates":[[-73,-13.2],[-73,-12.4],[-73,-11.6],[-73,-10.8]]}}]}
    """)
  try scratch.file(
    "scenario.yaml",
    """
    atalaya: 1
    name: Test
    currency: USD
    ground_elevation: 0 m
    alert: { confirmation: 30 s, decision: 5 min, track_memory: 30 s }
    \(detection.isEmpty ? "" : "detection: \(detection)")
    layers:
      radar_types:
        - { id: far, kind: primary, instrumented_range: 150 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 200 m, revisit: 8 s, price: USD 4M\(type) }
      sites:
        - { id: west, position: "-12, -74.2", elevation: 0 m, radar: far }
        - { id: free, position: "-12.5, -74.6", elevation: 0 m }
      aircraft:
        - { id: c, kind: aeroplane, cruise: 180 km/h, rcs: 1 m² }
      strips:
        - { id: s, position: "-12, -74.6", elevation: 0 m }
      border: border.geojson
    \(more)
    """)
  return try Scenario.load(folder: scratch.path)
}

private func question(_ scenario: Scenario, step: Double = 4, options: [SiteOption] = []) -> LeakQuestion {
  LeakQuestion(
    of: scenario, heights: [.aboveGround(.metres(1000))], speed: .metresPerSecond(70), step: .kilometres(step),
    options: options)
}

/// The probability of a look of Swerling 1 and one pulse, Pd = Pfa^(1/(1 + SNR)), promised as 0.8 at 60 km.
private func look(atMetres slant: Double) -> Double {
  let promised = log(1e-6) / log(0.8) - 1
  return pow(1e-6, 1 / (1 + promised * pow(60_000 / slant, 4)))
}

@Suite struct LeakLooksTests {
  @Test func `the least probability is that of the looks along its route`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let scenario = try scenario(scratch)
    let leak = try await Leak.run(scenario, question(scenario))
    let entry = try #require(leak.entries.first)
    let (chance, way) = (try #require(entry.chance), try #require(entry.way))
    #expect(entry.exposure == nil && entry.bound == nil && leak.detection != nil)
    // The sum of −ln(1 − p) over looks every 8 s at 70 m/s, by steps of 50 m and a flat triangle with the Earth's bulge.
    let radar = scenario.existingStations[0].position
    var sum = 0.0
    for (a, b) in zip(way.places, way.places.dropFirst()) {
      let line = Ellipsoid.wgs84.inverse(from: a, to: b)
      let count = max(1, Int(line.distance.metres / 50))
      for step in 0..<count {
        let place = Ellipsoid.wgs84.direct(
          from: a, azimuth: line.azimuth, distance: line.distance * ((Double(step) + 0.5) / Double(count))
        ).position
        let ground = Ellipsoid.wgs84.distance(from: radar, to: place).metres
        // Over 4/3 of the Earth an antenna at 200 m sees 1000 m to 189 km: all of it within 150 km is in view.
        guard ground < 149_990 else { continue }
        let height = 800 - ground * ground / (2 * 8_495_000)
        sum -= log(1 - look(atMetres: hypot(ground, height))) / 8 / 70 * line.distance.metres / Double(count)
      }
    }
    // Cells of 4 km count as their centres do, over which p falls by a tenth where it changes most.
    #expect(abs(chance.exposure - sum) < 0.1 * sum, "\(chance.exposure) \(sum)")
    #expect(chance.bound <= chance.exposure && chance.bound > 0.5 * chance.exposure)
    #expect(abs(chance.detection - (1 - exp(-chance.exposure))) < 1e-12)
    // Many looks at an unknown phase: as their sum says, to a hundredth.
    let looks = try #require(way.looks)
    #expect(abs(looks.detection - (1 - exp(-sum))) < 0.01, "\(looks.detection)")
    #expect(looks.track <= looks.detection && looks.track > 0)
    // The nearest way to the border is longer than 60 km around the radar: it is not passed within its promised range.
    #expect(way.length.metres > 180_000)
  }

  @Test func `detected and tracked mean what they mean of a flight on the same way`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    for confidence in [0.5, 0.9] {
      let scenario = try scenario(scratch, detection: "{ probability: 0.8, confidence: \(confidence) }")
      let leak = try await Leak.run(scenario, question(scenario))
      let way = try #require(leak.entries[0].way)
      // The same way as a flight: its looks go through the program's flights.
      let points = way.places.map { Waypoint(position: $0, altitude: .aboveGround(.metres(1000))) }
      let flight = Flight(
        id: "f", name: "f", aircraft: scenario.aircraft[0], target: scenario.coverageTarget, strip: scenario.strips[0],
        inbound: points, outbound: [points[points.count - 1], points[0]], speed: .metresPerSecond(70),
        departure: .hours(5), groundTime: .minutes(10), perDay: 1)
      let track = FlightTrack(flight, groundElevation: .zero)
      let network = scenario.network(adding: nil)
      let timeline = track.timeline(seenBy: network, alert: scenario.alertChain)
      let (looks, own) = (try #require(timeline.looks), try #require(way.looks))
      // The way is sampled every two seconds or 140 m, as the flight.
      #expect(abs(looks.detectionBeforeLanding - own.detection) < 0.003)
      #expect(abs(looks.trackBeforeLanding - own.track) < 0.003)
      let isDetected = own.detection >= confidence
      #expect((way.firstSeenBefore != nil) == isDetected && (way.trackedBefore != nil) == (own.track >= confidence))
      if let first = way.firstSeenBefore, let time = timeline.firstDetection {
        let left = (timeline.landing - time).inSeconds * 70
        #expect(abs(first.metres - left) < 300, "\(first.metres) \(left)")
      }
      #expect(leak.unseen.isEmpty == (leak.entries[0].chance.map { $0.detection >= confidence } ?? false))
    }
  }

  @Test func `an option makes detection more likely, and a filter of radial speed less`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let plain = try scenario(scratch)
    let leak = try await Leak.run(plain, question(plain, options: plain.siteOptions))
    let today = try #require(leak.entries[0].chance)
    let closure = try #require(leak.closures.first)
    #expect(closure.option.site.id == "free" && closure.exposures.isEmpty)
    let with = try #require(closure.detections[0])
    // What is as good as certain today stays so.
    #expect(with >= today.detection && abs(closure.worstDetectionGain - (with - today.detection)) < 1e-12)
    // Bought, it is what it was said to be.
    var bought = question(plain)
    bought.purchase = Scenario.Purchase(
      id: "p", name: "p", budget: nil, items: [.init(site: closure.option.site, type: closure.option.type)])
    let after = try await Leak.run(plain, bought)
    // The box is another, and with it the cells.
    #expect(abs((after.entries[0].chance?.detection ?? 0) - with) < 0.03)
    // Whatever way is taken, a filter rejects looks and adds none.
    let filtered = try scenario(scratch, type: ", minimum_radial_speed: 60 m/s")
    let blind = try await Leak.run(filtered, question(filtered))
    let least = try #require(blind.entries[0].chance)
    #expect(least.exposure < 0.8 * today.exposure, "\(least.exposure) \(today.exposure)")
    let looks = try #require(blind.entries[0].way?.looks)
    #expect(looks.detection < (leak.entries[0].way?.looks?.detection ?? 0))
  }

  @Test func `without looks lengths are what they were`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let scenario = try scenario(scratch, detection: "")
    let leak = try await Leak.run(scenario, question(scenario, options: scenario.siteOptions))
    #expect(leak.detection == nil && leak.entries[0].chance == nil && leak.entries[0].way?.looks == nil)
    #expect(leak.entries[0].exposure != nil && leak.closures[0].detections.isEmpty)
    #expect(leak.closures[0].worstDetectionGain == 0 && leak.meanDetection == nil)
  }
}
