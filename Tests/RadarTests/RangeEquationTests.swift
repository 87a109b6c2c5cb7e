import Foundation
import Radar
import TestSupport
import Testing
import Units

/// The worked examples that a radar toolbox's documentation prints, with its digits (functions radareqrng, radareqpow,
/// radareqsearchpap).
@Test func `the range equation gives the printed examples`() throws {
  let first = try RangeEquation(
    peakPower: .watts(1e6), pulseSeconds: 10e-6, transmitGain: Decibels(40), frequency: .gigahertz(10),
    systemTemperatureKelvin: 290, losses: Decibels(3))
  let range = first.range(signalToNoise: Decibels(6), crossSection: .squareMetres(0.1)).metres
  #expect(abs(range - 1.9426e5) < 0.5e1, "\(range)")

  let second = try RangeEquation(
    peakPower: .watts(1), pulseSeconds: 1e-6, transmitGain: Decibels(30), frequency: .gigahertz(10),
    systemTemperatureKelvin: 300, losses: Decibels(3))
  let power = second.peakPower(
    signalToNoise: Decibels(10), range: .kilometres(50), crossSection: .squareMetres(0.5)
  ).watts
  #expect(abs(power - 2.2809e6) < 0.5e2, "\(power)")

  let aperture = SearchEquation.powerAperture(
    range: .kilometres(111), crossSection: .squareMetres(1), signalToNoise: Decibels(13), seconds: 4.8,
    solidAngle: SearchEquation.solidAngle(azimuths: .degrees(360), elevations: .zero...(.degrees(45))),
    systemTemperatureKelvin: 487, losses: Decibels(20))
  #expect(abs(aperture - 2.3689e4) < 0.5, "\(aperture)")
}

@Test func `the range equation's solutions agree with one another and with its budget`() throws {
  var random = SplitMix(seed: 11)
  for _ in 0..<200 {
    let radar = try RangeEquation(
      peakPower: .kilowatts(.random(in: 0.1...2000, using: &random)),
      pulseSeconds: .random(in: 1e-7...1e-3, using: &random),
      transmitGain: Decibels(.random(in: 20...45, using: &random)),
      receiveGain: Decibels(.random(in: 20...45, using: &random)),
      frequency: .gigahertz(.random(in: 0.1...40, using: &random)),
      systemTemperatureKelvin: .random(in: 50...2000, using: &random),
      losses: Decibels(.random(in: 0...20, using: &random)))
    let sigma = Area.squareMetres(.random(in: 0.001...100, using: &random))
    let range = Length.kilometres(.random(in: 1...500, using: &random))
    let ratio = radar.signalToNoise(range: range, crossSection: sigma)
    // Powers of ten to and fro: a few units in the last place of numbers of some hundred decibels.
    #expect(abs(radar.range(signalToNoise: ratio, crossSection: sigma) / range - 1) < 1e-12)
    #expect(abs(radar.crossSection(signalToNoise: ratio, range: range) / sigma - 1) < 1e-12)
    #expect(
      abs(radar.peakPower(signalToNoise: ratio, range: range, crossSection: sigma) / radar.peakPower - 1) < 1e-12)
    let sum = radar.budget(range: range, crossSection: sigma).reduce(0) { $0 + $1.decibels }
    #expect(abs(sum - ratio.value) < 1e-10)
  }
}

@Test func `a radar of impossible parameters is refused with all of them`() throws {
  let error = try #require(throws: RangeEquationError.self) {
    try RangeEquation(
      peakPower: .zero, pulseSeconds: -1, transmitGain: Decibels(30), frequency: .gigahertz(.nan),
      systemTemperatureKelvin: 0, losses: Decibels(-2))
  }
  for part in ["peak power", "pulse", "frequency", "temperature", "losses"] {
    #expect(error.description.contains(part), "\(error)")
  }
}
