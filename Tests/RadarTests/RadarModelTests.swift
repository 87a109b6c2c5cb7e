import Foundation
import Radar
import TestSupport
import Testing
import Units

private func type(
  _ change: (inout RadarType) -> Void = { _ in }
) -> RadarType {
  var type = RadarType(
    id: "r", name: "r", kind: .primary, instrumentedRange: .kilometres(400), detectionRange: .kilometres(200),
    referenceCrossSection: .squareMetres(2), antennaHeight: .metres(10))
  change(&type)
  return type
}

@Test func `a model keeps the promise of its type, and the fourth-root law in free space`() throws {
  let model = try #require(try RadarModel(type()))
  #expect(model.basis == .promise)
  let there = model.probability(slantRange: .kilometres(200), elevation: .zero, crossSection: .squareMetres(2))
  // The inversion's own accuracy.
  #expect(abs(there.detected - 0.8) < 1e-9)
  // No loss: the range for σ is R₀·(σ/σ₀)^¼ to the last digits, which is also the plan's own.
  for sigma in [0.01, 0.3, 1, 2, 10] {
    let range = try model.range(detection: 0.8, elevation: .zero, crossSection: .squareMetres(sigma))
    #expect(abs(range / .kilometres(200 * pow(sigma / 2, 0.25)) - 1) < 1e-12)
    #expect(abs(range / model.type.detectionRange(of: .squareMetres(sigma)) - 1) < 1e-12)
  }
  // The instrumented range ends it.
  #expect(
    try model.range(detection: 0.8, elevation: .zero, crossSection: .squareMetres(1000)) == .kilometres(400))
}

@Test func `a promise of any probability holds where it was made, and shrinks with loss`() throws {
  for (pd, fluctuation) in [(0.5, TargetFluctuation.swerling1), (0.8, .steady), (0.9, .swerling2)] {
    let model = try #require(
      try RadarModel(
        type {
          $0.parameters.detectionProbability = pd
          $0.parameters.fluctuation = fluctuation
          $0.parameters.pulses = 10
        }))
    let there = model.probability(slantRange: .kilometres(200), elevation: .zero, crossSection: .squareMetres(2))
    // The inversion's own accuracy.
    #expect(abs(there.detected - pd) < 1e-9)
    // The fourth-root law: a sixteenth of the cross-section, or 12 dB of loss, halves the range.
    let small = try model.range(detection: pd, elevation: .zero, crossSection: .squareMetres(0.125))
    #expect(abs(small.kilometres - 100) < 1e-9)
    let halved = try model.range(detection: pd, elevation: .zero, crossSection: .squareMetres(2)) { _ in
      Decibels(40 * log10(2))
    }
    // A millimetre, the end of the bisection.
    #expect(abs(halved.kilometres - 100) < 2e-6)
    #expect(try model.range(detection: pd, elevation: .zero, crossSection: .zero) == .zero)
  }
}

@Test func `what a type does not state is assumed and listed, what it states is not`() throws {
  let bare = try #require(try RadarModel(type()))
  #expect(
    bare.assumptions == [
      .detectionProbability(0.8), .falseAlarmProbability(1e-6), .fluctuation(.swerling1), .onePulse, .flatPattern,
    ])
  let stated = try #require(
    try RadarModel(
      type {
        $0.parameters.detectionProbability = 0.5
        $0.parameters.falseAlarmProbability = 1e-4
        $0.parameters.fluctuation = .swerling3
        $0.parameters.pulses = 7
        $0.parameters.elevationPattern = .flat
      }))
  #expect(stated.assumptions.isEmpty)
  // Hits per scan: 1.5° of 360° in 10 s at 350 Hz are 14.58 pulses, of which 14 count.
  let turning = type {
    $0.revisit = .seconds(10)
    $0.parameters.azimuthBeamwidth = .degrees(1.5)
    $0.parameters.pulseRepetition = .hertz(350)
  }
  #expect(abs((turning.hitsPerScan ?? 0) - 14.583333333) < 1e-6)
  #expect(try RadarModel(turning)?.detector.pulses == 14)
  // Without a promise and without parameters there is nothing to model.
  #expect(try RadarModel(type { $0.detectionRange = nil }) == nil)
}

