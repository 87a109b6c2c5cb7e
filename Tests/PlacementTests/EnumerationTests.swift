import Placement
import TestSupport
import Testing

@Suite struct EnumerationTests {
  @Test(arguments: PlacementGoal.allCases)
  func `random models equal enumeration`(goal: PlacementGoal) throws {
    var feasible = 0
    for seed in 0..<UInt64(1000) {
      let small = SmallCase(seed: seed, most: seed % 100 == 0 ? 18 : 10)
      let model = try small.model()
      let answer = try model.solve(
        PlacementQuestion(goal, limits: small.limits), search: PlacementSearch(timeLimit: nil))
      let best = small.best(goal)
      // Shares are quotients; the two ways to sum them differ by rounding.
      if goal == .fairestCover, let value = answer.value, let best {
        #expect(abs(value - best) < 1e-12, "seed \(seed)")
      } else {
        #expect(answer.value == best, "seed \(seed)")
      }
      #expect(answer.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      guard best != nil else { continue }
      feasible += 1
      #expect(answer.bound == answer.value && answer.gap == 0)
      let fixed = model.options.indices.filter { model.options[$0].standing == .fixed }
      #expect(small.isAllowed(answer.chosen, fixed: fixed), "seed \(seed)")
      #expect(answer.value == model.score(of: answer.chosen).value(for: goal))
      for option in answer.chosen { #expect([.free, .forced].contains(model.options[option].standing)) }
      for (index, option) in model.options.enumerated() where option.standing == .forced {
        #expect(answer.chosen.contains(index))
      }
    }
    // Few of them can cover everything within their limits.
    #expect(feasible > (goal == .cheapestCover ? 100 : 300), "\(feasible)")
  }

  @Test(arguments: PlacementGoal.allCases)
  func `no list of several radars per demand is above its bound, with and without branching`(goal: PlacementGoal) throws
  {
    var feasible = 0
    for seed in 5000..<UInt64(5300) {
      var small = SmallCase(seed: seed, most: 8)
      for index in small.demands.indices { small.demands[index].need = seed % 3 == 0 ? 3 : 2 }
      // Otherwise hardly any of them has an answer.
      if goal == .cheapestCover { small.keepCoverable() }
      let question = PlacementQuestion(goal, limits: small.limits)
      guard let best = small.best(goal) else { continue }
      feasible += 1
      let root = try small.model().solve(question, search: PlacementSearch(timeLimit: nil, nodeLimit: 0))
      let sign = goal == .cheapestCover ? -1.0 : 1
      // Shares are quotients; the two ways to sum them differ by rounding.
      let rounding = goal == .fairestCover ? 1e-12 : 0
      if let bound = root.bound { #expect(sign * bound >= sign * best - rounding, "seed \(seed)") }
      let answer = try small.model().solve(question, search: PlacementSearch(timeLimit: nil))
      #expect(try abs(#require(answer.value) - best) <= rounding, "seed \(seed)")
      #expect(answer.status == .optimal, "seed \(seed)")
    }
    #expect(feasible > 30, "\(feasible)")
  }
}
