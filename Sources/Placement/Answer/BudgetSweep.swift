public import Units

/// What each of several budgets buys: the front of values, with the bounds as a band above it.
public struct BudgetSweep: Sendable, Hashable {
  /// One point per budget, in ascending order.
  public var points: [BudgetPoint]

  /// Beyond a knee money buys at most this part of what it bought before.
  public static let kneePart = 0.5
  /// A knee ends a rise of at least this part of the whole.
  static let kneeRise = 0.01

  /// The knees, in ascending order of budget.
  ///
  /// They are vertices of the concave hull of (cost, value) where its slope falls to ``kneePart`` or less. The hull passes
  /// over single budgets at which nothing fits well; the last point is none, for nothing is known beyond it.
  public var knees: [BudgetKnee] {
    var hull: [(x: Double, y: Double, point: Int)] = []
    for (index, point) in points.enumerated() where point.isEfficient {
      guard let value = point.answer.value else { continue }
      let next = (x: point.answer.cost, y: value, point: index)
      if let last = hull.last, next.x <= last.x {
        // More for the same money: equal costs happen with forced options only.
        hull.removeLast()
      }
      while hull.count >= 2 {
        let (a, b) = (hull[hull.count - 2], hull[hull.count - 1])
        guard (b.y - a.y) * (next.x - b.x) <= (next.y - b.y) * (b.x - a.x) else { break }
        hull.removeLast()
      }
      hull.append(next)
    }
    return hull.indices.dropFirst().dropLast().compactMap { index in
      let (a, b, c) = (hull[index - 1], hull[index], hull[index + 1])
      let before = (b.y - a.y) / (b.x - a.x)
      let after = (c.y - b.y) / (c.x - b.x)
      let isSeen = b.y - a.y >= Self.kneeRise * (hull[hull.count - 1].y - hull[0].y)
      return isSeen && after <= Self.kneePart * before
        ? BudgetKnee(point: b.point, gainBefore: before, gainAfter: after) : nil
    }
  }
}

extension PlacementModel {
  /// The best lists for several budgets.
  ///
  /// A list for a smaller budget is allowed for a larger one, and a bound for a larger budget holds for a smaller one:
  /// neither values nor bounds fall as the budget grows.
  ///
  /// - Parameters:
  ///   - budgets: In any order; each takes the place of any limit of costs in the question.
  ///   - question: The goal, the largest or the fairest cover, and further limits.
  ///   - search: Its time limit holds for each budget; what is left before its deadline is shared by all. A budget for which
  ///     nothing is left is ``PlacementAnswer/Status/untried``.
  ///   - known: An answer that was found before for one budget: its list is one of every larger budget, its bound holds for
  ///     every smaller one.
  ///   - progress: Called as the search for each goes on.
  /// - Throws: ``PlacementError`` as ``solve(_:search:progress:isCancelled:)``.
  public func budgetSweep(
    _ budgets: [Double], _ question: PlacementQuestion = PlacementQuestion(.maximumCover),
    search: PlacementSearch = PlacementSearch(), known: (budget: Double, answer: PlacementAnswer)? = nil,
    progress: ((PlacementProgress) -> Void)? = nil, isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(PlacementError) -> BudgetSweep {
    var points: [BudgetPoint] = []
    let budgets = Set(budgets).sorted()
    for (index, budget) in budgets.enumerated() {
      let answer: PlacementAnswer
      if let known, known.budget == budget, known.answer.status == .optimal {
        answer = known.answer
      } else if search.isLate || isCancelled() {
        answer = untried(question.within(budget))
      } else {
        answer = try solve(
          question.within(budget), search: search.withPart(1 / Double(budgets.count - index)), progress: progress,
          isCancelled: isCancelled)
      }
      points.append(BudgetPoint(budget: budget, answer: answer, isEfficient: false))
      if let known { points[points.count - 1].take(known.answer, foundFor: known.budget) }
    }
    return BudgetSweep(merging: points)
  }
}

extension BudgetSweep {
  /// A sweep of answers that were found one by one: neither values nor bounds fall as the budget grows.
  /// - Parameter answers: By budget, ascending; the cost of each is that of everything it buys.
  package init(_ answers: [(budget: Double, answer: PlacementAnswer)]) {
    self.init(merging: answers.map { BudgetPoint(budget: $0.budget, answer: $0.answer, isEfficient: false) })
  }

  fileprivate init(merging points: [BudgetPoint]) {
    var points = points
    for index in points.indices.dropFirst() {
      guard let before = points[index - 1].answer.value else { continue }
      guard points[index].answer.value.map({ $0 < before }) ?? true else { continue }
      let better = points[index - 1].answer
      points[index].answer.value = better.value
      points[index].answer.chosen = better.chosen
      points[index].answer.cost = better.cost
      points[index].answer.coveredWeight = better.coveredWeight
      if points[index].answer.status == .infeasible { points[index].answer.status = .feasible }
    }
    for index in points.indices.dropLast().reversed() {
      guard let above = points[index + 1].answer.bound, let bound = points[index].answer.bound else { continue }
      points[index].answer.bound = min(bound, above)
    }
    var best = -Double.infinity
    for index in points.indices {
      guard let value = points[index].answer.value else { continue }
      points[index].isEfficient = value > best
      best = max(best, value)
    }
    self.points = points
  }
}

extension PlacementQuestion {
  /// The same question under another budget.
  public func within(_ budget: Double) -> PlacementQuestion {
    PlacementQuestion(goal, limits: limits.filter { $0.measure != .cost } + [.budget(budget)])
  }
}
