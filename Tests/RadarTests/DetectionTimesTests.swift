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

/// What became of one flight in a simulation of looks.
private struct LookDraws {
  var held: [Int]
  var starts: [Int]
  var losses: [Int]
}

/// Looks of some radars drawn one by one, written without the program's chain: a track is confirmed by `hits` detections in
/// `window` looks, and lost when `memory` has passed since the last.
private func simulate(
  _ radars: [(revisit: Double, p: @Sendable (Double) -> Double)], hits: Int, window: Int, memory: Double,
  times: [Double], count: Int, seed: UInt64
) -> LookDraws {
  var random = SplitMix(seed: seed)
  func uniform() -> Double { Double(random.next() >> 11) * 0x1p-53 }
  var draws = LookDraws(
    held: times.map { _ in 0 }, starts: times.map { _ in 0 }, losses: times.map { _ in 0 })
  let end = times[times.count - 1]
  for _ in 0..<count {
    var changes: [(time: Double, by: Int)] = []
    for radar in radars {
      var time = uniform() * radar.revisit
      var past: [Bool] = []
      var last: Double?
      while true {
        // What is too old ends before the look.
        if let kept = last, kept + memory < time {
          if kept + memory <= end { changes.append((kept + memory, -1)) }
          last = nil
          past = []
        }
        guard time <= end else { break }
        let isHit = uniform() < radar.p(time)
        past.append(isHit)
        if past.count > window { past.removeFirst() }
        if last != nil {
          if isHit { last = time }
        } else if isHit, past.count(where: { $0 }) >= hits {
          last = time
          changes.append((time, 1))
        }
        time += radar.revisit
      }
    }
    changes.sort { $0.time < $1.time }
    var (holders, next, starts, losses) = (0, 0, 0, 0)
    for (index, time) in times.enumerated() {
      while next < changes.count, changes[next].time <= time {
        if holders == 0, changes[next].by > 0 { starts += 1 }
        holders += changes[next].by
        if holders == 0 { losses += 1 }
        next += 1
      }
      if holders > 0 { draws.held[index] += 1 }
      draws.starts[index] += starts
      draws.losses[index] += losses
    }
  }
  return draws
}

@Test func `tracks are lost and found again as a simulation of looks finds`() throws {
  // Blind for half a minute and more, with a memory that is no multiple of either revisit.
  let radars: [(revisit: Double, p: @Sendable (Double) -> Double)] = [
    (10, { $0 > 140 && $0 < 215 ? 0 : 0.6 }), (4.3, { $0 < 120 ? 0.35 : $0 < 260 ? 0.05 : 0.3 }),
  ]
  let (memory, end, count) = (33.0, 500.0, 100_000)
  let times = try DetectionTimes(
    radars: radars.map { LookingRadar(revisitSeconds: $0.revisit, probability: $0.p) }, over: 0...end,
    rule: TrackInitiation(hits: 2, window: 3), memorySeconds: memory, steps: 500)
  let draws = simulate(
    radars, hits: 2, window: 3, memory: memory, times: times.seconds, count: count, seed: 11)
  // Four standard errors of a share, and of a number of losses (about one a flight, of variance below one), and half of that
  // again for phases a sixth of a second apart.
  let bound = 4 * 0.5 / Double(count).squareRoot() * 1.5
  for index in times.seconds.indices {
    let n = Double(count)
    #expect(abs(times.held[index] - Double(draws.held[index]) / n) < bound, "held at \(times.seconds[index]) s")
    #expect(
      abs(times.starts[index] - Double(draws.starts[index]) / n) < 2 * bound, "starts at \(times.seconds[index]) s")
    #expect(
      abs(times.losses[index] - Double(draws.losses[index]) / n) < 2 * bound, "losses at \(times.seconds[index]) s")
  }
}

