/// How long and how hard to search.
///
/// The same model, question, seed and iterations give the same answer on every machine unless the time limit ends the
/// search.
public struct PlacementSearch: Sendable, Hashable {
  /// How long one search may take; nil for no limit.
  public var timeLimit: Duration?
  /// Time by which several searches together must end; nil for none.
  public var deadline: ContinuousClock.Instant?
  /// The seed of every random choice.
  public var seed: UInt64
  /// Stop when the gap is at most this; 0 requires proof of the optimum.
  public var gap: Double
  /// Most nodes of the branch and bound; 0 skips it.
  public var nodeLimit: Int

  /// Creates settings; the defaults suit most questions.
  public init(timeLimit: Duration? = .seconds(30), seed: UInt64 = 1, gap: Double = 0, nodeLimit: Int = .max) {
    self.timeLimit = timeLimit
    self.seed = seed
    self.gap = gap
    self.nodeLimit = nodeLimit
  }
}

extension PlacementSearch {
  /// The search started now: its time limit becomes a deadline shared by all searches derived from it.
  public var begun: PlacementSearch {
    var search = self
    let end = timeLimit.map { ContinuousClock.now + $0 }
    search.deadline = [deadline, end].compactMap(\.self).min()
    search.timeLimit = nil
    return search
  }

  /// The search with a part of the time left before the deadline; without a deadline, with all of its time.
  /// - Parameters:
  ///   - part: 0 to 1.
  ///   - isOver: Whether no time is left for it, regardless of the deadline.
  public func withPart(_ part: Double, isOver: Bool = false) -> PlacementSearch {
    var search = self
    let now = ContinuousClock.now
    search.deadline = isOver ? now : deadline.map { now + max(.zero, $0 - now) * min(max(part, 0), 1) }
    return search
  }

  /// Whether the deadline has passed.
  public var isLate: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }
}
