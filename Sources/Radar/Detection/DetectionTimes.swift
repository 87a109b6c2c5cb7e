/// When a network first detects a target, when it has a track and how long it holds one, as distributions.
///
/// Each radar looks every revisit at a phase that is evenly distributed; looks are independent of one another, and radars
/// too. The network detects when the first of its radars does, and has a track when one radar has confirmed one by
/// its own looks (M of N). It holds a track as long as one radar does; it has lost it when none does any more.
/// - Accuracy: against a simulation of 10⁶ flights, Kolmogorov–Smirnov (`first detection and track are distributed as a
///   simulation of looks finds`); losses against one of 10⁵ (`tracks are lost and found again as a simulation of looks
///   finds`).
public struct DetectionTimes: Sendable, Hashable {
  /// Times, s, ascending.
  public let seconds: [Double]
  /// The probability that the target has been detected by each time.
  public let detected: [Double]
  /// The probability that a track has been confirmed by each time.
  public let tracked: [Double]
  /// The probability that a track is held at each time.
  public let held: [Double]
  /// The expected number of times that the network has got a track: its first, and again after a loss.
  public let starts: [Double]
  /// The expected number of times that the network has lost its track.
  public let losses: [Double]

  /// The distributions over a span of time.
  /// - Parameters:
  ///   - radars: The network; none detects nothing.
  ///   - span: From when to when looks count, s.
  ///   - rule: What confirms a track.
  ///   - memorySeconds: How long a track is kept after the last detection; infinite for ever.
  ///   - steps: How many equal steps the span has in the result.
  ///   - phases: How many phases of each radar are followed.
  /// - Precondition: the span has a length, `steps` and `phases` are above zero.
  /// - Complexity: O(looks · phases · 2^(N − 1)) for each radar.
  public init(
    radars: [LookingRadar], over span: ClosedRange<Double>, rule: TrackInitiation, memorySeconds: Double = .infinity,
    steps: Int = 1000, phases: Int = 64
  ) {
    precondition(span.upperBound > span.lowerBound && steps > 0 && phases > 0, "an empty span, or no steps")
    let length = span.upperBound - span.lowerBound
    let seconds = (0...steps).map { span.lowerBound + length * Double($0) / Double(steps) }
    self.init(
      seconds: seconds,
      joining: radars.map { $0.history(at: seconds, rule: rule, memorySeconds: memorySeconds, phases: phases) })
  }

  /// The distributions of a network whose radars' histories are known.
  /// - Parameters:
  ///   - seconds: The grid of all histories, of which each may hold a part (``LookHistory/first``).
  ///   - histories: One for each radar.
  public init(seconds: [Double], joining histories: [LookHistory]) {
    self.seconds = seconds
    let count = seconds.count
    func product(_ values: KeyPath<LookHistory, [Double]>, of share: (Double) -> Double) -> [Double] {
      var result = [Double](repeating: 1, count: count)
      for history in histories {
        let part = history[keyPath: values]
        guard let last = part.last else { continue }
        for index in min(history.first, count)..<count {
          let place = index - history.first
          result[index] *= share(place < part.count ? part[place] : last)
        }
      }
      return result
    }
    detected = product(\.undetected) { $0 }.map { 1 - $0 }
    tracked = product(\.untracked) { $0 }.map { 1 - $0 }
    let heldByEach = histories.map { $0.spread(\.held, over: count) }
    held = product(\.held) { 1 - $0 }.map { 1 - $0 }
    starts = Self.changes(histories.map { $0.spread(\.starts, over: count) }, heldByEach, count: count)
    losses = Self.changes(histories.map { $0.spread(\.losses, over: count) }, heldByEach, count: count)
  }

  /// Changes of the network: those of a radar at times at which no other radar holds a track.
  private static func changes(_ own: [[Double]], _ held: [[Double]], count: Int) -> [Double] {
    var result = [Double](repeating: 0, count: count)
    for index in 0..<count {
      let before = max(index - 1, 0)
      if index > 0 { result[index] = result[before] }
      for number in own.indices {
        let change = own[number][index] - (index > 0 ? own[number][before] : 0)
        guard change != 0 else { continue }
        var others = 1.0
        for other in held.indices where other != number {
          others *= 1 - (held[other][before] + held[other][index]) / 2
        }
        result[index] += change * others
      }
    }
    return result
  }

  /// The probability that the target is detected within the span.
  public var detectionProbability: Double { detected.last ?? 0 }
  /// The probability that a track is confirmed within the span.
  public var trackProbability: Double { tracked.last ?? 0 }

  /// When the target has been detected with a probability; nil when that is not reached within the span.
  public func detection(quantile: Double) -> Double? { Self.quantile(quantile, seconds, detected) }
  /// When a track has been confirmed with a probability; nil when that is not reached within the span.
  public func track(quantile: Double) -> Double? { Self.quantile(quantile, seconds, tracked) }

  /// The probability that the target has been detected, or tracked, by a time: linear between those of the grid.
  public func value(of distribution: KeyPath<DetectionTimes, [Double]>, at time: Double) -> Double {
    let values = self[keyPath: distribution]
    guard let first = seconds.first, let last = seconds.last, time >= first else { return 0 }
    guard time < last else { return values[values.count - 1] }
    var (low, high) = (0, seconds.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if seconds[middle] <= time { low = middle } else { high = middle }
    }
    let share = (time - seconds[low]) / (seconds[high] - seconds[low])
    return values[low] + (values[high] - values[low]) * share
  }

  /// The spans of time in which a track is held with at least a probability, in order.
  public func spans(heldWith probability: Double) -> [ClosedRange<Double>] {
    var spans: [ClosedRange<Double>] = []
    var opened: Double? = held.first.flatMap { $0 >= probability ? seconds[0] : nil }
    for index in seconds.indices.dropFirst() {
      let (a, b) = (held[index - 1], held[index])
      guard (a >= probability) != (b >= probability) else { continue }
      let edge = seconds[index - 1] + (seconds[index] - seconds[index - 1]) * (probability - a) / (b - a)
      if let begin = opened {
        spans.append(begin...max(begin, edge))
        opened = nil
      } else {
        opened = edge
      }
    }
    if let opened, let last = seconds.last { spans.append(opened...last) }
    return spans
  }

  /// The expected time in which a track is held, s.
  public var heldSeconds: Double {
    seconds.indices.dropFirst().reduce(0) { sum, index in
      sum + (seconds[index] - seconds[index - 1]) * (held[index] + held[index - 1]) / 2
    }
  }

  private static func quantile(_ wanted: Double, _ times: [Double], _ reached: [Double]) -> Double? {
    guard let index = reached.firstIndex(where: { $0 >= wanted }) else { return nil }
    guard index > 0 else { return times[0] }
    let (low, high) = (reached[index - 1], reached[index])
    let share = high > low ? (wanted - low) / (high - low) : 1
    return times[index - 1] + (times[index] - times[index - 1]) * share
  }
}