@Test func `the first loss of a network is distributed as a simulation of looks finds`() throws {
  // Two radars of unlike revisit, one of them blind for more than a minute, and a memory that is no multiple of either.
  let radars: [(revisit: Double, p: @Sendable (Double) -> Double)] = [
    (10, { $0 > 140 && $0 < 215 ? 0 : 0.6 }), (4.3, { $0 < 120 ? 0.35 : $0 < 260 ? 0.05 : 0.3 }),
  ]
  let (memory, end, count) = (33.0, 500.0, 500_000)
  var random = SplitMix(seed: 23)
  func uniform() -> Double { Double(random.next() >> 11) * 0x1p-53 }
  var losses: [Double] = []
  var returns: [Double] = []
  for _ in 0..<count {
    // When each radar holds a track, as begins and ends in turn.
    var spans: [(Double, Double)] = []
    for radar in radars {
      var time = uniform() * radar.revisit
      var (before, earlier) = (false, false)
      var (begin, last) = (-1.0, -1.0)
      while time <= end {
        if last >= 0, last + memory < time {
          spans.append((begin, last + memory))
          (begin, last, before, earlier) = (-1, -1, false, false)
        }
        let isHit = uniform() < radar.p(time)
        if isHit {
          if begin >= 0 {
            last = time
          } else if before || earlier {
            (begin, last) = (time, time)
          }
        }
        (earlier, before) = (before, isHit)
        time += radar.revisit
      }
      if begin >= 0 { spans.append((begin, last + memory)) }
    }
    spans.sort { $0.0 < $1.0 }
    var (loss, again) = (Double.infinity, Double.infinity)
    for span in spans {
      if loss == .infinity || span.0 <= loss {
        loss = loss == .infinity ? span.1 : max(loss, span.1)
      } else {
        again = span.0
        break
      }
    }
    losses.append(loss)
    returns.append(again)
  }
  let grid = stride(from: 0.0, through: end + memory, by: 0.5).map { $0 }
  for (draws, seconds) in [(16_384, grid), (1_000_000, grid)] {
    let found = try FirstLoss(
      of: radars.map { LookingRadar(revisitSeconds: $0.revisit, probability: $0.p) }, over: 0...end,
      rule: TrackInitiation(hits: 2, window: 3), memorySeconds: memory, draws: draws)
    // Kolmogorov–Smirnov of two samples: one pair in a thousand is farther off. Of a million draws fewer are made, so that
    // they take 4·10⁷ looks, and phases a sixth of a second apart add a thousandth.
    let bound = 1.95 * (1 / Double(found.draws) + 1 / Double(count)).squareRoot() + 0.001
    #expect(found.draws >= min(draws, 200_000))
    #expect(distance(seconds, seconds.map(found.lossProbability(by:)), losses) < bound)
    #expect(distance(seconds, seconds.map(found.returnProbability(by:)), returns) < bound)
    // Phases make losses fall on times a sixth of a second apart at most.
    let median = try #require(found.loss(quantile: 0.5))
    #expect(found.lossProbability(by: median) >= 0.5 && found.lossProbability(by: median - 0.17) < 0.5)
  }
}

@Test func `a track that outlasts every gap is lost once, when its memory ends`() throws {
  // Detects always until 100 s, and again from 120 s to 180 s: the memory of 25 s bridges the gap.
  func loss(_ memory: Double) throws -> FirstLoss {
    try FirstLoss(
      of: [LookingRadar(revisitSeconds: 10) { $0 <= 100 || ($0 >= 120 && $0 <= 180) ? 1 : 0 }], over: 0...200,
      rule: TrackInitiation(hits: 1, window: 1), memorySeconds: memory)
  }
  let kept = try loss(35)
  #expect(kept.lossProbability == 1 && kept.returnProbability == 0)
  // The last detection is within a revisit before 180 s, evenly.
  #expect(try abs(#require(kept.loss(quantile: 0.5)) - (175 + 35)) < 0.2)
  #expect(kept.lossProbability(by: 170 + 35 - 0.1) == 0 && kept.lossProbability(by: 180 + 35) == 1)
  let lost = try loss(15)
  #expect(lost.lossProbability(by: 115) == 1 && lost.returnProbability == 1)
  #expect(try abs(#require(lost.trackReturn(quantile: 0.5)) - 125) < 0.2)
  let nothing = try FirstLoss(
    of: [], over: 0...10, rule: TrackInitiation(hits: 1, window: 1), memorySeconds: 5)
  #expect(nothing.lossProbability == 0 && nothing.loss(quantile: 0.1) == nil)
}

@Test func `a track outlasts the last look that detects by its memory`() throws {
  // Detects always until 100 s: the last detection of a phase is in the revisit before, and 25 s later the track ends.
  let radar = LookingRadar(revisitSeconds: 10) { $0 <= 100 ? 1 : 0 }
  let times = try DetectionTimes(
    radars: [radar], over: 0...200, rule: TrackInitiation(hits: 1, window: 1), memorySeconds: 25, steps: 200)
  for (index, second) in times.seconds.enumerated() {
    let expected = second < 50 ? min(second / 10, 1) : min(1, max(0, (125 - second) / 10))
    // Phases are a sixth of a second apart, and the end of a memory lies between two.
    #expect(abs(times.held[index] - expected) < 0.02, "\(second) s")
  }
  let spans = times.spans(heldWith: 0.5)
  #expect(spans.count == 1 && abs(spans[0].lowerBound - 5) < 0.2 && abs(spans[0].upperBound - 120) < 0.2)
  #expect(abs(times.heldSeconds - 115) < 0.2 && abs(times.losses[200] - 1) < 1e-9 && abs(times.starts[200] - 1) < 1e-9)
}

