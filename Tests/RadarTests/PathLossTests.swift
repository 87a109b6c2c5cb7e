import Foundation
import Radar
import TestSupport
import Testing
import Units

private let aeronautical = "propagation/p528_lsband.csv"

/// A random path, its ends' altitudes and a model.
private func draw(_ random: inout SplitMix) throws -> (PathProfile, PathProfile, Length, Length, PathLossModel) {
  let count = Int.random(in: 2...12, using: &random)
  var kilometres = [0.0]
  while kilometres.count < count {
    kilometres.append(kilometres[kilometres.count - 1] + .random(in: 0.001...30, using: &random))
  }
  let rough = Double.random(in: 0...1500, using: &random)
  let ground = kilometres.map { _ in Double.random(in: -20...(rough - 19), using: &random) }
  let total = kilometres[count - 1]
  let model = try PathLossModel(
    frequency: .gigahertz(.random(in: 0.03...40, using: &random)),
    over: EffectiveEarth(k: .random(in: 0.7...4, using: &random)),
    polarization: Polarization.allCases.randomElement(using: &random) ?? .horizontal,
    seaShare: .random(in: 0...1, using: &random), air: SurfaceAir(vapourDensity: .random(in: 0...30, using: &random)),
    rain: Rain(rate: .millimetresPerHour(.random(in: 0...150, using: &random)), height: .kilometres(4)))
  let heights = [0, 1, 15, 200, 9000].map { Length.metres($0) }
  return (
    try PathProfile(kilometres: kilometres, groundMetres: ground),
    try PathProfile(kilometres: kilometres.reversed().map { total - $0 }, groundMetres: ground.reversed()),
    .metres(ground[0]) + (heights.randomElement(using: &random) ?? .zero),
    .metres(ground[count - 1]) + (heights.randomElement(using: &random) ?? .zero), model
  )
}

@Test func `every part of a path's loss is a number, not negative, and the same both ways`() throws {
  var random = SplitMix(seed: 19)
  for _ in 0..<3000 {
    let (there, back, a, b, model) = try draw(&random)
    let (first, second) = (model.loss(along: there, from: a, to: b), model.loss(along: back, from: b, to: a))
    for (one, other) in [
      (first.diffraction, second.diffraction), (first.gas, second.gas), (first.rain, second.rain),
      (first.freeSpace, second.freeSpace), (first.total, second.total),
    ] {
      // Rounding of square roots where a line grazes: heights of kilometres against their differences.
      #expect(abs(one.value - other.value) <= 1e-5 * max(1, abs(one.value)), "\(there) \(a.metres) \(b.metres)")
      #expect(one.value.isFinite)
    }
    #expect(first.diffraction.value >= 0 && first.gas.value >= 0 && first.rain.value >= 0)
  }
}

@Test func `a point that touches the line from both ends costs what an edge at the line does`() throws {
  // Its top is where the bulge of the Earth meets the level line: the steepest lines of both ends are one.
  let earth = EffectiveEarth(k: 4.0 / 3)
  let bulge = 500 / earth.radius.kilometres * 10 * 10
  let path = try PathProfile(kilometres: [0, 10, 20], groundMetres: [0, 100 - bulge, 0])
  let loss = try PathLossModel(frequency: .gigahertz(1), over: earth)
    .loss(along: path, from: .metres(100), to: .metres(100))
  // J(0) = 6.9 + 20·log₁₀(√1.01 − 0.1) of P.526 eq. 31, and eq. 21's correction.
  let edge = 6.9 + 20 * log10(1.01.squareRoot() - 0.1)
  #expect(abs(loss.terrain.bullington - (edge + (1 - exp(-edge / 6)) * 10.4)) < 1e-6)
}

@Test func `rain counts the way below its height alone`() throws {
  let earth = EffectiveEarth()
  let rain = try Rain(rate: .millimetresPerHour(20), height: .kilometres(5))
  // Straight up: five of nine kilometres.
  let up = rain.way(groundDistance: .zero, from: .zero, to: .kilometres(9), over: earth)
  #expect(abs(up.metres - 5000) < 1e-3)
  #expect(rain.way(groundDistance: .kilometres(50), from: .kilometres(6), to: .kilometres(7), over: earth) == .zero)
  // From 5.01 km to 5.01 km over 100 km a straight line sags by the bulge of the Earth, s²/8R = 147 m, below the rain's
  // height: only its ends are out of the rain. Sampled.
  let (a, length) = (5010.0, 100_000.0)
  let way = rain.way(groundDistance: .metres(length), from: .metres(a), to: .metres(a), over: earth)
  let radius = earth.radius.metres
  let half = (radius + a) * sin(length / radius / 2)
  let middle = (radius + a) * cos(length / radius / 2)
  let edge = ((radius + 5000) * (radius + 5000) - middle * middle).squareRoot()
  #expect(abs(way.metres - 2 * min(edge, half)) < 0.01)
  let loss = try RainAttenuation.loss(
    in: rain, frequency: .gigahertz(10), polarization: .vertical, groundDistance: .kilometres(20), from: .zero,
    to: .zero, over: earth)
  let specific = try RainAttenuation(frequency: .gigahertz(10), elevation: .zero, tilt: .degrees(90)).specific(rate: 20)
  // The chord is shorter than the arc by 5 mm.
  #expect(abs(loss.value - 20 * specific) < 1e-5)
}

@Test(.enabled(if: SharedData.has(aeronautical), "needs ../shared/data/propagation"))
func `losses to an aircraft agree with the aeronautical method where diffraction rules`() throws {
  let text = try String(contentsOf: SharedData.folder.appendingPathComponent(aeronautical), encoding: .utf8)
  var compared = 0
  for row in text.split(whereSeparator: \.isNewline).dropFirst() {
    let cells = row.split(separator: ",").map(String.init)
    let numbers = cells.map { Double($0) ?? .nan }
    // The median; to 80 km, beyond which the troposphere scatters more than is diffracted, which is not modelled.
    guard numbers[4] == 50, numbers[0] <= 80 else { continue }
    // ITU-R P.528 has an effective Earth of 9257 km for its smooth diffraction.
    let model = try PathLossModel(
      frequency: .megahertz(numbers[3]), over: EffectiveEarth(k: 9257 / EffectiveEarth.meanRadius.kilometres),
      polarization: cells[5] == "V" ? .vertical : .horizontal)
    let steps = stride(from: 0.0, through: numbers[0], by: 0.5).map { $0 }
    let path = try PathProfile(kilometres: steps, groundMetres: steps.map { _ in 0 })
    let loss = model.loss(along: path, from: .metres(numbers[1]), to: .metres(numbers[2])).total.value
    #expect(abs(loss - numbers[6]) < 3, "\(row): \(loss)")
    compared += 1
  }
  #expect(compared == 18)
}
