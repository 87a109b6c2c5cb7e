public import Units

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
  ///   - search: Its time limit holds for each list; what is left before its deadline is shared by all. For years for which
  ///     nothing is left what was bought before stays, and the bound is that of ``untried(_:)``.
  /// - Returns: One stage per year; nil when a year's question has no answer.
  /// - Throws: ``PlacementError`` as ``solve(_:search:progress:isCancelled:)``.
  public func stagedPurchases(
    _ budgets: [Double], _ question: PlacementQuestion = PlacementQuestion(.maximumCover),
    search: PlacementSearch = PlacementSearch(), isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(PlacementError) -> [PurchaseStage]? {
    var sums: [Double] = []
    for budget in budgets { sums.append((sums.last ?? 0) + budget) }
    var left = 3 * budgets.count - 2
    func answer(_ model: PlacementModel, within sum: Double) throws(PlacementError) -> PlacementAnswer {
      defer { left -= 1 }
      if search.isLate || isCancelled() { return model.untried(question.within(sum)) }
      return try model.solve(
        question.within(sum), search: search.withPart(1 / Double(max(left, 1))), isCancelled: isCancelled)
    }
    var bounds: [PlacementAnswer] = []
    for sum in sums { bounds.append(try answer(self, within: sum)) }
    guard let last = bounds.last, bounds.allSatisfy({ $0.value != nil }) else { return budgets.isEmpty ? [] : nil }

    var forward: [[Int]] = []
    for (index, sum) in sums.enumerated() {
      let before = forward.last ?? []
      // The first year's list is known already.
      let found =
        index == 0
        ? bounds[0]
        : try answer(try standing(.forced, before), within: sum)
      forward.append(found.value == nil ? before : found.chosen)
    }
    var backward = [last.chosen]
    for sum in sums.dropLast().reversed() {
      let kept = backward[0]
      let others = options.indices.filter { !kept.contains($0) && options[$0].standing == .free }
      backward.insert(try answer(try standing(.forbidden, others), within: sum).chosen, at: 0)
    }
    let ways = [forward, backward].map { lists in lists.map { score(of: $0).value(for: question.goal) } }
    let totals = ways.map { $0.reduce(0, +) }
    let isBackward = (totals[1], ways[1].last ?? 0) > (totals[0], ways[0].last ?? 0)
    return stages(isBackward ? backward : forward, sums: sums, bounds: bounds, goal: question.goal)
  }

  private func stages(
    _ lists: [[Int]], sums: [Double], bounds: [PlacementAnswer], goal: PlacementGoal
  ) -> [PurchaseStage] {
    lists.indices.map { year in
      let before = Set(year > 0 ? lists[year - 1] : [])
      let score = score(of: lists[year])
      return PurchaseStage(
        budget: sums[year], bought: lists[year].filter { !before.contains($0) }, chosen: lists[year], cost: score.cost,
        value: score.value(for: goal), bound: bounds[year].bound, status: bounds[year].status)
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
