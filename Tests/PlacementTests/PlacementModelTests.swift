import Placement
import Testing
import Units

@Suite struct PlacementModelTests {
  /// Two sites, of which b sees more; three demands, the last seen by nobody.
  private func model(costs: [Double] = [3, 5], needs: [Double] = [1, 1, 1]) throws -> PlacementModel {
    try PlacementModel(
      options: zip(["a", "b"], costs).map { PlacementOption(id: $0, cost: $1) },
      demands: zip(["x", "y", "z"], needs).map { PlacementDemand(id: $0, weight: 10, need: $1) },
      covers: [
        PlacementCover(option: 1, demand: 1), PlacementCover(option: 0, demand: 0),
        PlacementCover(option: 1, demand: 0),
      ])
  }

  @Test func `a budget below the cheapest option buys nothing and is proved best`() throws {
    let answer = try model().solve(PlacementQuestion(.maximumCover, limits: [.budget(2.99)]))
    #expect(answer.chosen == [] && answer.value == 0 && answer.bound == 0 && answer.gap == 0)
    #expect(answer.status == .optimal && answer.cost == 0)
  }

  @Test func `a budget that is just enough is enough`() throws {
    // 0.1 + 0.2 is above 0.3 in doubles.
    let answer = try model(costs: [0.1, 0.2]).solve(PlacementQuestion(.maximumCover, limits: [.budget(0.3)]))
    #expect(answer.value == 20)
    #expect(try model(needs: [2, 1, 1]).solve(PlacementQuestion(.maximumCover, limits: [.budget(8)])).value == 20)
  }

  @Test func `free options are bought when they help and not when they do not`() throws {
    let answer = try model(costs: [0, 0]).solve(PlacementQuestion(.maximumCover, limits: [.budget(0)]))
    #expect(answer.value == 20 && answer.cost == 0 && answer.status == .optimal)
    #expect(answer.chosen.contains(1))
  }

  @Test func `fixed options cover for nothing and forced ones must be paid`() throws {
    let base = try model()
    var options = base.options
    options[0].standing = .fixed
    let standing = try base.with(options: options).solve(PlacementQuestion(.maximumCover, limits: [.budget(0)]))
    #expect(standing.value == 10 && standing.chosen == [] && standing.cost == 0)
    options[0].standing = .forced
    let forced = try base.with(options: options)
    #expect(try forced.solve(PlacementQuestion(.maximumCover, limits: [.budget(3)])).chosen == [0])
    let tooDear = try forced.solve(PlacementQuestion(.maximumCover, limits: [.budget(2)]))
    #expect(tooDear.status == .infeasible && tooDear.value == nil && tooDear.bound == nil)
  }

  @Test func `what nothing covers is told, and no full cover exists`() throws {
    let model = try model()
    #expect(model.uncoverableDemands() == [2])
    #expect(try model.solve(PlacementQuestion(.cheapestCover)).status == .infeasible)
  }

  @Test func `in the written model a demand that nothing covers counts for nothing, and a full cover has to cover it`()
    throws
  {
    func lines(_ goal: PlacementGoal) throws -> [Substring] {
      var text = ""
      try model().writeLP(PlacementQuestion(goal)) { text += $0 }
      return text.split(separator: "\n")
    }
    // z3 is the third demand, z: at zero in the largest cover; in the cheapest cover at one, which no row allows.
    #expect(try lines(.maximumCover).contains(" z3 = 0"))
    #expect(try lines(.cheapestCover).contains(" z3 = 1"))
  }

  @Test func `thousands of options with parts of strengths cover one demand`() throws {
    // In millionths their sum would pass 2³¹.
    let model = try PlacementModel(
      options: (0..<3000).map { PlacementOption(id: "\($0)", cost: 1) }, demands: [PlacementDemand(id: "x", weight: 1)],
      covers: (0..<3000).map { PlacementCover(option: $0, demand: 0, strength: 0.9) })
    #expect(try model.solve(PlacementQuestion(.cheapestCover)).value == 2)
    #expect(try model.solve(PlacementQuestion(.maximumCover, limits: [.count(1)])).value == 0)
  }

  @Test func `an empty catalogue has an answer`() throws {
    let model = try PlacementModel(options: [], demands: [PlacementDemand(id: "x", weight: 1)], covers: [])
    let answer = try model.solve(PlacementQuestion(.maximumCover, limits: [.budget(1)]))
    #expect(answer.status == .optimal && answer.value == 0 && answer.chosen == [])
    let nothing = try PlacementModel(options: [], demands: [], covers: [])
    #expect(try nothing.solve(PlacementQuestion(.cheapestCover)).value == 0)
  }

  @Test func `all faults are told at once`() throws {
    let error = #expect(throws: PlacementError.self) {
      try PlacementModel(
        options: [
          PlacementOption(id: "a", cost: -1), PlacementOption(id: "a", cost: .nan),
          PlacementOption(id: "c", cost: 1, group: "g", standing: .fixed),
          PlacementOption(id: "d", cost: 1, group: "g", standing: .forced),
        ],
        demands: [PlacementDemand(id: "x", weight: -2), PlacementDemand(id: "y", weight: 1, need: 0)],
        covers: [PlacementCover(option: 9, demand: 0), PlacementCover(option: 0, demand: 0, strength: 0)])
    }
    #expect(
      error?.problems.map(\.code) == [
        .badCost, .duplicateID, .badCost, .fullGroup, .badWeight, .badNeed, .unknownIndex, .badStrength,
      ])
    #expect(throws: PlacementError.self) {
      try PlacementModel(
        options: [PlacementOption(id: "a", cost: 1)], demands: [PlacementDemand(id: "x", weight: 1)],
        covers: [PlacementCover(option: 0, demand: 0), PlacementCover(option: 0, demand: 0)])
    }
    #expect(throws: PlacementError.self) {
      try model().solve(PlacementQuestion(.maximumCover, limits: [.budget(-1), .resource("crew", 1)]))
    }
  }

  @Test func `a cancelled search returns what it has`() throws {
    let model = try model()
    let answer = try model.solve(
      PlacementQuestion(.maximumCover, limits: [.budget(8)]), isCancelled: { true })
    let (value, bound) = (try #require(answer.value), try #require(answer.bound))
    // A model as small as this may be solved before the search asks; then the value is its own bound.
    #expect(answer.status == .interrupted || value == bound)
    #expect(value <= bound && value == model.score(of: answer.chosen).value(for: .maximumCover))
  }

  @Test func `the same seed gives the same answer`() throws {
    let small = SmallCase(seed: 4, most: 18)
    let question = PlacementQuestion(.maximumCover, limits: small.limits)
    var answers = try (0..<2).map { _ in
      try small.model().solve(question, search: PlacementSearch(timeLimit: nil, seed: 5, nodeLimit: 3))
    }
    for index in answers.indices { answers[index].seconds = 0 }
    #expect(answers[0] == answers[1])
  }
}
