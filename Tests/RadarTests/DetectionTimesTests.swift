import Foundation
import Radar
import TestSupport
import Testing
import Units

/// The greatest difference between a distribution and the shares of some draws, never being infinite.
private func distance(_ times: [Double], _ reached: [Double], _ draws: [Double]) -> Double {
  let sorted = draws.filter(\.isFinite).sorted()
  var worst = 0.0
  var index = 0
  for (time, probability) in zip(times, reached) {
    while index < sorted.count, sorted[index] <= time { index += 1 }
    worst = max(worst, abs(Double(index) / Double(draws.count) - probability))
  }
  return worst
}

@Test func `first detection and track are distributed as a simulation of looks finds`() throws {
  // Two radars of unlike revisit; one is blind for a while, the other sees better and better.
  let radars: [(revisit: Double, p: @Sendable (Double) -> Double)] = [
    (10, { $0 < 95 || ($0 > 140 && $0 < 171) ? 0 : 0.35 }), (4.3, { min(0.2, max(0, ($0 - 60) / 1500)) }),
  ]
  let (hits, window, end) = (3, 5, 400.0)
  let times = try DetectionTimes(
    radars: radars.map { LookingRadar(revisitSeconds: $0.revisit, probability: $0.p) }, over: 0...end,
    rule: TrackInitiation(hits: hits, window: window))
  var random = SplitMix(seed: 3)
  let count = 1_000_000
  var detections: [Double] = []
  var tracks: [Double] = []
  for _ in 0..<count {
    var (detection, track) = (Double.infinity, Double.infinity)
    for radar in radars {
      var time = Double(random.next() >> 11) * 0x1p-53 * radar.revisit
      var past = 0
      while time < track, time <= end {
        let isHit = Double(random.next() >> 11) * 0x1p-53 < radar.p(time)
        past = (past << 1 | (isHit ? 1 : 0)) & 31
        if isHit {
          detection = min(detection, time)
          if past.nonzeroBitCount >= hits { track = time }
        }
        time += radar.revisit
      }
    }
    detections.append(detection)
    tracks.append(track)
  }
  // Kolmogorov–Smirnov: one sample in a thousand of this size is farther off than 1.95/√n. The grid of 64 phases and
  // 1,000 steps adds less than a tenth of that.
  let bound = 1.95 / Double(count).squareRoot() * 1.1
  #expect(distance(times.seconds, times.detected, detections) < bound)
  #expect(distance(times.seconds, times.tracked, tracks) < bound)
}

@Test func `a radar that never misses detects within one revisit and tracks after as many as it needs`() throws {
  let radar = LookingRadar(revisitSeconds: 10) { $0 >= 100 ? 1 : 0 }
  let times = try DetectionTimes(radars: [radar], over: 0...300, rule: TrackInitiation(hits: 3, window: 3), steps: 300)
  // Evenly distributed over the revisit after it comes into view; two more looks confirm the track.
  for (index, second) in times.seconds.enumerated() {
    #expect(abs(times.detected[index] - min(1, max(0, (second - 100) / 10))) < 1e-9, "\(second) s")
    #expect(abs(times.tracked[index] - min(1, max(0, (second - 120) / 10))) < 1e-9, "\(second) s")
  }
  #expect(try abs(#require(times.detection(quantile: 0.5)) - 105) < 1e-6)
  #expect(try abs(#require(times.track(quantile: 0.5)) - 125) < 1e-6)
}

@Test func `a network without radars, or of blind ones, never detects`() throws {
  let rule = try TrackInitiation(hits: 2, window: 3)
  for radars in [[], [LookingRadar(revisitSeconds: 5) { _ in 0 }]] {
    let times = DetectionTimes(radars: radars, over: 0...60, rule: rule)
    #expect(times.detectionProbability == 0 && times.trackProbability == 0)
    #expect(times.detection(quantile: 0.5) == nil && times.track(quantile: 0.01) == nil)
  }
}
