/// How long and how hard to search.
///
/// With the same model, question, seed and iterations the answer is the same on every machine as long as the time limit
/// does not cut the search; where it cuts depends on the machine.
public struct PlacementSearch: Sendable, Hashable {
  /// How long one search may take; nil for no limit.
  public var timeLimit: Duration?
  /// When to stop at the latest: the end of the time that several searches share; nil for none.
  public var deadline: ContinuousClock.Instant?
  /// The seed of every random choice.
  public var seed: UInt64
  /// Stop when the gap is no larger than this; 0 asks for proof of the optimum.
  public var gap: Double
  /// At most so many nodes of the branch and bound; 0 leaves it out.
  public var nodeLimit: Int

  /// How to search.
  public init(timeLimit: Duration? = .seconds(30), seed: UInt64 = 1, gap: Double = 0, nodeLimit: Int = .max) {
    self.timeLimit = timeLimit
    self.seed = seed
    self.gap = gap
    self.nodeLimit = nodeLimit
  }
}

extension PlacementSearch {
  /// The same search begun now: its time limit becomes a deadline that all searches made from it share.
  public var begun: PlacementSearch {
    var search = self
    let end = timeLimit.map { ContinuousClock.now + $0 }
    search.deadline = [deadline, end].compactMap(\.self).min()
    search.timeLimit = nil
    return search
  }

  /// The same search with a part of the time that is left before the deadline; without a deadline all the time there is.
  /// - Parameters:
  ///   - part: 0 to 1.
  ///   - isOver: Whether there is no more time for it, whatever the deadline.
  public func withPart(_ part: Double, isOver: Bool = false) -> PlacementSearch {
    var search = self
    let now = ContinuousClock.now
    search.deadline = isOver ? now : deadline.map { now + max(.zero, $0 - now) * min(max(part, 0), 1) }
    return search
  }

  /// Whether the deadline has passed.
  public var isLate: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }
}
