import Placement
import TestSupport
import Testing

/// Without forced options every budget has an answer.
private func small(_ seed: UInt64) -> SmallCase {
  var small = SmallCase(seed: seed, most: 9)
  for index in small.options.indices where small.options[index].standing == .forced {
    small.options[index].standing = .free
  }
  small.limits = []
  return small
}

@Suite struct AnalysisTests {
  private let search = PlacementSearch(timeLimit: nil)

  @Test func `a sweep finds the best of every budget`() throws {
    for seed in 0..<UInt64(20) {
      var small = small(seed)
      let budgets = [40.0, 0, 10, 25]
      let sweep = try small.model().budgetSweep(budgets, search: search)
      #expect(sweep.points.map(\.budget) == [0, 10, 25, 40])
      for point in sweep.points {
        small.limits = [.budget(point.budget)]
        #expect(point.answer.value == small.best(.maximumCover), "seed \(seed)")
        #expect(point.answer.bound == point.answer.value)
      }
      let values = sweep.points.compactMap(\.answer.value)
      for index in values.indices {
        #expect(sweep.points[index].isEfficient == values[..<index].allSatisfy { $0 < values[index] })
      }
    }
  }

  @Test func `the knee is where money begins to buy less`() throws {
    // Gains per cost of 10, 9, 2 and 1.9: hull slopes fall by 0.9, 0.22 and 0.95.
    let gains = [10.0, 9, 2, 1.9]
    let model = try PlacementModel(
      options: gains.indices.map { PlacementOption(id: "o\($0)", cost: 1) },
      demands: gains.indices.map { PlacementDemand(id: "d\($0)", weight: gains[$0]) },
      covers: gains.indices.map { PlacementCover(option: $0, demand: $0) })
    let sweep = try model.budgetSweep([0, 1, 2, 3, 4], search: search)
    #expect(sweep.knees.map(\.point) == [2])
    #expect(sweep.knees.first?.gainBefore == 9 && abs((sweep.knees.first?.gainAfter ?? 0) - 2) < 1e-12)
  }

  @Test func `an order of purchases adds up to the list`() throws {
    for seed in 0..<UInt64(40) {
      let small = small(seed)
      let model = try small.model()
      let answer = try model.solve(PlacementQuestion(.maximumCover, limits: [.budget(40)]), search: search)
      let steps = model.purchaseOrder(of: answer.chosen)
      #expect(steps.map(\.option).sorted() == answer.chosen)
      let standing = model.score(of: []).coveredWeight
      #expect(steps.last?.coveredSoFar ?? standing == answer.value)
      #expect(steps.reduce(standing) { $0 + $1.gain } == answer.value)
      #expect(steps.last?.costSoFar ?? 0 == answer.cost)
      var bought: [Int] = []
      for step in steps {
        bought.append(step.option)
        #expect(model.score(of: bought).coveredWeight == step.coveredSoFar, "seed \(seed)")
      }
    }
  }

  @Test func `gains of an order for the fairest cover add up to the share of the worst group`() throws {
    var isGainSeen = false
    for seed in 0..<UInt64(40) {
      let model = try small(seed).model()
      let answer = try model.solve(PlacementQuestion(.fairestCover, limits: [.budget(40)]), search: search)
      let steps = model.purchaseOrder(of: answer.chosen, for: .fairestCover)
      #expect(steps.map(\.option).sorted() == answer.chosen)
      let standing = model.score(of: []).worstShare
      #expect(abs((steps.last?.coveredSoFar ?? standing) - answer.value!) < 1e-12)
      #expect(abs(steps.reduce(standing) { $0 + $1.gain } - answer.value!) < 1e-12)
      var bought: [Int] = []
      for step in steps {
        bought.append(step.option)
        #expect(abs(model.score(of: bought).worstShare - step.coveredSoFar) < 1e-12, "seed \(seed)")
        isGainSeen = isGainSeen || step.gain > 0
      }
    }
    #expect(isGainSeen)
  }

  @Test func `leaving one out loses what the rest cannot cover`() throws {
    for seed in 0..<UInt64(40) {
      let small = small(seed)
      let model = try small.model()
      let chosen = try model.solve(PlacementQuestion(.maximumCover, limits: [.budget(40)]), search: search).chosen
      let losses = model.leaveOneOut(of: chosen)
      let fixed = model.options.indices.filter { model.options[$0].standing == .fixed }
      #expect(Set(losses.map(\.option)) == Set(chosen + fixed))
      #expect(losses.map(\.loss) == losses.map(\.loss).sorted(by: >))
      for entry in losses {
        var options = model.options
        options[entry.option].standing = .forbidden
        let without = try model.with(options: options).score(of: chosen.filter { $0 != entry.option })
        #expect(without.coveredWeight == entry.coveredWeight, "seed \(seed)")
      }
    }
  }

  @Test func `dearer prices never help, and the base list is priced anew`() throws {
    for seed in 0..<UInt64(20) {
      var small = small(seed)
      let model = try small.model()
      let question = PlacementQuestion(.maximumCover, limits: [.budget(30)])
      let base = model.options.map(\.cost)
      let cases = try model.priceCases(
        [base, base.map { $0 / 2 }, base.map { $0 * 2 }], question, search: search)
      let values = cases.compactMap(\.answer.value)
      #expect(values.count == 3 && values[1] >= values[0] && values[0] >= values[2])
      #expect(cases.map(\.costOfBaseList) == [1, 0.5, 2].map { $0 * cases[0].answer.cost })
      #expect(cases[2].faultsOfBaseList.isEmpty == (2 * cases[0].answer.cost <= 30))
      small.limits = question.limits
      for index in small.options.indices { small.options[index].cost *= 2 }
      #expect(values[2] == small.best(.maximumCover))
    }
  }

  @Test func `stages are nested, within their money, and no better than their bounds`() throws {
    for seed in 0..<UInt64(20) {
      let small = small(seed)
      let model = try small.model()
      let stages = try #require(try model.stagedPurchases([12, 12, 12], search: search))
      #expect(stages.map(\.budget) == [12, 24, 36])
      var before: Set<Int> = []
      for stage in stages {
        #expect(before.isSubset(of: stage.chosen) && Set(stage.chosen).subtracting(before) == Set(stage.bought))
        before = Set(stage.chosen)
        #expect(stage.cost <= stage.budget && stage.value <= stage.bound ?? 0)
        #expect(stage.value == model.score(of: stage.chosen).coveredWeight)
      }
      // One of the two ways has the best first year, the other the best last one.
      #expect(stages.first?.value == stages.first?.bound || stages.last?.value == stages.last?.bound)
    }
    #expect(try small(1).model().stagedPurchases([])?.isEmpty == true)
  }
}
