import Foundation
import Radar
import Testing
import Units

@Test(arguments: ApertureTaper.allCases)
func `aperture patterns are the transforms of their feeds`(_ taper: ApertureTaper) {
  // The far field of a feed cosⁿ(πx) over x in ±½: the integral of cosⁿ(πx)·cos(2μx), by the midpoint rule.
  let steps = 4000
  func transform(_ mu: Double) -> Double {
    (0..<steps).reduce(0) { sum, step in
      let x = (Double(step) + 0.5) / Double(steps) - 0.5
      return sum + pow(cos(Double.pi * x), Double(taper.rawValue)) * cos(2 * mu * x)
    } / Double(steps)
  }
  // Where the transform falls to 1/√2, by bisection.
  var (low, high) = (0.1, 3.0)
  for _ in 0..<60 {
    let middle = (low + high) / 2
    if transform(middle) / transform(0) > 0.5.squareRoot() { low = middle } else { high = middle }
  }
  let width = 2.0
  for degrees in [0, 0.3, 0.8, 1, 1.7, 2.6, 3.3, 4.9, 7.7, 20, 60] {
    let mu = low * sin(degrees * Double.pi / 180) / sin(width / 2 * Double.pi / 180)
    let expected = abs(transform(mu) / transform(0))
    let gain = taper.gain(offAxis: .degrees(degrees), beamwidth: .degrees(width))
    let field = pow(10, gain.value / 20)
    // The midpoint rule of 4,000 steps errs by μ²/(24·4000²) of the field and less.
    #expect(abs(field - expected) < 1e-5, "\(degrees)°: \(field), \(expected)")
    #expect(taper.gain(offAxis: .degrees(-degrees), beamwidth: .degrees(width)).value == gain.value)
  }
  let half = taper.gain(offAxis: .degrees(width / 2), beamwidth: .degrees(width)).ratio
  #expect(abs(half - 0.5) < 1e-12)
}

@Test(arguments: ApertureTaper.allCases)
func `an aperture's first side lobe is the known one`(_ taper: ApertureTaper) {
  // Skolnik, Introduction to Radar Systems, 3rd ed., table 9.1, dB below the axis: 13.2, 23, 32, 40 (two digits).
  let known = [13.2, 23, 32, 40][taper.rawValue]
  var highest = -Double.infinity
  var before = taper.gain(offAxis: .zero, beamwidth: .degrees(1)).value
  var isPastZero = false
  for step in 1...4000 {
    let gain = taper.gain(offAxis: .degrees(Double(step) * 0.001), beamwidth: .degrees(1)).value
    if gain > before { isPastZero = true }
    if isPastZero { highest = max(highest, gain) }
    before = gain
  }
  // Exact are 13.26, 23.0, 31.5 and 39.3; the table is rounded.
  #expect(abs(highest + known) < 0.8, "\(highest)")
}

