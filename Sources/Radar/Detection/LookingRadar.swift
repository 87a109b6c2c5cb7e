/// One radar as it looks at a target that moves: a look every revisit, at a phase that nobody knows.
public struct LookingRadar: Sendable {
  /// The time between two looks, s; above zero.
  public let revisitSeconds: Double
  /// The probability that a look at a time, s, detects the target: 0 to 1.
  public let probability: @Sendable (_ seconds: Double) -> Double

  /// A radar that looks.
  /// - Precondition: the revisit is above zero and finite.
  public init(revisitSeconds: Double, probability: @escaping @Sendable (_ seconds: Double) -> Double) {
    precondition(revisitSeconds > 0 && revisitSeconds.isFinite, "the time between two looks is above zero")
    self.revisitSeconds = revisitSeconds
    self.probability = probability
  }

  /// The probability that the radar has not yet detected, and not yet confirmed a track, by each time of a grid.
  struct Survival {
    var undetected: [Double]
    var untracked: [Double]
  }

  /// Follows the looks of all phases through a span of time.
  ///
  /// Phases are evenly spread over the revisit, each in the middle of its share; their looks together are an even grid of
  /// times, at each of which one phase looks.
  func survival(at grid: [Double], rule: TrackInitiation, phases: Int) -> Survival {
    let (begin, end) = (grid[0], grid[grid.count - 1])
    let step = revisitSeconds / Double(phases)
    var silent = [Double](repeating: 1, count: phases)
    var chains = [TrackInitiation.Chain](repeating: TrackInitiation.Chain(rule), count: phases)
    var (undetected, untracked) = (1.0, 1.0)
    // What has been reached at the look before and at this one: between them all phases are alike likely.
    var before = (time: begin, undetected: 1.0, untracked: 1.0)
    var result = Survival(undetected: [], untracked: [])
    var index = 0
    func fill(until time: Double, _ now: (undetected: Double, untracked: Double)) {
      while index < grid.count, grid[index] <= time {
        let share = time > before.time ? (grid[index] - before.time) / (time - before.time) : 1
        result.undetected.append(before.undetected + (now.undetected - before.undetected) * share)
        result.untracked.append(before.untracked + (now.untracked - before.untracked) * share)
        index += 1
      }
    }
    var look = 0
    while true {
      let time = begin + (Double(look) + 0.5) * step
      guard time <= end, index < grid.count else { break }
      let phase = look % phases
      let p = min(max(probability(time), 0), 1)
      undetected -= silent[phase] * p / Double(phases)
      silent[phase] *= 1 - p
      untracked -= chains[phase].look(p) / Double(phases)
      // A phase's look stands for its share of time, which ends half a step later.
      let edge = time + step / 2
      let now = (max(undetected, 0), max(untracked, 0))
      fill(until: edge, now)
      before = (edge, now.0, now.1)
      look += 1
    }
    while index < grid.count {
      result.undetected.append(before.undetected)
      result.untracked.append(before.untracked)
      index += 1
    }
    return result
  }
}
