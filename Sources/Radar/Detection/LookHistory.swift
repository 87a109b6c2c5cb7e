/// What one radar has come to by each time of a grid, as probabilities over all phases of its looks.
public struct LookHistory: Sendable, Hashable {
  /// Where its grid begins in a longer one: before, nothing has happened; behind its end nothing changes.
  public internal(set) var first = 0
  /// The probability that it has not yet detected the target.
  public internal(set) var undetected: [Double] = []
  /// The probability that it has not yet confirmed a track.
  public internal(set) var untracked: [Double] = []
  /// The probability that it holds a track at that time.
  public internal(set) var held: [Double] = []
  /// The expected number of tracks that it has confirmed, the first and those after a loss.
  public internal(set) var starts: [Double] = []
  /// The expected number of tracks that it has lost.
  public internal(set) var losses: [Double] = []
}

extension LookHistory {
  /// The same as part of a longer grid.
  /// - Parameter first: Where its grid begins in the longer one.
  public func starting(at first: Int) -> LookHistory {
    var result = self
    result.first = first
    return result
  }

  /// Values on the longer grid: zero before, and the last behind.
  func spread(_ values: KeyPath<LookHistory, [Double]>, over count: Int) -> [Double] {
    let values = self[keyPath: values]
    let front = [Double](repeating: 0, count: min(first, count)) + values.prefix(max(count - first, 0))
    return front + [Double](repeating: values.last ?? 0, count: max(count - front.count, 0))
  }
}

extension LookingRadar {
  /// Follows the looks of all phases through a span of time.
  ///
  /// Phases are evenly spread over the revisit, each in the middle of its share; their looks together are an even grid of
  /// times, at each of which one phase looks. A track is held from its confirmation until `memorySeconds` have passed since
  /// the last look that detected the target; then it is lost, and has to be confirmed again from nothing. A memory shorter
  /// than the revisit counts as the revisit: a track lasts at least until the next look.
  /// - Parameters:
  ///   - grid: Times, s, ascending: the first is before any look, the last behind all.
  ///   - rule: What confirms a track.
  ///   - memorySeconds: How long a track is kept after the last detection; infinite for ever.
  ///   - phases: How many phases are followed, above zero.
  /// - Complexity: O(looks · phases · 2^(N − 1)).
  public func history(
    at grid: [Double], rule: TrackInitiation, memorySeconds: Double = .infinity, phases: Int = 64
  ) -> LookHistory {
    guard let begin = grid.first, let end = grid.last else { return LookHistory() }
    let step = revisitSeconds / Double(phases)
    let memory = max(memorySeconds, revisitSeconds)
    let most = max((end - begin) / revisitSeconds, 0).rounded(.up) + 1
    let misses = min((memory / revisitSeconds).rounded(.down), most)
    // From the look after which a track has missed as many as it outlives to its end.
    let delay = misses < most ? ((memory - misses * revisitSeconds) / step).rounded() : 0
    var radar = Phases(count: phases, rule: rule, misses: misses < most ? Int(misses) : nil, delay: Int(delay))
    var record = Recorder(grid)
    var look = 0
    while true {
      let time = begin + (Double(look) + 0.5) * step
      guard time <= end, !record.isFull else { break }
      radar.look(look, min(max(probability(time), 0), 1))
      // A phase's look stands for its share of time, which ends half a step later.
      record.fill(until: time + step / 2, radar.state)
      look += 1
    }
    return record.history()
  }
}

/// All phases of a radar's looks.
private struct Phases {
  private let count: Int
  private let share: Double
  private let delay: Int
  private var silent: [Double]
  /// Looks towards the first track, and towards one after a loss.
  private var first: [TrackInitiation.Chain]
  private var again: [TrackInitiation.Chain]
  /// Empty where no track is ever lost.
  private var tracks: [HeldTrack]
  /// Undetected, untracked, held, starts, losses.
  private(set) var state: SIMD8<Double> = [1, 1, 0, 0, 0, 0, 0, 0]

  init(count: Int, rule: TrackInitiation, misses: Int?, delay: Int) {
    self.count = count
    self.delay = delay
    share = 1 / Double(count)
    silent = [Double](repeating: 1, count: count)
    first = [TrackInitiation.Chain](repeating: TrackInitiation.Chain(rule), count: count)
    again = [TrackInitiation.Chain](repeating: TrackInitiation.Chain(rule, mass: 0), count: count)
    tracks = misses.map { [HeldTrack](repeating: HeldTrack(misses: $0), count: count) } ?? []
  }

  /// The look of one phase, whose turn it is.
  mutating func look(_ look: Int, _ p: Double) {
    let phase = look % count
    if delay > 0, look >= delay { lose((look - delay) % count) }
    state[0] -= silent[phase] * p * share
    silent[phase] *= 1 - p
    let new = first[phase].look(p)
    let renewed = again[phase].mass > 0 ? again[phase].look(p) : 0
    state[1] -= new * share
    state[2] += (new + renewed) * share
    state[3] += (new + renewed) * share
    guard !tracks.isEmpty else { return }
    tracks[phase].look(p, confirmed: new + renewed)
    if delay == 0 { lose(phase) }
  }

  private mutating func lose(_ phase: Int) {
    guard !tracks.isEmpty else { return }
    let lost = tracks[phase].drop()
    guard lost > 0 else { return }
    again[phase].add(lost)
    state[2] -= lost * share
    state[4] += lost * share
  }
}

/// Writes what looks come to on a grid of times: between two looks all phases are alike likely.
private struct Recorder {
  private let grid: [Double]
  private var index = 0
  private var before: (time: Double, state: SIMD8<Double>) = (0, [1, 1, 0, 0, 0, 0, 0, 0])
  private var result = LookHistory()

  init(_ grid: [Double]) {
    self.grid = grid
    before.time = grid.first ?? 0
    result.undetected.reserveCapacity(grid.count)
    result.untracked.reserveCapacity(grid.count)
    result.held.reserveCapacity(grid.count)
    result.starts.reserveCapacity(grid.count)
    result.losses.reserveCapacity(grid.count)
  }

  var isFull: Bool { index >= grid.count }

  mutating func fill(until time: Double, _ now: SIMD8<Double>) {
    while index < grid.count, grid[index] <= time {
      let share = time > before.time ? (grid[index] - before.time) / (time - before.time) : 1
      append(before.state + (now - before.state) * share)
    }
    before = (time, now)
  }

  private mutating func append(_ state: SIMD8<Double>) {
    result.undetected.append(min(max(state[0], 0), 1))
    result.untracked.append(min(max(state[1], 0), 1))
    result.held.append(min(max(state[2], 0), 1))
    result.starts.append(state[3])
    result.losses.append(max(state[4], 0))
    index += 1
  }

  /// The whole grid: behind the last look nothing changes.
  mutating func history() -> LookHistory {
    while !isFull { append(before.state) }
    return result
  }
}
