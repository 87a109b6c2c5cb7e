/// What is to be best.
public enum PlacementGoal: String, Sendable, Hashable, CaseIterable {
  /// The most weight covered within the limits (maximal covering: Church and ReVelle, 1974; with a budget: Khuller, Moss
  /// and Naor, 1999).
  case maximumCover
  /// Everything covered for the least money (weighted set covering, with needs above one set multi-covering).
  case cheapestCover
  /// The best share of covered weight in the worst group of demands.
  case fairestCover
}

/// No more than so much of something, over all options that are bought.
public struct PlacementLimit: Sendable, Hashable {
  /// What is counted.
  public enum Measure: Sendable, Hashable {
    /// The cost.
    case cost
    /// One for each option.
    case count
    /// A further resource of the model, by its name.
    case resource(String)
  }

  /// What is counted.
  public var measure: Measure
  /// How much there is; zero or more.
  public var most: Double

  /// A limit.
  public init(_ measure: Measure, most: Double) {
    self.measure = measure
    self.most = most
  }

  /// At most so much money.
  public static func budget(_ most: Double) -> PlacementLimit { PlacementLimit(.cost, most: most) }
  /// At most so many options.
  public static func count(_ most: Int) -> PlacementLimit { PlacementLimit(.count, most: Double(most)) }
  /// At most so much of a resource.
  public static func resource(_ name: String, _ most: Double) -> PlacementLimit {
    PlacementLimit(.resource(name), most: most)
  }

  /// Sums of costs may pass a limit by this part of it: a thousand additions of doubles stay below.
  static let tolerance = 1e-12
}

/// A goal and its limits.
public struct PlacementQuestion: Sendable, Hashable {
  /// What is to be best.
  public var goal: PlacementGoal
  /// What may not be passed; several at once are allowed.
  public var limits: [PlacementLimit]

  /// A question.
  public init(_ goal: PlacementGoal, limits: [PlacementLimit] = []) {
    self.goal = goal
    self.limits = limits
  }
}

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

/// How far a search has come.
public struct PlacementProgress: Sendable, Hashable {
  /// What it is doing.
  public enum Phase: String, Sendable, Hashable {
    /// A first list, and better ones from it.
    case improving
    /// Lowering the bound by Lagrangian multipliers.
    case bounding
    /// Branch and bound.
    case branching
  }

  /// What it is doing.
  public var phase: Phase
  /// The best value so far; nil before the first list.
  public var value: Double?
  /// The best bound so far; nil before the first.
  public var bound: Double?
  /// Since the beginning.
  public var seconds: Double
}
