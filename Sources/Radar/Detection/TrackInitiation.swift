internal import Units

/// The rule by which detections become a track: M detections within N scans in a row.
///
/// Scans are independent, each with the same probability of detection. The chain of the last N − 1 scans is followed
/// exactly, as a Markov chain.
/// - Accuracy: 1e-12 (`track initiation agrees with the exact table`).
public struct TrackInitiation: Sendable, Hashable {
  /// The detections that confirm a track.
  public let hits: Int
  /// The scans in a row within which they must fall.
  public let window: Int

  /// A rule of M detections in N scans.
  /// - Throws: ``DetectionError`` unless 1 ≤ M ≤ N ≤ 10.
  public init(hits: Int, window: Int) throws {
    guard (1...10).contains(window), (1...window).contains(hits) else {
      throw DetectionError(
        .trackRuleOutOfRange,
        "a track after \(hits) of \(window) scans", remedy: "give M of N with 1 <= M <= N <= 10")
    }
    self.hits = hits
    self.window = window
  }

  private init(unchecked hits: Int, of window: Int) { (self.hits, self.window) = (hits, window) }

  /// Three detections in five scans.
  static let threeOfFive = TrackInitiation(unchecked: 3, of: 5)

  /// The probability that a track is confirmed by each scan.
  /// - Parameters:
  ///   - detection: Probability of detection per scan, 0 to 1.
  ///   - scans: How many scans are followed.
  /// - Returns: As many probabilities as scans, the first after one scan.
  /// - Throws: ``DetectionError`` when the probability is not from 0 to 1 or `scans` is not from 0 to 1,000,000.
  /// - Complexity: O(scans · 2^(N − 1)).
  public func confirmed(detection: Double, scans: Int) throws -> [Double] {
    try TrackInitiation.check(detection)
    guard (0...1_000_000).contains(scans) else {
      throw DetectionError(.trackRuleOutOfRange, "\(scans) scans", remedy: "give 0 to 1000000")
    }
    var chain = Chain(self)
    var confirmed = 0.0
    var result: [Double] = []
    result.reserveCapacity(scans)
    for _ in 0..<scans {
      confirmed += chain.look(detection)
      result.append(confirmed)
    }
    return result
  }

  /// The mean number of scans until a track is confirmed; infinite where nothing is ever detected.
  /// - Throws: ``DetectionError`` when the probability is not from 0 to 1.
  /// - Complexity: O(8^(N − 1)) at worst, a linear system of the states that are not confirmed.
  public func expectedScans(detection: Double) throws -> Double {
    try TrackInitiation.check(detection)
    guard detection > 0 else { return .infinity }
    // E(s) = 1 + (1 − p)·E(s, miss) + p·E(s, hit), the last only while not confirmed; by elimination.
    let states = (0..<(1 << (window - 1))).filter { $0.nonzeroBitCount < hits }
    let row = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
    let n = states.count
    var a = [[Double]](repeating: [Double](repeating: 0, count: n + 1), count: n)
    for (i, past) in states.enumerated() {
      a[i][i] += 1
      a[i][n] = 1
      if let miss = row[shifted(past, hit: false)] { a[i][miss] -= 1 - detection }
      if past.nonzeroBitCount + 1 < hits, let hit = row[shifted(past, hit: true)] { a[i][hit] -= detection }
    }
    for i in 0..<n {
      let pivot = (i..<n).max { abs(a[$0][i]) < abs(a[$1][i]) } ?? i
      a.swapAt(i, pivot)
      let source = a[i]
      for r in (i + 1)..<max(n, i + 1) where a[r][i] != 0 {
        let factor = a[r][i] / source[i]
        for c in i...n { a[r][c] -= factor * source[c] }
      }
    }
    var solution = [Double](repeating: 0, count: n)
    for i in stride(from: n - 1, through: 0, by: -1) {
      var value = a[i][n]
      for c in (i + 1)..<max(n, i + 1) { value -= a[i][c] * solution[c] }
      solution[i] = value / a[i][i]
    }
    return row[0].map { solution[$0] } ?? .infinity
  }

  /// The chain of the last N − 1 looks, whose probabilities of detection may differ.
  struct Chain {
    private let rule: TrackInitiation
    /// The probability of each past, the newest look in the lowest bit, while no track is confirmed.
    private var state: [Double]
    private var next: [Double]

    /// The probability that there is something to confirm: what ``look(_:)`` has confirmed is taken off.
    private(set) var mass: Double

    /// The chain before the first look.
    /// - Parameter mass: The probability that there is something to confirm.
    init(_ rule: TrackInitiation, mass: Double = 1) {
      self.rule = rule
      self.mass = mass
      state = [Double](repeating: 0, count: 1 << (rule.window - 1))
      next = state
      state[0] = mass
    }

    /// Adds what begins without a past.
    mutating func add(_ more: Double) {
      mass += more
      state[0] += more
    }

    /// One more look.
    /// - Parameter detection: Its probability of detection, 0 to 1.
    /// - Returns: The probability that this look confirms the track.
    mutating func look(_ detection: Double) -> Double {
      var confirmed = 0.0
      for index in next.indices { next[index] = 0 }
      for (past, mass) in state.enumerated() where mass > 0 {
        next[rule.shifted(past, hit: false)] += mass * (1 - detection)
        if past.nonzeroBitCount + 1 >= rule.hits {
          confirmed += mass * detection
        } else {
          next[rule.shifted(past, hit: true)] += mass * detection
        }
      }
      swap(&state, &next)
      mass = max(mass - confirmed, 0)
      return confirmed
    }
  }

  private static func check(_ detection: Double) throws {
    guard detection >= 0, detection <= 1 else {
      throw DetectionError(
        .trackRuleOutOfRange, "a probability of detection per scan of \(detection.powerText)", remedy: "give 0 to 1")
    }
  }

  /// The last N − 1 scans after one more, the newest in the lowest bit.
  private func shifted(_ past: Int, hit: Bool) -> Int {
    ((past << 1) | (hit ? 1 : 0)) & ((1 << (window - 1)) - 1)
  }
}
