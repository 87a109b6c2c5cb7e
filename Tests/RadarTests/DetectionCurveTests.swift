import Radar
import TestSupport
import Testing
import Units

@Test func `the curve of detection agrees with the detector`() throws {
  var random = SplitMix(seed: 3)
  for pulses in [1, 10, 200] {
    for fluctuation in TargetFluctuation.allCases {
      let detector = try SquareLawDetector(pulses: pulses, falseAlarmProbability: 1e-6)
      let curve = DetectionCurve(detector, fluctuation)
      var (worst, before) = (0.0, -1.0)
      for step in 0..<300 {
        let snr = Double.random(in: -30...60, using: &random)
        worst = max(
          worst, abs(curve.detected(decibels: snr) - detector.probability(snr: Decibels(snr), fluctuation).detected))
        // It rises, as the detector does: a step of the table is a tenth of a decibel.
        let next = curve.detected(decibels: -35 + Double(step) * 0.337)
        #expect(next >= before - 1e-12)
        before = next
      }
      // The bound that the type states.
      #expect(worst < 1e-5, "\(pulses) \(fluctuation)")
      // Noise alone, nothing at all, and more than the table has.
      #expect(abs(curve.detected(decibels: -.infinity) - 1e-6) < 1e-9)
      #expect(curve.detected(decibels: .nan) == curve.detected(decibels: -.infinity))
      #expect(curve.detected(decibels: .infinity) > 0.9999 && curve.detected(decibels: .infinity) <= 1)
    }
  }
}
