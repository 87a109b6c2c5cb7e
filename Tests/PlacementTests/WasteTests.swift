import Placement
import Testing

@Suite struct WasteTests {
  private let search = PlacementSearch(timeLimit: nil)

  @Test(arguments: [PlacementGoal.maximumCover, .fairestCover])
  func `nothing is bought that the value does not need`(goal: PlacementGoal) throws {
    var (bought, others) = (0, 0)
    for seed in 0..<UInt64(500) {
      let small = SmallCase(seed: seed, most: 9)
      let model = try small.model()
      let answer = try model.solve(PlacementQuestion(goal, limits: small.limits), search: search)
      guard let value = answer.value else { continue }
      let forced = small.options.indices.filter { small.options[$0].standing == .forced }
      let fixed = small.options.indices.filter { small.options[$0].standing == .fixed }
      for option in answer.chosen where !forced.contains(option) {
        bought += 1
        let rest = answer.chosen.filter { $0 != option }
        // Shares are told apart by less than any demand of these models weighs.
        #expect(model.score(of: rest).value(for: goal) < value - 1e-9, "seed \(seed), \(option)")
        guard let group = small.options[option].group else { continue }
        for other in small.options.indices
        where small.options[other].group == group && small.options[other].standing == .free
          && small.options[other].cost < small.options[option].cost
        {
          let list = rest + [other]
          guard small.isAllowed(list, fixed: fixed) else { continue }
          others += 1
          #expect(model.score(of: list).value(for: goal) < value - 1e-9, "seed \(seed), \(other) for \(option)")
        }
      }
    }
    #expect(bought > 500 && (goal != .maximumCover || others > 3), "\(bought) \(others)")
  }

  @Test(arguments: [PlacementGoal.maximumCover, .cheapestCover])
  func `the unit of weights and costs changes no list`(goal: PlacementGoal) throws {
    // A power of two, so that every sum is exact in both units.
    let unit = 1.0 / Double(1 << 50)
    for seed in 0..<UInt64(60) {
      var small = SmallCase(seed: seed, most: 12)
      let answer = try small.model().solve(PlacementQuestion(goal, limits: small.limits), search: search)
      if goal == .cheapestCover {
        for index in small.options.indices { small.options[index].cost *= unit }
        for index in small.limits.indices where small.limits[index].measure == .cost {
          small.limits[index].most *= unit
        }
      } else {
        for index in small.demands.indices { small.demands[index].weight *= unit }
      }
      let tiny = try small.model().solve(PlacementQuestion(goal, limits: small.limits), search: search)
      #expect(tiny.status == answer.status, "seed \(seed)")
      #expect(tiny.value == answer.value.map { $0 * unit }, "seed \(seed)")
      #expect(tiny.bound == answer.bound.map { $0 * unit }, "seed \(seed)")
    }
  }

  @Test func `weights and costs that add up to more than a number holds are told`() throws {
    func model(weight: Double, cost: Double) throws -> PlacementModel {
      try PlacementModel(
        options: ["x", "y"].map { PlacementOption(id: $0, cost: cost) },
        demands: ["a", "b"].map { PlacementDemand(id: $0, weight: weight) },
        covers: [PlacementCover(option: 0, demand: 0), PlacementCover(option: 1, demand: 1)])
    }
    #expect(throws: PlacementError.self) { try model(weight: 1e308, cost: 1) }
    #expect(throws: PlacementError.self) { try model(weight: 1, cost: 1e308) }
    #expect(throws: Never.self) { try model(weight: 1e307, cost: 1e307) }
  }

  @Test func `purchases come by gain per cost, as a plain greedy of all that is left orders them`() throws {
    var compared = 0
    for seed in 0..<UInt64(60) {
      let small = SmallCase(seed: seed, most: 16)
      let model = try small.model()
      guard small.demands.allSatisfy({ $0.need == 1 }), small.covers.allSatisfy({ $0.strength == 1 }) else { continue }
      var rest = small.options.indices.filter { small.options[$0].standing == .free }
      var plain: [Int] = []
      let steps = model.purchaseOrder(of: rest)
      while !rest.isEmpty {
        let before = model.score(of: plain).coveredWeight
        let scores = rest.map { option in
          let cost = small.options[option].cost
          return cost > 0 ? (model.score(of: plain + [option]).coveredWeight - before) / cost : .infinity
        }
        let place = scores.indices.first { scores[$0] == scores.max() }!
        plain.append(rest.remove(at: place))
      }
      #expect(steps.map(\.option) == plain, "seed \(seed)")
      if plain.count > 2 { compared += 1 }
    }
    #expect(compared > 10, "\(compared)")
  }
}
