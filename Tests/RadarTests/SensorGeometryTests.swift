import Foundation
import Radar
import TestSupport
import Testing
import Units

private typealias Place = SIMD3<Double>
private let up = Place(0, 0, 1)

@Test func `a link's range is where its power has fallen to the sensitivity, and doubles with six decibels`() throws {
  let link = try OneWayLink(
    power: .watts(125), receiveGain: Decibels(5.5), frequency: .megahertz(1090), losses: Decibels(2))
  let sensitivity = Decibels(-84 - 30)
  let range = link.range(sensitivity: sensitivity)
  // Logarithms to and fro: a few units in the last place of some hundred decibels.
  #expect(abs(link.receivedPower(at: range).value - sensitivity.value) < 1e-11)
  let farther = link.range(sensitivity: Decibels(sensitivity.value - 20 * log10(2)))
  #expect(abs(farther / range - 2) < 1e-12)
  // Friis by hand: P·G/L·(λ/4πR)².
  let wavelength = 299_792_458 / 1.09e9
  let watts = 125 * pow(10, 0.55) / pow(10, 0.2) * pow(wavelength / (4 * Double.pi * 100e3), 2)
  #expect(abs(link.receivedPower(at: .kilometres(100)).ratio / watts - 1) < 1e-12)
}

@Test func `a link of nothing is refused, with all that is wrong`() {
  #expect {
    try OneWayLink(power: .zero, receiveGain: Decibels(.nan), frequency: .zero, losses: Decibels(-1))
  } throws: { error in
    let text = "\(error)"
    return ["power", "frequency", "gain", "losses"].allSatisfy { text.contains($0) }
  }
}

@Test func `a bistatic pair at one place is a monostatic radar`() {
  let pair = BistaticGeometry(transmitter: Place(10, 20, 30), receiver: Place(10, 20, 30))
  let target = Place(3010, 4020, 30)
  #expect(pair.baseline == .zero)
  #expect(pair.equivalentRange(of: target) == .metres(5000))
  #expect(pair.bistaticRange(of: target) == .metres(10_000))
  #expect(pair.bistaticAngle(at: target) == .zero)
  // Both ways grow by the radial speed; a cell is c/2B deep.
  #expect(abs(pair.rangeRate(of: target, velocity: Place(30, 40, 0)) - 100) < 1e-12)
  let cell = pair.rangeResolution(at: target, bandwidth: .megahertz(1)).metres
  #expect(abs(cell - 149.896229) < 1e-9)
  // A receiver at the target itself gives numbers too.
  #expect(pair.bistaticAngle(at: Place(10, 20, 30)) == .zero)
}

@Test func `places of one bistatic range lie on an ellipse, and the range rate is its derivative`() {
  let pair = BistaticGeometry(transmitter: Place(-20e3, 0, 0), receiver: Place(20e3, 0, 0))
  let (major, focus) = (30e3, 20e3)
  let minor = (major * major - focus * focus).squareRoot()
  for degrees in stride(from: 0.0, to: 360, by: 17) {
    let angle = degrees * .pi / 180
    let target = Place(major * cos(angle), minor * sin(angle), 0)
    // The sum of the distances to the foci is the major axis; rounding of tens of kilometres.
    #expect(abs(pair.bistaticRange(of: target).metres - (2 * major - 2 * focus)) < 1e-9)
    let velocity = Place(70, -110, 5)
    let step = 1e-3
    let ahead = pair.bistaticRange(of: target + velocity * step) - pair.bistaticRange(of: target - velocity * step)
    // Central differences over 2 ms: rounding of 1e-11 m over the step.
    #expect(abs(pair.rangeRate(of: target, velocity: velocity) - ahead.metres / (2 * step)) < 1e-6)
    // Along the ellipse nothing changes.
    let tangent = Place(-major * sin(angle), minor * cos(angle), 0)
    #expect(abs(pair.rangeRate(of: target, velocity: tangent)) < 1e-9 * major)
  }
}

@Test func `on the baseline echo and direct signal come together`() {
  let pair = BistaticGeometry(transmitter: .zero, receiver: Place(50e3, 0, 0))
  let between = Place(20e3, 0, 0)
  #expect(abs(pair.bistaticRange(of: between).metres) < 1e-9)
  #expect(abs(pair.bistaticAngle(at: between).degrees - 180) < 1e-9)
  #expect(pair.rangeRate(of: between, velocity: Place(100, 30, 20)) == 0)
  #expect(pair.rangeResolution(at: between, bandwidth: .megahertz(8)) > .kilometres(1e6))
  // The oval of Cassini parts where the baseline is 2κ: its waist is then at the middle.
  #expect(pair.isOneArea(within: .kilometres(25)) && !pair.isOneArea(within: .kilometres(24.999)))
  #expect(abs(pair.equivalentRange(of: Place(25e3, 0, 0)).kilometres - 25) < 1e-12)
}

