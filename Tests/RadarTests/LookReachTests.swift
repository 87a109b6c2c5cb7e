import Foundation
import Testing
import Units

@testable import Radar

private let earth = EffectiveEarth()
private let antenna = Length.metres(120)

private func air(_ gigahertz: Double, rain: Double = 0) throws -> RayLoss {
  try RayLoss(
    frequency: .gigahertz(gigahertz), weather: Weather(surfaceVapourDensity: 20, rainRate: rain), antenna: antenna,
    earth: earth)
}

@Test func `the table of air agrees with single rays`() throws {
  for (gigahertz, rain) in [(1.3, 0.0), (3, 20), (9.4, 10)] {
    let air = try air(gigahertz, rain: rain)
    let table = AirTable(air, range: .kilometres(400))
    for degrees in [-0.4, -0.05, 0, 0.13, 0.8, 2.5, 7, 30, 85] {
      for kilometres in [0.0, 3, 17, 64, 151, 299, 400] {
        let (slant, elevation) = (Length.kilometres(kilometres), Angle.degrees(degrees))
        let whole = air.twoWay(slantRange: slant, elevation: elevation).value / 2
        let found = table.loss(slant: slant.metres, elevation: elevation.radians)
        // Linear between rays that are up to 2 % apart in elevation and points 3 km apart, where rain ends within one.
        #expect(
          abs(found - whole) < 0.05 + 0.02 * whole,
          "\(gigahertz) GHz, \(degrees)°, \(kilometres) km: \(found), \(whole)")
      }
    }
  }
}

@Test func `a place in reach has the wanted probability`() throws {
  let range = Length.kilometres(250)
  let patterns: [ElevationPattern] = [
    .flat, .cosecantSquared(axis: .degrees(1.5), beamwidth: .degrees(4), highest: .degrees(40)),
  ]
  for pattern in patterns {
    let air = try air(3, rain: 5)
    let reach = LookReach(
      range: range, instrumented: .kilometres(400), pattern: pattern, within: .degrees(-90)...(.degrees(40)),
      tilt: .degrees(0.4), air: air, antenna: antenna, earth: earth)
    // What the range leaves at a place, by the single ray.
    func left(_ ground: Length, _ altitude: Length) -> Double {
      let slant = earth.slantRange(groundDistance: ground, from: antenna, to: altitude)
      let elevation = earth.elevation(groundDistance: ground, from: antenna, to: altitude)
      return 40 * (Decibels(ratio: range / slant).value / 10) + 2 * pattern.gain(at: elevation - .degrees(0.4)).value
        - air.twoWay(slantRange: slant, elevation: elevation).value
    }
    var edges = 0
    for kilometres in stride(from: 10.0, through: 200, by: 10) {
      let ground = Length.kilometres(kilometres)
      let across = (earth.radius + antenna).metres * (ground / earth.radius)
      guard let tangents = reach.tangents(acrossMetres: across) else { continue }
      let span = (lowest: atan(tangents.lowest), highest: atan(tangents.highest))
      for metres in stride(from: 200.0, through: 20_000, by: 300) {
        let altitude = Length.metres(metres)
        let elevation = earth.elevation(groundDistance: ground, from: antenna, to: altitude).radians
        // A hundredth of a degree apart from either edge.
        if elevation > span.lowest + 2e-4, elevation < span.highest - 2e-4 {
          #expect(left(ground, altitude) > -0.2, "\(pattern) \(kilometres) km \(metres) m")
        } else if elevation < span.lowest - 2e-4 {
          #expect(left(ground, altitude) < 0.2, "\(pattern) \(kilometres) km \(metres) m")
          edges += 1
        }
        guard pattern.gain(at: .radians(elevation) - .degrees(0.4)).value > -.infinity else { continue }
        let slant = earth.slantRange(groundDistance: ground, from: antenna, to: altitude)
        let spare = 2 * reach.spareLoss(slantMetres: slant.metres, elevationRadians: elevation)
        #expect(abs(spare - left(ground, altitude)) < 0.3)
      }
    }
    #expect(pattern == .flat || edges > 0)
  }
}

@Test func `without losses a reach is the range`() throws {
  let reach = LookReach(
    range: .kilometres(180), instrumented: .kilometres(400), pattern: .flat, within: .degrees(-90)...(.degrees(90)),
    tilt: .zero, air: nil, antenna: antenna, earth: earth)
  for kilometres in [5.0, 90, 179] {
    let span = try #require(reach.tangents(acrossMetres: kilometres * 1000))
    #expect(span.lowest < 0 && span.highest > 0)
  }
  #expect(reach.tangents(acrossMetres: 180_500) == nil)
  #expect(reach.tangents(acrossMetres: 0)?.highest == .infinity)
  // Twenty decibels for each factor of ten, one way.
  let spare = reach.spareLoss(slantMetres: 18_000, elevationRadians: 0)
  #expect(abs(spare - 20) < 1e-9)
}

@Test func `the table of a side finds what a search along the rays finds`() throws {
  var draws = SystemRandomNumberGenerator()
  for count in [1, 2, 40, 3000] {
    let rays = (0..<count).map { index in
      (distance: Double.random(in: 0...1, using: &draws) * Double(count - index) + 7, tangent: Double(index) / 100)
    }
    let side = ReachSide(rays)
    let farthest = rays[0].distance
    let places = (0..<2000).map { _ in Double.random(in: 0...farthest * 1.01, using: &draws) }
    for across in places + [0, 7, farthest, farthest / 2, farthest / 8192 * 5] + rays.map(\.distance) {
      // The first ray that does not reach ends it, one after another.
      let end = rays.firstIndex { $0.distance < across }
      let found = side.tangent(across, end: .infinity)
      guard let end else {
        #expect(found == .infinity)
        continue
      }
      guard end > 0 else {
        #expect(found == nil)
        continue
      }
      let tangent = try #require(found)
      #expect(tangent >= rays[end - 1].tangent && tangent <= rays[end].tangent, "\(count) \(across)")
    }
  }
}
