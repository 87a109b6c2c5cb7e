/// What is bought in one of several years.
public struct PurchaseStage: Sendable, Hashable {
  /// The money of this year and those before.
  public var budget: Double
  /// What is bought in this year.
  public var bought: [Int]
  /// What has been bought by its end.
  public var chosen: [Int]
  /// What that costs.
  public var cost: Double
  /// The value by its end.
  public var value: Double
  /// No list within the money so far has a better value, whatever is bought in other years.
  public var bound: Double?
}

extension PlacementModel {
  /// Purchases over years: what is bought stays, and money that is left is kept.
  ///
  /// Two ways are tried: year after year the best list with what there is, and the best list for all the money first, of
  /// which the years before buy the best part. The way with the larger sum of values over the years is returned, for what
  /// is bought early serves longer; of equals the one with the better end.
  ///
  /// - Parameters:
  ///   - budgets: The money of each year.
  ///   - question: The goal, the largest or the fairest cover, and further limits; those hold over all years together.
  ///   - search: Holds for each list.
  /// - Returns: One stage per year; nil when a year's question has no answer.
  /// - Throws: ``PlacementError`` as ``solve(_:search:progress:isCancelled:)``.
  public func stagedPurchases(
    _ budgets: [Double], _ question: PlacementQuestion = PlacementQuestion(.maximumCover),
    search: PlacementSearch = PlacementSearch(), isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(PlacementError) -> [PurchaseStage]? {
    var sums: [Double] = []
    for budget in budgets { sums.append((sums.last ?? 0) + budget) }
    var bounds: [PlacementAnswer] = []
    for sum in sums { bounds.append(try solve(question.within(sum), search: search, isCancelled: isCancelled)) }
    guard let last = bounds.last, bounds.allSatisfy({ $0.value != nil }) else { return budgets.isEmpty ? [] : nil }

    var forward: [[Int]] = []
    for (index, sum) in sums.enumerated() {
      let before = forward.last ?? []
      // The first year's list is known already.
      let answer =
        index == 0
        ? bounds[0]
        : try standing(.forced, before).solve(question.within(sum), search: search, isCancelled: isCancelled)
      forward.append(answer.value == nil ? before : answer.chosen)
    }
    var backward = [last.chosen]
    for sum in sums.dropLast().reversed() {
      let kept = backward[0]
      let others = options.indices.filter { !kept.contains($0) && options[$0].standing == .free }
      let answer = try standing(.forbidden, others).solve(
        question.within(sum), search: search, isCancelled: isCancelled)
      backward.insert(answer.chosen, at: 0)
    }
    let ways = [forward, backward].map { lists in lists.map { score(of: $0).value(for: question.goal) } }
    let totals = ways.map { $0.reduce(0, +) }
    let isBackward = (totals[1], ways[1].last ?? 0) > (totals[0], ways[0].last ?? 0)
    return stages(isBackward ? backward : forward, sums: sums, bounds: bounds.map(\.bound), goal: question.goal)
  }

  private func stages(
    _ lists: [[Int]], sums: [Double], bounds: [Double?], goal: PlacementGoal
  ) -> [PurchaseStage] {
    lists.indices.map { year in
      let before = Set(year > 0 ? lists[year - 1] : [])
      let score = score(of: lists[year])
      return PurchaseStage(
        budget: sums[year], bought: lists[year].filter { !before.contains($0) }, chosen: lists[year], cost: score.cost,
        value: score.value(for: goal), bound: bounds[year])
    }
  }

  /// The same model with another standing of some options.
  private func standing(_ standing: PlacementOption.Standing, _ indices: [Int]) throws(PlacementError) -> PlacementModel
  {
    var options = options
    for index in indices { options[index].standing = standing }
    return try with(options: options)
  }
}
