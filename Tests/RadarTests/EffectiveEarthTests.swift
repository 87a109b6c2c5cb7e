import Foundation
import Radar
import Testing
import Units

private let earth = EffectiveEarth()

@Test func `the horizon keeps its digits`() {
  // R·acos(R/(R + h)) by its series √(2h/R)·(1 − 5h/12R + 43h²/160R²)·R, good to 1e-9 where h/R is below 1e-3.
  for height in [1e-6, 0.01, 1, 20, 150, 3000] {
    let r = earth.radius.metres
    let x = height / r
    let series = (2 * x).squareRoot() * (1 - 5 * x / 12 + 43 * x * x / 160) * r
    #expect(abs(earth.horizonDistance(from: .metres(height)).metres / series - 1) < 1e-9)
  }
  #expect(earth.horizonDistance(from: .metres(-1)) == .zero)
}

@Test func `the horizon agrees with the rule of thumb of radar handbooks`() {
  // Skolnik: with k = 4/3, d[km] = 4.12·√h[m] (1.23·√h[ft] nautical miles), rounded to three digits.
  for height in [10.0, 100, 1000] {
    #expect(abs(earth.horizonDistance(from: .metres(height)).kilometres / (4.12 * height.squareRoot()) - 1) < 1.5e-3)
  }
}

@Test func `slant range and ground distance are inverse to one another`() throws {
  for ground in [0.0, 1, 1000, 60_000, 450_000, 5_000_000] {
    for (a, b) in [(20.0, 150.0), (3000, 50), (0, 0), (10, 10_000)] {
      let slant = earth.slantRange(groundDistance: .metres(ground), from: .metres(a), to: .metres(b))
      let back = try #require(earth.groundDistance(slantRange: slant, from: .metres(a), to: .metres(b)))
      // Where both places stand above one another the slant range says little about the ground distance: its square
      // loses the digits of the square of the heights' difference.
      let loss = ground > 0 ? abs(a - b) * abs(a - b) / ground * 1e-15 : 1e-4
      #expect(abs(back.metres - ground) < 1e-9 * (1 + ground) + loss)
    }
  }
  #expect(earth.groundDistance(slantRange: .metres(99), from: .zero, to: .metres(100)) == nil)
}

@Test func `at the horizon the ray grazes the ground`() {
  // The elevation angle at the antenna is minus the angle to its own horizon, −acos(R/(R + h)).
  for (a, b) in [(20.0, 150.0), (500, 500), (3000, 50)] {
    let ground = earth.horizonDistance(between: .metres(a), and: .metres(b))
    let elevation = earth.elevation(groundDistance: ground, from: .metres(a), to: .metres(b))
    #expect(abs(elevation.radians + earth.horizonDistance(from: .metres(a)) / earth.radius) < 1e-9)
  }
}

@Test func `the span of an elevation angle ends where the target has that angle`() throws {
  for degrees in [-0.5, 0, 0.5, 3, 20, 60, 89] {
    for (a, b) in [(20.0, 150.0), (10, 12_000), (50, 50.001)] {
      let e = Angle.degrees(degrees)
      let span = try #require(earth.groundSpan(elevationAtLeast: e, from: .metres(a), to: .metres(b)))
      #expect(span.nearest == .zero)
      let there = earth.elevation(groundDistance: span.farthest, from: .metres(a), to: .metres(b))
      // The angle is known as well as the ground distance, rounded to about a nanometre at these radii.
      let slack = 1e-8 / max(span.farthest.metres, 1e-3) + 1e-9
      #expect(abs(there.radians - e.radians) < slack, "\(degrees)° from \(a) m to \(b) m: \(there.degrees)°")
    }
  }
}

@Test func `a target below the antenna rises and sinks`() throws {
  let low = Length.metres(50)
  let high = Length.metres(3000)
  let span = try #require(earth.groundSpan(elevationAtLeast: .degrees(-2), from: high, to: low))
  #expect(span.nearest > .zero && span.farthest > span.nearest)
  for end in [span.nearest, span.farthest] {
    #expect(abs(earth.elevation(groundDistance: end, from: high, to: low).degrees + 2) < 1e-9)
  }
  let middle = (span.nearest + span.farthest) / 2
  #expect(earth.elevation(groundDistance: middle, from: high, to: low).degrees > -2)
  #expect(earth.groundSpan(elevationAtLeast: .zero, from: high, to: low) == nil)
}

@Test func `the detection range follows the fourth root of the cross-section`() {
  let radar = RadarType(
    id: "r", name: "r", kind: .primary, instrumentedRange: .kilometres(400), detectionRange: .kilometres(160),
    referenceCrossSection: .squareMetres(16), antennaHeight: .metres(10))
  #expect(abs(radar.detectionRange(of: .squareMetres(1)).kilometres - 80) < 1e-9)
  #expect(radar.detectionRange(of: .zero) == .zero)
}
