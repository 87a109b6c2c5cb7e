/// What all parts of a search share: the clock, the best list so far, the best bound so far.
///
/// Used by one thread; losses are minimised.
final class SearchContext {
  let problem: CoverProblem
  let search: PlacementSearch
  private let start = ContinuousClock.now
  private let deadline: ContinuousClock.Instant?
  private var pause: ContinuousClock.Instant?
  private let isCancelled: () -> Bool
  private let report: (SearchContext) -> Void
  private var lastReport: Double = 0
  var phase = PlacementProgress.Phase.improving
  var random: RandomStream
  var nodes = 0

  /// The best list, as ascending options of the problem; nil before the first.
  private(set) var best: [Int32]?
  private(set) var bestLoss = Double.infinity
  /// No list has a smaller loss.
  private(set) var bound = -Double.infinity
  /// Whether losses are whole numbers, so that a bound may be rounded up.
  let isWhole: Bool
  private let scale: ValueScale
  private(set) var isInterrupted = false
  private(set) var isTimeUp = false

  init(
    _ problem: CoverProblem, search: PlacementSearch, isWhole: Bool, scale: ValueScale,
    isCancelled: @escaping () -> Bool,
    report: @escaping (SearchContext) -> Void
  ) {
    self.problem = problem
    self.search = search
    self.isWhole = isWhole
    self.scale = scale
    self.isCancelled = isCancelled
    self.report = report
    random = RandomStream(seed: search.seed)
    let start = start
    deadline = [search.timeLimit.map { start + $0 }, search.deadline].compactMap(\.self).min()
  }

  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Whether to stop now: the time is up, somebody asked, or the gap is closed.
  var mustStop: Bool {
    if isInterrupted || isTimeUp { return true }
    if isClosed || isGapReached { return true }
    if isCancelled() { isInterrupted = true }
    if let deadline, ContinuousClock.now >= deadline { isTimeUp = true }
    let now = seconds
    if now - lastReport > 0.2 {
      lastReport = now
      report(self)
    }
    return isInterrupted || isTimeUp
  }

  /// Gives what comes next until a part of the time limit has passed; without a limit, or for nil, all the time there is.
  func pause(after part: Double?) {
    pause = part.flatMap { part in deadline.map { start + max(.zero, $0 - start) * part } }
  }

  /// Whether the part of the search that runs is to end, be it for another part.
  var mustPause: Bool { mustStop || (pause.map { ContinuousClock.now >= $0 } ?? false) }

  /// Whether the best list is proven good enough.
  var isClosed: Bool { best != nil && isPruned(bound) }

  /// Whether the search has stopped for want of time or by a call from outside.
  var isStopped: Bool { isInterrupted || isTimeUp }

  /// Whether the gap is as small as was asked.
  var isGapReached: Bool {
    best != nil && bound > -.infinity && scale.gap(loss: bestLoss, bound: bound) <= search.gap
  }

  private var slack: Double { Rounding.slack(bestLoss) }

  /// Whether nothing of interest can lie above a loss.
  func isPruned(_ loss: Double) -> Bool {
    guard bestLoss < .infinity else { return false }
    if loss >= bestLoss - slack { return true }
    if isWhole, (loss - slack).rounded(.up) >= bestLoss - 0.5 { return true }
    return false
  }

  /// A proven bound of everything.
  func raise(bound new: Double) {
    var new = new
    if isWhole, new.isFinite { new = (new - Rounding.slack(new)).rounded(.up) }
    bound = max(bound, min(new, bestLoss))
  }

  /// The exact loss of a list; nil when it breaks a limit, shares a group or leaves a must uncovered.
  func loss(of list: [Int32]) -> Double? {
    let list = list.sorted()
    for limit in problem.limits {
      if list.reduce(0, { $0 + limit.uses[Int($1)] }) > limit.most { return nil }
    }
    var groups: Set<Int32> = []
    for option in list where !groups.insert(problem.groups[Int(option)]).inserted { return nil }
    let levels = problem.levels(of: list)
    if problem.isFairest { return problem.groupLosses(at: levels).max() }
    var loss = list.reduce(0) { $0 + problem.prices[Int($1)] }
    for kind in levels.indices where levels[kind] < problem.needs[kind] { loss += problem.penalties[kind] }
    return loss < .infinity ? loss : nil
  }

  /// Keeps a list if it is better than the best.
  @discardableResult
  func offer(_ list: [Int32]) -> Bool {
    guard let loss = loss(of: list), best == nil || loss < bestLoss - slack else { return false }
    best = list.sorted()
    bestLoss = loss
    return true
  }
}