@Test func `parameters give the range of the range equation, and a promise that contradicts them is reported`() throws {
  let parameters = type {
    $0.detectionRange = nil
    $0.referenceCrossSection = nil
    $0.parameters.frequency = .gigahertz(1.3)
    $0.parameters.peakPower = .kilowatts(1000)
    $0.parameters.pulseSeconds = 6e-6
    $0.parameters.transmitGain = Decibels(34)
    $0.parameters.noiseFigure = Decibels(3)
    $0.parameters.losses = Decibels(8)
  }
  let model = try #require(try RadarModel(parameters))
  #expect(model.basis == .parameters)
  #expect(model.crossSection == .squareMetres(1))
  // By hand: R⁴ = P·τ·G²·λ²·σ / ((4π)³·k·T₀·F·L·SNR).
  let wavelength = 299_792_458 / 1.3e9
  let energy = 1e6 * 6e-6 * pow(10, 6.8) * wavelength * wavelength
  let noise = pow(4 * Double.pi, 3) * 1.380649e-23 * 290 * pow(10, 0.3) * pow(10, 0.8)
  // Swerling 1, one pulse: Pd = Pfa^(1/(1 + SNR)), so SNR = ln Pfa/ln Pd − 1.
  let snr = log(1e-6) / log(0.8) - 1
  let expected = pow(energy / (noise * snr), 0.25)
  #expect(abs(model.range.metres / expected - 1) < 1e-9, "\(model.range.metres), \(expected)")

  var both = parameters
  both.detectionRange = .kilometres(2 * expected / 1000)
  both.referenceCrossSection = .squareMetres(1)
  let found = both.contradictions
  #expect(found.map(\.column) == ["detection_range"])
  // Half the range is 12 dB less.
  #expect(found.first?.problem.contains("12.0 dB less") == true, "\(found)")
  both.detectionRange = model.range * 1.05
  #expect(both.contradictions.isEmpty)
}

@Test func `contradictions of noise, pulses, gain, repetition and pulse are reported with figures`() {
  let odd = type {
    $0.revisit = .seconds(10)
    $0.minimumRange = .kilometres(2)
    $0.parameters.systemTemperatureKelvin = 290
    $0.parameters.noiseFigure = Decibels(6)
    $0.parameters.pulses = 30
    $0.parameters.azimuthBeamwidth = .degrees(1.5)
    $0.parameters.elevationBeamwidth = .degrees(5)
    $0.parameters.pulseRepetition = .hertz(500)
    $0.parameters.transmitGain = Decibels(45)
    $0.parameters.pulseSeconds = 100e-6
  }
  // 290 K·4 = 1155 K; 1.5/360·10·500 = 20.8 hits; 41253/7.5 = 37.4 dB; c/1000 = 299.8 km; c·50 µs = 15 km.
  let figures = [
    "noise_temperature": "1155 K", "pulses": "20.8", "transmit_gain": "37.4 dB", "prf": "299.8 km",
    "minimum_range": "15.0 km",
  ]
  #expect(Set(odd.contradictions.map(\.column)) == Set(figures.keys))
  for contradiction in odd.contradictions {
    let figure = figures[contradiction.column] ?? "?"
    #expect(contradiction.problem.contains(figure), "\(contradiction.problem)")
  }
}

@Test func `what one pattern transmits and another receives adds up both ways`() throws {
  let (wide, narrow) = (
    ElevationPattern.gaussian(axis: .degrees(4), beamwidth: .degrees(12)),
    ElevationPattern.gaussian(axis: .degrees(2), beamwidth: .degrees(3))
  )
  func model(_ pattern: ElevationPattern) throws -> RadarModel {
    try #require(try RadarModel(type { $0.parameters.elevationPattern = pattern }))
  }
  let (pair, alone) = (try model(.pair(transmit: wide, receive: narrow)), try model(wide))
  for degrees in stride(from: -2.0, through: 12, by: 0.7) {
    let elevation = Angle.degrees(degrees)
    // Half the power at half the width: 3.01 dB·(2·offset/width)², once for each.
    let expected = -10 * log10(2) * (pow((degrees - 4) / 6, 2) + pow((degrees - 2) / 1.5, 2))
    #expect(abs(pair.twoWayGain(at: elevation).value - expected) < 1e-9)
    #expect(alone.twoWayGain(at: elevation).value == 2 * wide.gain(at: elevation).value)
  }
  // One pattern both ways is a pair of the same.
  #expect(
    try model(.pair(transmit: wide, receive: wide)).twoWayGain(at: .degrees(9)) == alone.twoWayGain(at: .degrees(9)))
}