@Test func `multilateration has the closed form of stations on a ring with one at its centre`() throws {
  let (radius, height, count) = (15e3, 4e3, 6)
  let ring = (0..<count).map { index -> Place in
    let angle = 2 * Double.pi * Double(index) / Double(count)
    return Place(radius * cos(angle), radius * sin(angle), 0)
  }
  let system = try Multilateration(stations: ring + [.zero], timingErrorSeconds: 50e-9)
  let error = try #require(system.error(at: Place(0, 0, height), up: up))
  let slant = (radius * radius + height * height).squareRoot()
  let sine = radius / slant, cosine = height / slant
  let distance = 299_792_458 * 50e-9
  // Level coordinates: n/2·sin² each; altitude: the difference between the centre and the mean of the ring.
  let horizontal = (2 / (Double(count) / 2 * sine * sine)).squareRoot()
  let vertical = (1 / Double(count) + 1).squareRoot() / (1 - cosine)
  #expect(abs(error.horizontalDilution / horizontal - 1) < 1e-12)
  #expect(abs(error.horizontal.metres / (horizontal * distance) - 1) < 1e-12)
  #expect(abs(error.vertical.metres / (vertical * distance) - 1) < 1e-10)
}

@Test func `a place that stations do not determine has no error`() throws {
  let corners = [Place(10e3, 0, 0), Place(-10e3, 0, 0), Place(0, 10e3, 0), Place(0, -10e3, 0)]
  let system = try Multilateration(stations: corners, timingErrorSeconds: 50e-9)
  let above = Place(0, 0, 3e3)
  // Above the centre all directions are equally steep: altitude and time of sending cannot be told apart.
  #expect(system.error(at: above, up: up) == nil)
  #expect(system.error(at: Place(4e3, 3e3, 3e3), up: up, hearing: [0, 1, 2]) == nil)
  #expect(system.error(at: Place(4e3, 3e3, 3e3), up: up) != nil)
  let reported = try Multilateration(stations: corners, timingErrorSeconds: 50e-9, altitudeError: .metres(30))
  let error = try #require(reported.error(at: above, up: up))
  #expect(abs(error.vertical.metres - 30) < 1e-9)
  #expect(reported.error(at: Place(4e3, 3e3, 3e3), up: up, hearing: [0, 1, 2]) != nil)
  #expect(reported.error(at: Place(4e3, 3e3, 3e3), up: up, hearing: [0, 1]) == nil)
  // Four stations at one place are one.
  let same = try Multilateration(stations: Array(repeating: Place(5, 5, 5), count: 4), timingErrorSeconds: 1e-8)
  #expect(same.error(at: above, up: up) == nil)
  #expect(throws: RangeEquationError.self) { try Multilateration(stations: [], timingErrorSeconds: 0) }
}

@Test func `errors of multilateration are those of estimated places`() throws {
  // Arrivals with Gaussian errors at five stations on uneven ground; the place is estimated by Gauss and Newton's steps,
  // which know nothing of the class.
  let stations = [
    Place(12e3, 3e3, 200), Place(-9e3, 8e3, 900), Place(-4e3, -11e3, 50), Place(7e3, -8e3, 1500), Place(1e3, 2e3, 700),
  ]
  let timing = 40e-9, light = 299_792_458.0
  let target = Place(3e3, 9e3, 4500)
  let system = try Multilateration(stations: stations, timingErrorSeconds: timing)
  let stated = try #require(system.error(at: target, up: up))
  var random = SplitMix(seed: 4)
  func gaussian() -> Double {
    let (u, v) = (Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random))
    return (-2 * log(1 - u)).squareRoot() * cos(2 * .pi * v)
  }
  var (level, vertical) = (0.0, 0.0)
  let draws = 4000
  for _ in 0..<draws {
    let arrivals = stations.map { distance($0, target) + light * timing * gaussian() }
    let found = estimate(arrivals, stations, from: target + Place(200, -300, 150))
    level += pow(found.x - target.x, 2) + pow(found.y - target.y, 2)
    vertical += pow(found.z - target.z, 2)
  }
  // A standard error from n draws is known to 1/√(2n): 1.1 %; four of them.
  #expect(abs((level / Double(draws)).squareRoot() / stated.horizontal.metres - 1) < 0.045)
  #expect(abs((vertical / Double(draws)).squareRoot() / stated.vertical.metres - 1) < 0.045)
}

private func distance(_ a: Place, _ b: Place) -> Double { ((a - b) * (a - b)).sum().squareRoot() }

/// A place and a time of sending from distances with a common offset, by Gauss and Newton's steps and elimination.
private func estimate(_ arrivals: [Double], _ stations: [Place], from start: Place) -> Place {
  var (place, offset) = (start, 0.0)
  for _ in 0..<8 {
    var rows = [[Double]](repeating: [Double](repeating: 0, count: 5), count: 4)
    for (arrival, station) in zip(arrivals, stations) {
      let length = distance(place, station)
      let away = (place - station) / length
      let line = [away.x, away.y, away.z, 1, arrival - length - offset]
      for i in 0..<4 { for j in 0..<5 { rows[i][j] += line[i] * line[j] } }
    }
    for pivot in 0..<4 {
      let most = (pivot..<4).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, most)
      for i in 0..<4 where i != pivot {
        let factor = rows[i][pivot] / rows[pivot][pivot]
        for j in pivot..<5 { rows[i][j] -= factor * rows[pivot][j] }
      }
    }
    let step = (0..<4).map { rows[$0][4] / rows[$0][$0] }
    place += Place(step[0], step[1], step[2])
    offset += step[3]
  }
  return place
}