@Test func `looks of one probability detect after a geometric number of them`() throws {
  let (p, revisit) = (0.3, 8.0)
  let times = try DetectionTimes(
    radars: [LookingRadar(revisitSeconds: revisit) { _ in p }], over: 0...80,
    rule: TrackInitiation(hits: 1, window: 1), steps: 80)
  for (index, second) in times.seconds.enumerated() {
    // ⌊t/T⌋ looks have been for certain, one more with the probability of what is left.
    let looks = (second / revisit).rounded(.down)
    let expected = 1 - pow(1 - p, looks) * (1 - p * (second / revisit - looks))
    #expect(abs(times.detected[index] - expected) < 1e-12, "\(second) s")
    #expect(abs(times.tracked[index] - expected) < 1e-12, "\(second) s")
  }
}

@Test func `better looks are never worse`() throws {
  var random = SplitMix(seed: 5)
  for _ in 0..<20 {
    let low = Double(random.next() >> 11) * 0x1p-53
    let high = low + (1 - low) * Double(random.next() >> 11) * 0x1p-53
    func times(_ p: Double) throws -> DetectionTimes {
      try DetectionTimes(
        radars: [LookingRadar(revisitSeconds: 6) { $0 > 50 && $0 < 90 ? 0.1 * p : p }], over: 0...150,
        rule: TrackInitiation(hits: 2, window: 4), memorySeconds: 30, steps: 60, phases: 8)
    }
    let (worse, better) = try (times(low), times(high))
    for index in worse.seconds.indices {
      #expect(better.detected[index] >= worse.detected[index] - 1e-12)
      #expect(better.tracked[index] >= worse.tracked[index] - 1e-12)
      #expect(better.held[index] >= worse.held[index] - 1e-12)
    }
  }
}

@Test func `a filter rejects echoes across the beam and at every multiple of the first blind speed`() throws {
  // λ·f/2 of a 1.3 GHz radar with 400 pulses a second: 299,792,458 / 1.3e9 · 200 m/s.
  let blind = MovingTargetLimit.blindSpeed(frequency: .gigahertz(1.3), pulseRepetition: .hertz(400))
  #expect(abs(blind.metresPerSecond - 299_792_458 / 1.3e9 * 200) < 1e-9)
  let filter = MovingTargetLimit(minimumRadialSpeed: .metresPerSecond(8), blindSpeed: blind)
  for speed in stride(from: -150.0, through: 150, by: 0.37) {
    let isNear = (-4...4).contains { abs(speed - Double($0) * blind.metresPerSecond) < 8 }
    #expect(filter.isBlind(radialMetresPerSecond: speed) == isNear, "\(speed) m/s")
    let isOfGround = abs(speed) < blind.metresPerSecond / 2
    #expect(filter.isNearBlindSpeed(radialMetresPerSecond: speed) != isOfGround, "\(speed) m/s")
  }
  #expect(!MovingTargetLimit(minimumRadialSpeed: .metresPerSecond(8)).isBlind(radialMetresPerSecond: 46.12))
}

@Test func `a network detects in a minute what its radars miss in all their looks`() {
  // Looks of a minute counted one by one over many phases.
  let radars = [(probability: 0.3, revisitSeconds: 12.0), (0.15, 7.0), (0.6, 90.0)]
  var missed = 1.0
  for (p, revisit) in radars {
    let phases = 10_000
    let mean = (0..<phases).reduce(0.0) { sum, index in
      let first = revisit * (Double(index) + 0.5) / Double(phases)
      let looks = first < 60 ? Int((60 - first) / revisit) + 1 : 0
      return sum + pow(1 - p, Double(looks))
    }
    missed *= mean / Double(phases)
  }
  let network = NetworkDetection(radars)
  // A phase in ten thousand lies on either side of an edge.
  #expect(abs(network.perMinute - (1 - missed)) < 1e-4)
  #expect(abs(network.perLook - (1 - 0.7 * 0.85 * 0.4)) < 1e-15)
  #expect(NetworkDetection([]).perMinute == 0)
}