@Test func `the antenna pattern counts twice, and a tilt turns it with the limits of the beam`() throws {
  let pattern = ElevationPattern.gaussian(axis: .degrees(2), beamwidth: .degrees(4))
  let beam = type {
    $0.minimumElevation = .degrees(0)
    $0.maximumElevation = .degrees(30)
    $0.parameters.elevationPattern = pattern
  }
  let model = try #require(try RadarModel(beam))
  // Half the power twice: 6 dB, the range falls by 10^(−6.02/40).
  let axis = try model.range(detection: 0.8, elevation: .degrees(2), crossSection: .squareMetres(2))
  let edge = try model.range(detection: 0.8, elevation: .degrees(4), crossSection: .squareMetres(2))
  #expect(abs(edge / axis - 0.5.squareRoot()) < 1e-12)
  let tilted = try #require(try RadarModel(beam, tilt: .degrees(1)))
  #expect(tilted.twoWayGain(at: .degrees(3)).value == model.twoWayGain(at: .degrees(2)).value)
  #expect(!tilted.shows(slantRange: .kilometres(10), elevation: .degrees(0.5)))
  #expect(
    tilted.probability(slantRange: .kilometres(10), elevation: .degrees(0.5), crossSection: .squareMetres(2)).detected
      == 0)
  // A stack has the gain of its best beam.
  let stack = ElevationPattern.stack([pattern, .gaussian(axis: .degrees(6), beamwidth: .degrees(4))])
  #expect(stack.gain(at: .degrees(6)).value == 0)
  #expect(stack.gain(at: .degrees(4)).value == pattern.gain(at: .degrees(4)).value)
}

@Test func `a reply's way is taken once and does not depend on the cross-section`() throws {
  let secondary = type {
    $0.kind = .secondary
    $0.referenceCrossSection = nil
  }
  let model = try #require(try RadarModel(secondary))
  #expect(model.crossSection == nil)
  #expect(model.fluctuation == .steady)
  // 6 dB of loss there and back are 3 dB each way: 10^(−3/20) of the range.
  let range = try model.range(detection: 0.8, elevation: .zero, crossSection: .zero) { _ in Decibels(6) }
  #expect(abs(range.kilometres - 200 * pow(10, -3.0 / 20)) < 1e-5)
}

@Test func `looks of another kind keep the calibration`() throws {
  let model = try #require(try RadarModel(type()))
  let steady = try model.looking(fluctuation: .steady)
  #expect(steady.referenceSignalToNoise == model.referenceSignalToNoise)
  let ratio = try SquareLawDetector(pulses: 1, falseAlarmProbability: 1e-6).requiredSNR(detection: 0.8, .steady)
  let range = try steady.range(detection: 0.8, elevation: .zero, crossSection: .squareMetres(2))
  let expected = 200 * pow(10, (model.referenceSignalToNoise.value - ratio.value) / 40)
  #expect(abs(range.kilometres - expected) < 1e-9)
  #expect(throws: DetectionError.self) { try model.looking(falseAlarm: 0) }
}

@Test func `random radars and targets give no number that is none, and more of everything is never worse`() throws {
  var random = SplitMix(seed: 190)
  var models: [RadarModel] = []
  for index in 0..<200 {
    let one = type {
      $0.detectionRange = .kilometres(.random(in: 0.1...600, using: &random))
      $0.referenceCrossSection = .squareMetres(pow(10, .random(in: -6...6, using: &random)))
      $0.instrumentedRange = .kilometres(.random(in: 1...800, using: &random))
      $0.parameters.pulses = Int.random(in: 1...40, using: &random)
      $0.parameters.fluctuation = TargetFluctuation(rawValue: index % 5)
      $0.parameters.detectionProbability = .random(in: 0.05...0.99, using: &random)
      $0.parameters.elevationPattern =
        [
          .flat, .gaussian(axis: .degrees(1), beamwidth: .degrees(0.5)),
          .aperture(axis: .degrees(2), beamwidth: .degrees(3), .cosine),
          .cosecantSquared(axis: .degrees(1), beamwidth: .degrees(3), highest: .degrees(30)),
        ][index % 4]
    }
    models.append(try #require(try RadarModel(one)))
  }
  var worst = 0
  for draw in 0..<100_000 {
    let model = models[draw % models.count]
    let slant = Length.metres(pow(10, .random(in: -3...6.2, using: &random)))
    let elevation = Angle.degrees(.random(in: -90...90, using: &random))
    let sigma = Area.squareMetres(pow(10, .random(in: -9...7, using: &random)))
    let loss = Decibels(.random(in: 0...200, using: &random))
    let p = model.probability(slantRange: slant, elevation: elevation, crossSection: sigma, loss: loss)
    if !(p.detected >= 0 && p.detected <= 1 && p.missed >= 0 && p.missed <= 1) { worst += 1 }
    guard draw % 20 == 0 else { continue }
    let more = model.probability(slantRange: slant, elevation: elevation, crossSection: sigma * 1.5, loss: loss)
    let less = model.probability(
      slantRange: slant, elevation: elevation, crossSection: sigma, loss: Decibels(loss.value + 1))
    // Sums of some thousand positive terms: their rounding.
    if more.detected < p.detected * (1 - 1e-9) || less.detected > p.detected * (1 + 1e-9) { worst += 1 }
    let range = model.range(signalToNoise: model.referenceSignalToNoise, elevation: elevation, crossSection: sigma)
    if !(range >= .zero && range <= model.type.instrumentedRange) { worst += 1 }
  }
  #expect(worst == 0)
}
