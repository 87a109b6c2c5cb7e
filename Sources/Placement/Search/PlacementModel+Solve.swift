public import Units

extension PlacementModel {
  /// Answers a question: a list, its value, and a proven bound of what any list can reach.
  ///
  /// First lists are built greedily and improved by local search; a Lagrangian relaxation gives the bound, decides options
  /// that no better list can have or lack, and leads to further lists; branch and bound then closes the gap as far as time
  /// allows. No solver is needed.
  ///
  /// - Parameters:
  ///   - question: The goal and the limits.
  ///   - search: Time, seed and when to be content.
  ///   - progress: Called about five times a second, on the caller's thread.
  ///   - isCancelled: Asked often; once it is true the best list so far is returned.
  /// - Returns: The answer; infeasible questions are answers, not errors.
  /// - Throws: ``PlacementError`` with code ``PlacementFault/badLimit``.
  /// - Accuracy: Values equal those of complete enumeration on random models (`random models equal enumeration`).
  public func solve(
    _ question: PlacementQuestion, search: PlacementSearch = PlacementSearch(),
    progress: ((PlacementProgress) -> Void)? = nil, isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(PlacementError) -> PlacementAnswer {
    if let exponent = searchExponent(for: question.goal) {
      let (model, scaledQuestion) = try scaled(by: exponent, question)
      let factor = Double(sign: .plus, exponent: -exponent, significand: 1)
      var answer = try model.solve(
        scaledQuestion, search: search,
        progress: progress.map { progress in
          { scaled in
            var told = scaled
            told.value = scaled.value.map { $0 * factor }
            told.bound = scaled.bound.map { $0 * factor }
            progress(told)
          }
        }, isCancelled: isCancelled)
      let score = score(of: answer.chosen)
      answer.value = answer.value.map { _ in score.value(for: question.goal) }
      answer.bound = answer.status == .optimal ? answer.value : answer.bound.map { $0 * factor }
      (answer.cost, answer.coveredWeight) = (score.cost, score.coveredWeight)
      return answer
    }
    let reduction = try Reduction(self, question)
    let scale = ValueScale(reduction, question.goal)
    let context = SearchContext(
      reduction.problem, search: search, isWhole: reduction.isWhole, scale: scale, isCancelled: isCancelled
    ) { context in
      progress?(
        PlacementProgress(
          phase: context.phase, value: context.best == nil ? nil : scale.value(context.bestLoss),
          bound: context.bound > -.infinity ? scale.value(context.bound) : nil, seconds: context.seconds))
    }
    if reduction.isOverLimit || (question.goal == .cheapestCover && !reduction.uncoverable.isEmpty) {
      return answer(nil, .infeasible, bound: nil, reduction, question, context)
    }
    switch question.goal {
    case .maximumCover: MaximumCoverSearch(context).run()
    case .cheapestCover: CheapestCoverSearch(context).run()
    case .fairestCover: FairestCoverSearch(context).run()
    }
    let status: PlacementAnswer.Status
    if context.isClosed {
      status = .optimal
    } else if context.best == nil, context.bound == .infinity {
      status = .infeasible
    } else if context.isInterrupted {
      status = .interrupted
    } else {
      status = context.isTimeUp ? .timeLimit : .feasible
    }
    let costs = reduction.problem.sources.map { options[$0].cost }
    let best = context.best.map {
      question.goal == .cheapestCover ? $0 : reduction.problem.withoutWaste($0, costs: costs)
    }
    return answer(
      best, status, bound: context.bound.isFinite ? scale.value(context.bound) : nil, reduction, question,
      context)
  }

  /// What is known of a question of covers without any search: the list of what is forced, and as the bound what all
  /// options that are allowed cover together, whatever they cost.
  public func untried(_ question: PlacementQuestion) -> PlacementAnswer {
    let forced = options.indices.filter { options[$0].standing == .forced }
    let (least, most) = (score(of: forced), score(of: options.indices.filter { options[$0].standing != .forbidden }))
    let isCover = question.goal != .cheapestCover
    return PlacementAnswer(
      status: .untried, value: isCover ? least.value(for: question.goal) : nil,
      bound: isCover ? most.value(for: question.goal) : nil, chosen: isCover ? forced : [],
      cost: isCover ? least.cost : 0, coveredWeight: isCover ? least.coveredWeight : 0)
  }

  private func answer(
    _ list: [Int32]?, _ status: PlacementAnswer.Status, bound: Double?, _ reduction: Reduction,
    _ question: PlacementQuestion, _ context: SearchContext
  ) -> PlacementAnswer {
    let chosen = list.map { (reduction.forced + $0.map { reduction.problem.sources[Int($0)] }).sorted() }
    let score = score(of: chosen ?? [])
    var value: Double?
    if chosen != nil { value = score.value(for: question.goal) }
    return PlacementAnswer(
      status: status, value: value, bound: status == .optimal ? value : bound, chosen: chosen ?? [], cost: score.cost,
      coveredWeight: score.coveredWeight, seconds: context.seconds, nodes: context.nodes)
  }

  /// The demands that no allowed options can cover, as indices; forbidden options and those whose group is taken count
  /// as absent, limits do not count.
  public func uncoverableDemands() -> [Int] {
    guard let reduction = try? Reduction(self, PlacementQuestion(.cheapestCover)) else { return [] }
    return reduction.uncoverable
  }
}
