import Foundation
import Radar
import TestSupport
import Testing
import Units

private let exactTable = "pd_exact.csv"
private let snrTable = "required_snr_exact.csv"
private let trackTable = "m_of_n_track_start.csv"

/// A reference table's rows, each as its fields.
private func rows(_ table: String) throws -> [[String]] {
  let rows = try Reference.lines("RadarTests", table).dropFirst().map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  try #require(!rows.isEmpty)
  return rows
}

/// A field as a number.
private func number(_ text: String) throws -> Double { try #require(Double(text)) }

/// A field as a whole number.
private func whole(_ text: String) throws -> Int { try #require(Int(text)) }

/// How far a value is from another, relative to the second. The table's sums carried 45 digits, so that what it states is
/// itself no better than 1e-45 (recomputed with 120 digits, its 8.758e-47 is 5.031e-47).
private func error(_ value: Double, _ expected: Double) -> Double {
  abs(value - expected) < 1e-45 ? 0 : abs(value / expected - 1)
}

@Test func `probabilities of detection agree with the exact table`() throws {
  var worst = (0.0, "")
  for row in try rows(exactTable) {
    let detector = try SquareLawDetector(pulses: whole(row[1]), falseAlarmProbability: number(row[2]))
    let fluctuation = try #require(TargetFluctuation(rawValue: whole(row[0])))
    let p = try detector.probability(snr: Decibels(number(row[3])), fluctuation)
    let off = try max(error(p.detected, number(row[4])), error(p.missed, number(row[5])))
    if !(off <= worst.0) { worst = (off, row.joined(separator: ",")) }
  }
  // The table's digits: 18; what is asked of a plan is 1e-9.
  #expect(worst.0 < 1e-9, "worst row \(worst.1): \(worst.0)")
}

@Test func `the required signal-to-noise ratio agrees with the exact table`() throws {
  for row in try rows(snrTable) {
    let detector = try SquareLawDetector(pulses: whole(row[1]), falseAlarmProbability: number(row[2]))
    let fluctuation = try #require(TargetFluctuation(rawValue: whole(row[0])))
    let snr = try detector.requiredSNR(detection: number(row[3]), fluctuation)
    // The table has eight decimals.
    #expect(try abs(snr.value - number(row[4])) < 2e-8, "\(row)")
  }
}

@Test func `track initiation agrees with the exact table`() throws {
  for row in try rows(trackTable) {
    let rule = try TrackInitiation(hits: whole(row[0]), window: whole(row[1]))
    let detection = try number(row[2])
    let scan = try whole(row[3])
    let confirmed = try rule.confirmed(detection: detection, scans: scan)
    // The table has fifteen digits of the probability and ten of the mean.
    #expect(try abs(confirmed[scan - 1] - number(row[4])) < 1e-12, "\(row)")
    #expect(try error(rule.expectedScans(detection: detection), number(row[5])) < 1e-9, "\(row)")
  }
}

@Test func `one pulse of Swerling 1 has its closed form`() throws {
  // Swerling: Pd = Pfa^(1/(1 + S)); the same with 2, which differs only between pulses.
  for pfa in [1e-4, 1e-6, 1e-12] {
    let detector = try SquareLawDetector(pulses: 1, falseAlarmProbability: pfa)
    for decibels in stride(from: -20.0, through: 40, by: 2.5) {
      let expected = pow(pfa, 1 / (1 + Decibels(decibels).ratio))
      for fluctuation in [TargetFluctuation.swerling1, .swerling2] {
        // The exponent, up to 28, is rounded; a relative error of 28 · 2⁻⁵³ · few.
        #expect(error(detector.probability(snr: Decibels(decibels), fluctuation).detected, expected) < 1e-13)
      }
    }
  }
}

@Test func `probabilities stay probabilities, sum to one and rise with the signal`() throws {
  var random = SplitMix(seed: 19)
  for _ in 0..<60 {
    let pulses = Int.random(in: 1...300, using: &random)
    let detector = try SquareLawDetector(
      pulses: pulses, falseAlarmProbability: pow(10, -Double.random(in: 0.1...15, using: &random)))
    for fluctuation in TargetFluctuation.allCases {
      var before = detector.falseAlarmProbability
      for decibels in stride(from: -60.0, through: 120, by: 6) {
        let p = detector.probability(snr: Decibels(decibels), fluctuation)
        #expect(p.detected >= 0 && p.detected <= 1 && p.missed >= 0 && p.missed <= 1)
        // Both are computed by themselves; each sum has some thousand terms of 2⁻⁵³.
        #expect(abs(p.detected + p.missed - 1) < 1e-11)
        #expect(p.detected >= before * (1 - 1e-11))
        before = p.detected
      }
    }
  }
}

@Test func `what is needed for a probability gives that probability`() throws {
  let detector = try SquareLawDetector(pulses: 10, falseAlarmProbability: 1e-6)
  for fluctuation in TargetFluctuation.allCases {
    for wanted in [2e-6, 0.1, 0.5, 0.9, 0.999_999] {
      let snr = try detector.requiredSNR(detection: wanted, fluctuation)
      // A step of 1e-12 dB moves the logit by less than 1e-10.
      #expect(error(detector.probability(snr: snr, fluctuation).detected, wanted) < 1e-9)
    }
  }
}

@Test func `what cannot be detected is refused with its range`() {
  #expect(throws: DetectionError.self) { try SquareLawDetector(pulses: 0, falseAlarmProbability: 1e-6) }
  for pfa in [0, 1, -1, Double.nan] {
    #expect(throws: DetectionError.self) { try SquareLawDetector(pulses: 1, falseAlarmProbability: pfa) }
  }
  for wanted in [0, 1, 1e-7, Double.nan] {
    #expect(throws: DetectionError.self) {
      try SquareLawDetector(pulses: 1, falseAlarmProbability: 1e-6).requiredSNR(detection: wanted, .steady)
    }
  }
  #expect(throws: DetectionError.self) { try TrackInitiation(hits: 3, window: 2) }
}

@Test func `a track that needs every scan of its window is a run of hits`() throws {
  // N hits in a row: the mean number of scans is (p^−N − 1)/(1 − p) (Feller, An Introduction to Probability, XIII.7).
  for n in 1...6 {
    for p in [0.2, 0.5, 0.9] {
      let expected = (pow(p, -Double(n)) - 1) / (1 - p)
      #expect(try error(TrackInitiation(hits: n, window: n).expectedScans(detection: p), expected) < 1e-11)
    }
  }
}
