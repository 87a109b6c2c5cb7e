import Response
import Testing
import Units

private func speeds(_ rows: [(Double, Double)]) throws -> AltitudeTable<Speed> {
  try AltitudeTable(rows.map { .init(altitude: .metres($0.0), value: .metresPerSecond($0.1)) })
}

private func hover(_ rows: [(Double, Double)]) throws -> HoverTable {
  try HoverTable(rows.map { .init(mass: .kilograms($0.0), ceiling: .metres($0.1)) })
}

private func fault<T>(_ make: () throws(PerformanceError) -> T) -> PerformanceFault? {
  do throws(PerformanceError) { _ = try make() } catch { return error.code }
  return nil
}

@Test func `a figure by altitude is linear between its rows and unknown beyond them`() throws {
  let table = try speeds([(2000, 50), (0, 60), (3000, 55)])
  #expect(table.value(at: .metres(0)) == .metresPerSecond(60))
  #expect(table.value(at: .metres(1000)) == .metresPerSecond(55))
  #expect(table.value(at: .metres(2500)) == .metresPerSecond(52.5))
  #expect(table.value(at: .metres(3000)) == .metresPerSecond(55))
  for altitude in [-0.001, 3000.001, .infinity, -.infinity, .nan] {
    #expect(table.value(at: .metres(altitude)) == nil, "\(altitude)")
  }
  let single = try speeds([(1981, 75)])
  #expect(single.value(at: .metres(1981)) == .metresPerSecond(75) && single.value(at: .metres(1980)) == nil)
}

@Test func `a figure without altitudes is taken for all of them`() throws {
  let table = try AltitudeTable(constant: Speed.metresPerSecond(61))
  for altitude in [-400.0, 0, 3999, 12_000] { #expect(table.value(at: .metres(altitude)) == .metresPerSecond(61)) }
  #expect(table.value(at: .metres(.nan)) == nil)
  #expect(fault { () throws(PerformanceError) in try AltitudeTable(constant: Speed.zero) } == .value)
}

@Test func `a table that no aircraft can have is refused with its reason`() throws {
  #expect(fault { () throws(PerformanceError) in try AltitudeTable<Speed>([]) } == .empty)
  let bad: [([(Double, Double)], PerformanceFault)] = [
    ([(0, 60), (0, 50)], .order), ([(0, 0)], .value), ([(0, -3)], .value), ([(.nan, 3)], .value),
    ([(0, .infinity)], .value),
  ]
  for (rows, code) in bad {
    #expect(
      fault { () throws(PerformanceError) in
        try AltitudeTable(rows.map { .init(altitude: .metres($0.0), value: Speed.metresPerSecond($0.1)) })
      } == code)
  }
  let upsideDown: [([(Double, Double)], PerformanceFault)] = [
    ([(11_100, 1760), (13_000, 3980)], .upsideDown), ([(11_100, 3980), (11_100, 1760)], .order), ([(0, 100)], .value),
    ([(11_100, .nan)], .value), ([], .empty),
  ]
  for (rows, code) in upsideDown {
    #expect(
      fault { () throws(PerformanceError) in
        try HoverTable(rows.map { .init(mass: .kilograms($0.0), ceiling: .metres($0.1)) })
      } == code)
  }
}

@Test func `a Mi-8MTV hovers by its mass, not by its type`() throws {
  // Out of ground effect 3,980 m at 11.1 t (Aviatsiya i Kosmonavtika 1995-01), about 1,760 m at 13 t.
  let table = try hover([(13_000, 1760), (11_100, 3980)])
  #expect(table.ceiling(at: .kilograms(11_100)) == .metres(3980))
  #expect(table.ceiling(at: .kilograms(13_000)) == .metres(1760))
  #expect(table.ceiling(at: .kilograms(12_050)) == .metres(2870))
  #expect(table.ceiling(at: .kilograms(11_099)) == nil && table.ceiling(at: .kilograms(13_001)) == nil)
  #expect(table.mass(at: .metres(2870)) == .kilograms(12_050))
  #expect(table.mass(at: .metres(3981)) == nil && table.mass(at: .metres(1759)) == nil)
  // Ayacucho at 22 °C has a density altitude of 3,564 m.
  #expect(table.canHover(.kilograms(11_100), at: .metres(3564)) == true)
  #expect(table.canHover(.kilograms(13_000), at: .metres(3564)) == false)
}

