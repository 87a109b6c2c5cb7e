internal import Units

/// When a network first loses its track, and when it has one again, as distributions.
///
/// The same network as that of ``DetectionTimes``: each radar looks at a phase that nobody knows, confirms a track by its own
/// looks and keeps it for the memory after the last that detected; the network has a track as long as one radar does. It loses
/// its first track when no radar holds one any more. Given that, radars are not independent, so that the distribution does not
/// follow from theirs one by one: it is counted over draws of all looks, always the same ones.
/// - Accuracy: that of the number of draws, 1.95/√16384 = 0.015 of probability at most in 99.9 of a hundred cases
///   (`the first loss of a network is distributed as a simulation of looks finds`).
public struct FirstLoss: Sendable, Hashable {
  /// How many draws were made.
  public let draws: Int
  /// When the first track of a draw is lost, s, ascending; fewer than the draws where some have no track or keep it.
  private let losses: [Double]
  /// When such a draw has a track again, s, ascending.
  private let returns: [Double]

  /// The probability that a track is confirmed and lost within the span.
  public var lossProbability: Double { Double(losses.count) / Double(max(draws, 1)) }
  /// The probability that after the first loss a track is confirmed again within the span.
  public var returnProbability: Double { Double(returns.count) / Double(max(draws, 1)) }

  /// When the first track has been lost with a probability; nil when that is not reached within the span.
  public func loss(quantile: Double) -> Double? { Self.quantile(quantile, losses, of: draws) }
  /// When a track has been confirmed again after the first loss with a probability; nil when that is not reached.
  public func trackReturn(quantile: Double) -> Double? { Self.quantile(quantile, returns, of: draws) }
  /// The probability that the first track has been lost by a time.
  public func lossProbability(by seconds: Double) -> Double { Self.share(of: losses, until: seconds, of: draws) }
  /// The probability that a track has been confirmed again after the first loss by a time.
  public func returnProbability(by seconds: Double) -> Double { Self.share(of: returns, until: seconds, of: draws) }

  /// Draws the looks of a network.
  /// - Parameters:
  ///   - radars: The network.
  ///   - span: From when to when looks count, s; a memory may end behind it.
  ///   - rule: What confirms a track.
  ///   - memorySeconds: How long a track is kept after the last detection; one shorter than a revisit counts as that.
  ///   - draws: How many draws are made; fewer, down to 1,024, where they would take more than 4·10⁷ looks.
  ///   - phases: How many phases of each radar are told apart.
  /// - Complexity: O(looks · (draws + phases)).
  public init(
    of radars: [LookingRadar], over span: ClosedRange<Double>, rule: TrackInitiation, memorySeconds: Double,
    draws: Int = 16_384, phases: Int = 64
  ) {
    let length = span.upperBound - span.lowerBound
    let tables = radars.map { LookTable($0, over: span, memorySeconds: memorySeconds, phases: phases) }
      .filter { $0.count > 0 }
    let looks = tables.reduce(1.0) { $0 + length / $1.revisit }
    let most = max(1024, Int(clamping: 4e7 / looks))
    self.draws = min(draws, most)
    var random = Draws(seed: 0x5EED)
    var (losses, returns): ([Double], [Double]) = ([], [])
    var held: [(begin: Double, end: Double)] = []
    for _ in 0..<(tables.isEmpty ? 0 : self.draws) {
      held.removeAll(keepingCapacity: true)
      for table in tables { table.draw(rule, &random, into: &held) }
      guard let found = Self.firstGap(&held) else { continue }
      losses.append(found.loss)
      if let again = found.again { returns.append(again) }
    }
    self.losses = losses.sorted()
    self.returns = returns.sorted()
  }

  /// When the spans in which some radar holds a track first leave a gap, and when that ends.
  private static func firstGap(_ held: inout [(begin: Double, end: Double)]) -> (loss: Double, again: Double?)? {
    held.sort { $0.begin < $1.begin }
    guard var end = held.first?.end else { return nil }
    for span in held.dropFirst() {
      if span.begin > end { return (end, span.begin) }
      end = max(end, span.end)
    }
    return end.isFinite ? (end, nil) : nil
  }

  private static func quantile(_ wanted: Double, _ times: [Double], of draws: Int) -> Double? {
    let index = max(0, Int(clamping: (wanted * Double(draws)).rounded(.up)) - 1)
    return index < times.count ? times[index] : nil
  }

  private static func share(of times: [Double], until seconds: Double, of draws: Int) -> Double {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return Double(low) / Double(max(draws, 1))
  }
}

/// The probabilities of all looks of a radar, phase by phase.
private struct LookTable {
  let revisit: Double
  let memory: Double
  private let begin: Double
  private let phases: Int
  /// The probability of each look, phase by phase within each look.
  private let probabilities: [Double]
  /// How many looks each phase has.
  var count: Int { probabilities.count / phases }

  init(_ radar: LookingRadar, over span: ClosedRange<Double>, memorySeconds: Double, phases: Int) {
    revisit = radar.revisitSeconds
    memory = max(memorySeconds, revisit)
    self.phases = phases
    let step = revisit / Double(phases)
    let looks = Int(clamping: ((span.upperBound - span.lowerBound) / revisit).rounded(.up))
    // Nothing happens before the first look that can detect, nor behind the last.
    let all = (0..<looks * phases).map { index in
      let time = span.lowerBound + (Double(index) + 0.5) * step
      return time > span.upperBound ? 0 : min(max(radar.probability(time), 0), 1)
    }
    let first = (all.firstIndex { $0 > 0 } ?? all.count) / phases
    let last = (all.lastIndex { $0 > 0 }).map { $0 / phases + 1 } ?? first
    begin = span.lowerBound + Double(first) * revisit
    probabilities = Array(all[first * phases..<max(first, last) * phases])
  }

  /// Draws the looks of one flight.
  /// - Parameter held: Gets the spans in which a track is held.
  func draw(_ rule: TrackInitiation, _ random: inout Draws, into held: inout [(begin: Double, end: Double)]) {
    let phase = Int(random.next() % UInt64(phases))
    let mask = UInt64(1) << UInt64(rule.window) - 1
    let start = begin + (Double(phase) + 0.5) * revisit / Double(phases)
    var past: UInt64 = 0
    var (confirmed, latest) = (0.0, -Double.infinity)
    var isHeld = false
    for look in 0..<count {
      let time = start + Double(look) * revisit
      let isHit = random.uniform() < probabilities[look * phases + phase]
      // What is older than the memory ends before the look; times of a memory that is a multiple of the revisit meet.
      if isHeld, latest + memory < time - 1e-6 * revisit || (!isHit && latest + memory < time + 1e-6 * revisit) {
        held.append((confirmed, latest + memory))
        (isHeld, past) = (false, 0)
      }
      past = (past << 1 | (isHit ? 1 : 0)) & mask
      guard isHit else { continue }
      latest = time
      if !isHeld, past.nonzeroBitCount >= rule.hits { (isHeld, confirmed) = (true, time) }
    }
    if isHeld { held.append((confirmed, latest + memory)) }
  }
}

/// Even random numbers, the same ones in every run.
/// - Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014 (SplitMix64).
private struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to less than 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