@Test func `a cosecant-squared beam gives one echo for a target at one height`() {
  let pattern = ElevationPattern.cosecantSquared(axis: .degrees(1), beamwidth: .degrees(3), highest: .degrees(30))
  // Flat Earth: R = h / sin θ; the echo is G²/R⁴.
  func echo(_ degrees: Double) -> Double {
    2 * pattern.gain(at: .degrees(degrees)).value + 40 * log10(sin(degrees * Double.pi / 180))
  }
  let first = echo(2.6)
  for degrees in stride(from: 2.6, through: 30, by: 0.4) { #expect(abs(echo(degrees) - first) < 1e-9) }
  #expect(pattern.gain(at: .degrees(1)).value == 0)
  #expect(abs(pattern.gain(at: .degrees(2.5)).value + 10 * log10(2)) < 1e-12)
  #expect(abs(pattern.gain(at: .degrees(2.5000001)).value + 10 * log10(2)) < 1e-6)
  #expect(pattern.gain(at: .degrees(30.01)).value == -.infinity)
}

@Test func `a Gaussian beam has half its power at half its width`() {
  let pattern = ElevationPattern.gaussian(axis: .degrees(-0.5), beamwidth: .degrees(2))
  #expect(pattern.gain(at: .degrees(-0.5)).value == 0)
  for degrees in [-1.5, 0.5] { #expect(abs(pattern.gain(at: .degrees(degrees)).ratio - 0.5) < 1e-12) }
  #expect(ElevationPattern.flat.gain(at: .degrees(80)).value == 0)
}

@Test func `a table of gains is read between its rows and nothing outside them`() throws {
  let table = try PatternTable(elevationDegrees: [-1, 0, 2, 10], gainDecibels: [27, 33, 36, 20])
  let pattern = ElevationPattern.table(table)
  for (degrees, gain) in [(-1.0, -9.0), (0, -3), (1, -1.5), (2, 0), (6, -8), (10, -16)] {
    #expect(abs(pattern.gain(at: .degrees(degrees)).value - gain) < 1e-12)
  }
  for degrees in [-1.001, 10.001, 90] { #expect(pattern.gain(at: .degrees(degrees)).value == -.infinity) }
  for (elevations, gains) in [
    ([1.0], [3.0]), ([], []), ([1, 1], [0, 0]), ([2, 1], [0, 0]), ([0, 91], [0, 0]), ([0, .nan], [0, 0]),
    ([0, 1], [0, .nan]), ([0, 1], [0]),
  ] {
    #expect(throws: PatternError.self) { try PatternTable(elevationDegrees: elevations, gainDecibels: gains) }
  }
}

@Test(arguments: ApertureTaper.allCases)
func `the masks lie over the side lobes`(_ taper: ApertureTaper) {
  let width = Angle.degrees(2)
  let pattern = ElevationPattern.mask(axis: .degrees(3), beamwidth: width, taper)
  #expect(pattern.gain(at: .degrees(3)).value == 0)
  for side in [2.0, 4] { #expect(abs(pattern.gain(at: .degrees(side)).ratio - 0.5) < 1e-12) }
  // The first four side lobes: the mask passes their peaks as near as its rounded figures let it.
  let offsets = (0...2000).map { Double($0) * 0.005 }
  let lobes = offsets.map { taper.gain(offAxis: .degrees($0), beamwidth: width).value }
  var peaks = 0
  for index in 1..<2000 where lobes[index] > lobes[index - 1] && lobes[index] > lobes[index + 1] && peaks < 4 {
    peaks += 1
    let mask = pattern.gain(at: .degrees(3 + offsets[index])).value
    #expect(abs(mask - lobes[index]) < 0.7, "\(offsets[index])°: \(mask), \(lobes[index])")
  }
  #expect(peaks >= 3)
  // Where the mask takes over, it goes on from the main lobe within 0.7 dB, falling, to its floor.
  let gains = offsets.map { pattern.gain(at: .degrees(3 + $0)).value }
  // A step of a 400th of a beamwidth falls by less than half a decibel on its own.
  #expect(zip(gains, gains.dropFirst()).allSatisfy { $1 <= $0 + 0.7 && $0 - $1 < 1.2 })
  #expect(pattern.gain(at: .degrees(93)).value == [-30, -50, -60, -70][taper.rawValue])
}

@Test func `the cosecant pattern of the Recommendation has a floor, and falls as the square from its half-power point`()
{
  let pattern = ElevationPattern.cosecantFloor(axis: .degrees(3.6), beamwidth: .degrees(4.8), highest: .degrees(30))
  #expect(pattern.gain(at: .degrees(3.6)).value == 0)
  #expect(abs(pattern.gain(at: .degrees(6)).ratio - 0.5) < 1e-12)
  let twelve = -10 * log10(2) + 20 * log10(sin(6 * Double.pi / 180) / sin(12 * Double.pi / 180))
  #expect(abs(pattern.gain(at: .degrees(12)).value - twelve) < 1e-12)
  // Half the beam between zeros is 4.8°/0.88.
  for degrees in [30.01, 90, -1.86, -20] { #expect(pattern.gain(at: .degrees(degrees)).value == -55) }
  #expect(pattern.gain(at: .degrees(-1.0)).value > -55)
}