@Test func `what the order of a hover table alone says is said, and nothing beyond it`() throws {
  let table = try hover([(11_100, 3980), (13_000, 1760)])
  #expect(table.canHover(.kilograms(10_000), at: .metres(3980)) == true)
  #expect(table.canHover(.kilograms(10_000), at: .metres(3981)) == nil)
  #expect(table.canHover(.kilograms(13_500), at: .metres(1761)) == false)
  #expect(table.canHover(.kilograms(13_500), at: .metres(1760)) == nil)
  #expect(
    table.canHover(.kilograms(.nan), at: .metres(0)) == nil
      && table.canHover(.kilograms(12_000), at: .metres(.nan)) == nil)
}

@Test func `mass and ceiling of a hover table are inverse to one another, also where it is flat`() throws {
  let table = try hover([(1800, 5000), (2000, 4200), (2200, 4200), (2250, 3000)])
  for metres in stride(from: 3000.0, through: 5000, by: 50) {
    let mass = try #require(table.mass(at: .metres(metres)))
    // The greatest mass that hovers there: it does, and a gram more does not.
    #expect(try #require(table.ceiling(at: mass)).metres >= metres - 1e-9)
    if mass < .kilograms(2250) {
      #expect(try #require(table.ceiling(at: mass + .kilograms(1e-3))).metres < metres)
    }
  }
  #expect(table.mass(at: .metres(4200)) == .kilograms(2200))
}

@Test func `the ground helps a hover, so that either table may answer for the other`() throws {
  let low = try hover([(2000, 4000), (2250, 3300)])
  let high = try hover([(2000, 3200), (2250, 2500)])
  let both = try HoverLimits(inGroundEffect: low, outOfGroundEffect: high)
  #expect(both.canHover(.outside, .kilograms(2250), at: .metres(3000)) == false)
  #expect(both.canHover(.inside, .kilograms(2250), at: .metres(3000)) == true)
  let inside = try HoverLimits(inGroundEffect: low, outOfGroundEffect: nil)
  #expect(inside.canHover(.outside, .kilograms(2250), at: .metres(3301)) == false)
  #expect(inside.canHover(.outside, .kilograms(2250), at: .metres(3000)) == nil)
  let outside = try HoverLimits(inGroundEffect: nil, outOfGroundEffect: high)
  #expect(outside.canHover(.inside, .kilograms(2250), at: .metres(2500)) == true)
  #expect(outside.canHover(.inside, .kilograms(2250), at: .metres(2501)) == nil)
  #expect(
    fault { () throws(PerformanceError) in try HoverLimits(inGroundEffect: high, outOfGroundEffect: low) }
      == .upsideDown)
}

@Test func `the mass and the effect of a landing are stated, or the less favourable`() throws {
  var performance = Performance()
  #expect(performance.landing(at: .metres(0)) == nil)
  performance.hover = try HoverLimits(
    inGroundEffect: hover([(11_100, 4500), (13_000, 2500)]), outOfGroundEffect: hover([(11_100, 3980), (13_000, 1760)]))
  #expect(performance.hoverMass == .kilograms(13_000) && performance.hoverNeeded == .outside)
  #expect(performance.landing(at: .metres(2000))?.isPossible == false)
  #expect(performance.landing(at: nil)?.isPossible == nil)
  performance.landingHover = .inside
  #expect(performance.landing(at: .metres(2000))?.isPossible == true)
  performance.maximumMass = .kilograms(12_000)
  performance.missionMass = .kilograms(11_100)
  #expect(performance.landing(at: .metres(4400))?.ceiling == .metres(4500))
}

@Test func `endurance follows from fuel of one kind alone`() {
  #expect(FuelSupply(usable: .mass(.kilograms(1450)), hourly: .mass(.kilograms(580)))?.endurance == .minutes(150))
  #expect(FuelSupply(usable: .litres(333), hourly: .litres(60))?.endurance == .seconds(333 * 60))
  #expect(FuelSupply(usable: .litres(333), hourly: .mass(.kilograms(60))) == nil)
  #expect(FuelSupply(usable: .litres(0), hourly: .litres(60)) == nil)
  #expect(FuelSupply(usable: .litres(10), hourly: .litres(0)) == nil)
}
