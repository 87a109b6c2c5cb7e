extension PlacementModel {
  /// The reason, for people, why no list satisfies a question that ``solve(_:search:progress:isCancelled:)`` found infeasible.
  public func obstacle(to question: PlacementQuestion) -> String {
    let uncoverable = uncoverableDemands().count
    if question.goal == .cheapestCover, uncoverable > 0 {
      return "no options cover \(uncoverable) of \(demands.count) demands; leave them out, or allow options that do"
    }
    let forced = options.filter { $0.standing == .forced }
    for limit in question.limits {
      let taken = forced.reduce(0) { $0 + use(of: limit, by: $1) }
      if taken > limit.most * (1 + PlacementLimit.tolerance) {
        return
          "what is forced takes \(Self.numberText(taken)) of \(limit.name), the limit is \(Self.numberText(limit.most))"
      }
    }
    return "groups and limits leave no full cover; raise a limit"
  }

  /// The message, for people, for a limit too small for any free option; nil when each limit allows one.
  public func shortage(in question: PlacementQuestion) -> String? {
    let free = options.filter { $0.standing == .free }
    guard !free.isEmpty, !options.contains(where: { $0.standing == .forced }) else { return nil }
    for limit in question.limits {
      let least = free.reduce(Double.infinity) { min($0, use(of: limit, by: $1)) }
      if least > limit.most * (1 + PlacementLimit.tolerance) {
        return
          "nothing can be bought: every option takes \(Self.numberText(least)) of \(limit.name) or more, the limit is \(Self.numberText(limit.most))"
      }
    }
    return nil
  }

  /// What an option takes of a limit; nothing of a resource that the model does not have.
  func use(of limit: PlacementLimit, by option: PlacementOption) -> Double {
    switch limit.measure {
    case .cost: option.cost
    case .count: 1
    case .resource(let name): resources.firstIndex(of: name).map { option.uses[$0] } ?? 0
    }
  }
}

extension PlacementLimit {
  fileprivate var name: String {
    switch measure {
    case .cost: "the budget"
    case .count: "the count"
    case .resource(let name): name
    }
  }
}
