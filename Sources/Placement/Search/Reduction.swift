internal import Units

/// What the reduction of a question found beside the open problem.
struct Reduction: Sendable {
  var problem = CoverProblem()
  /// The options of the model that are forced.
  var forced: [Int] = []
  /// Demands of the model that no allowed options can cover.
  var uncoverable: [Int] = []
  /// The weight that standing and forced options cover.
  var coveredWeight = 0.0
  /// The weight that can be covered at all.
  var reachableWeight = 0.0
  /// Cost of the forced options.
  var forcedCost = 0.0
  /// Whether forced options alone pass a limit.
  var isOverLimit = false
  /// Whether every value is a whole number, so that bounds may be rounded.
  var isWhole = true
  /// For the fairest cover, the weight of each group of demands.
  var groupWeights: [Double] = []
}

extension Reduction {
  /// What is left of a question when standing, forced and forbidden options are settled.
  init(_ model: PlacementModel, _ question: PlacementQuestion) throws(PlacementError) {
    let places = settle(model, question.goal)
    try takeLimits(model, question)
    var classes = ClassTable()
    gather(model, question.goal, places, &classes)
    classes.store(in: &problem)
    for group in groupWeights.indices { problem.lostShares[group] /= groupWeights[group] }
    if problem.isFairest {
      for kind in problem.penalties.indices { problem.penalties[kind] /= groupWeights[Int(problem.classGroups[kind])] }
    }
  }

  /// Lists the open options; returns the place of each option among them, or what it is instead.
  private mutating func settle(_ model: PlacementModel, _ goal: PlacementGoal) -> [Place] {
    var takenGroups: Set<String> = []
    for (index, option) in model.options.enumerated() where option.standing == .fixed || option.standing == .forced {
      if let group = option.group { takenGroups.insert(group) }
      if option.standing == .forced {
        forced.append(index)
        forcedCost += option.cost
      }
    }
    var groupNumbers: [String: Int32] = [:]
    let isCheapest = goal == .cheapestCover
    return model.options.enumerated().map { index, option in
      switch option.standing {
      case .fixed, .forced: return .chosen
      case .forbidden: return .absent
      case .free: break
      }
      if let group = option.group, takenGroups.contains(group) { return .absent }
      let place = Int32(problem.prices.count)
      problem.prices.append(isCheapest ? option.cost : 0)
      problem.sources.append(index)
      if let group = option.group {
        if let number = groupNumbers[group] {
          problem.members[Int(number)].append(place)
          problem.groups.append(number)
          return .open(place)
        }
        groupNumbers[group] = Int32(problem.members.count)
      }
      problem.groups.append(Int32(problem.members.count))
      problem.members.append([place])
      return .open(place)
    }
  }

  private enum Place {
    case open(Int32)
    case chosen
    case absent
  }

  private mutating func takeLimits(_ model: PlacementModel, _ question: PlacementQuestion) throws(PlacementError) {
    var problems = PlacementProblems()
    for limit in question.limits {
      guard limit.most >= 0 else {
        problems.append(.badLimit, "a limit", "\(limit.most) is not zero or more")
        continue
      }
      if case .resource(let name) = limit.measure, !model.resources.contains(name) {
        problems.append(.badLimit, "a limit", "the model has no resource \(name)")
        continue
      }
      let taken = forced.reduce(0) { $0 + model.use(of: limit, by: model.options[$1]) }
      let most = limit.most * (1 + PlacementLimit.tolerance) - taken
      if most < 0 { isOverLimit = true }
      let uses = problem.sources.map { model.use(of: limit, by: model.options[$0]) }
      problem.limits.append(CoverProblem.Limit(uses: uses, most: max(0, most), isCount: limit.measure == .count))
    }
    try problems.throwAny()
  }

  /// Adds every demand that is still open to its class.
  private mutating func gather(
    _ model: PlacementModel, _ goal: PlacementGoal, _ places: [Place], _ classes: inout ClassTable
  ) {
    var groupNumbers: [String?: Int32] = [:]
    let scale = model.strengthScale
    var options: [Int32] = []
    var strengths: [Int32] = []
    for (index, demand) in model.demands.enumerated() {
      var group: Int32 = -1
      if goal == .fairestCover, demand.weight > 0 {
        group = groupNumbers[demand.group, default: Int32(groupWeights.count)]
        if group == groupWeights.count {
          groupNumbers[demand.group] = group
          groupWeights.append(0)
          problem.lostShares.append(0)
        }
        groupWeights[Int(group)] += demand.weight
      }
      if demand.weight.rounded() != demand.weight { isWhole = isWhole && goal == .cheapestCover }
      let wanted = Int32(PlacementModel.units(demand.need, scale))
      var need = wanted
      var reach: Int64 = 0
      options.removeAll(keepingCapacity: true)
      strengths.removeAll(keepingCapacity: true)
      for cover in model.starts[index]..<model.starts[index + 1] {
        let strength =
          model.coverStrengths.isEmpty
          ? scale : Int32(PlacementModel.units(Double(model.coverStrengths[cover]), scale))
        switch places[Int(model.coverOptions[cover])] {
        case .absent: continue
        case .chosen: need -= min(need, strength)
        case .open(let place):
          options.append(place)
          strengths.append(strength)
          reach += Int64(strength)
        }
      }
      if need == 0 {
        coveredWeight += demand.weight
        reachableWeight += demand.weight
      } else if reach < Int64(need) {
        uncoverable.append(index)
        if group >= 0 { problem.lostShares[Int(group)] += demand.weight }
      } else {
        reachableWeight += demand.weight
        guard demand.weight > 0 || goal == .cheapestCover else { continue }
        for place in strengths.indices { strengths[place] = min(strengths[place], need) }
        classes.add(
          options, strengths, need: need, group: group,
          penalty: goal == .cheapestCover ? .infinity : demand.weight)
      }
    }
    if goal == .cheapestCover {
      isWhole = model.options.allSatisfy { $0.cost.rounded() == $0.cost || $0.standing == .fixed }
    } else if goal == .fairestCover {
      isWhole = false
    }
  }
}
