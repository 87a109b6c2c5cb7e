public import Units

extension PlacementModel {
  /// The same question at several sets of prices, as low, base and high estimates; no cover is computed again.
  ///
  /// - Parameters:
  ///   - costs: Sets of prices, each with one per option; the first is the base.
  ///   - search: Holds for each set.
  /// - Returns: One case per set, in the same order.
  /// - Throws: ``PlacementError`` as ``with(options:demands:)`` and ``solve(_:search:progress:isCancelled:)``.
  public func priceCases(
    _ costs: [[Double]], _ question: PlacementQuestion, search: PlacementSearch = PlacementSearch(),
    isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(PlacementError) -> [PriceCase] {
    var cases: [PriceCase] = []
    for prices in costs {
      var options = Array(options.prefix(prices.count))
      for index in options.indices { options[index].cost = prices[index] }
      let model = try with(options: options)
      let answer = try model.solve(question, search: search, isCancelled: isCancelled)
      let base = cases.first?.answer.chosen ?? answer.chosen
      cases.append(
        PriceCase(
          costs: prices, answer: answer, costOfBaseList: model.score(of: base).cost,
          faultsOfBaseList: model.faults(of: base, in: question)))
    }
    return cases
  }
}
