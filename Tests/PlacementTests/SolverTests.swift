import Foundation
import Placement
import TestSupport
import Testing
import Units

/// What other solvers make of the models that we write.
@Suite struct SolverTests {
  private func write(_ model: PlacementModel, _ question: PlacementQuestion) throws -> String {
    var text = ""
    try model.writeLP(question) { text += $0 }
    return text
  }

  @Test(.enabled(if: Program.has("cbc"), "CBC is missing"), arguments: PlacementGoal.allCases)
  func `CBC finds the same optimum in the written model, and its list is read back`(goal: PlacementGoal) throws {
    let scratch = try Scratch()
    for seed in 0..<UInt64(25) {
      let small = SmallCase(seed: 7000 + seed, most: 12)
      let model = try small.model()
      let question = PlacementQuestion(goal, limits: small.limits)
      let path = try scratch.file("m.lp", try write(model, question))
      let solution = scratch.path("s.txt")
      try Program.output("cbc", [path, "solve", "solution", solution])
      let text = try String(contentsOfFile: solution, encoding: .utf8)
      guard let best = small.best(goal) else {
        #expect(
          text.hasPrefix("Infeasible") || text.hasPrefix("Integer infeasible"), "seed \(seed): \(text.prefix(60))")
        continue
      }
      let chosen = try model.readSolution(text)
      // CBC's default gap is 1e-4 of the value at most for so small models; shares are quotients.
      #expect(abs(model.score(of: chosen).value(for: goal) - best) < 1e-9, "seed \(seed)")
      #expect(model.faults(of: chosen, in: question).isEmpty, "seed \(seed)")
    }
  }

  @Test(.enabled(if: Program.has("glpsol"), "GLPK is missing"))
  func `GLPK finds the same optimum in the written model, and its list is read back`() throws {
    let scratch = try Scratch()
    for seed in 0..<UInt64(10) {
      let small = SmallCase(seed: 7000 + seed, most: 12)
      let model = try small.model()
      let question = PlacementQuestion(.maximumCover, limits: small.limits)
      let path = try scratch.file("m.lp", try write(model, question))
      try Program.output("glpsol", ["--lp", path, "--output", scratch.path("s.txt")])
      guard let best = small.best(.maximumCover) else { continue }
      let chosen = try model.readSolution(try String(contentsOfFile: scratch.path("s.txt"), encoding: .utf8))
      #expect(model.score(of: chosen).coveredWeight == best, "seed \(seed)")
    }
  }

  /// Options whose names need care, under a limit of two.
  private func model() throws -> PlacementModel {
    try PlacementModel(
      options: [
        PlacementOption(id: "a, \"b\"", cost: 1, group: "g"), PlacementOption(id: "x2", cost: 1, group: "g"),
        PlacementOption(id: "c", cost: 1, standing: .fixed), PlacementOption(id: "d\nend", cost: 1),
      ],
      demands: [PlacementDemand(id: "p", weight: 1)], covers: [PlacementCover(option: 0, demand: 0)])
  }

  @Test func `solution files of HiGHS are read`() throws {
    // As HiGHS 1.11 writes them.
    let text = """
      Model status
      Optimal

      # Primal solution values
      Feasible
      Objective 1
      # Columns 5
      x1 1
      x2 0
      x3 1
      x4 0.9999999
      z1 1
      # Rows 2
      d1 0
      limit1 2

      # Dual solution values
      None
      """
    #expect(try model().readSolution(text) == [0, 3])
  }

  @Test func `lists of ids are read, and what is unknown is told by line`() throws {
    #expect(try model().readSolution("a, \"b\"\n\nx2\n") == [0, 1])
    let named = try PlacementModel(options: [PlacementOption(id: "Objective 1", cost: 1)], demands: [], covers: [])
    #expect(try named.readSolution("Objective 1\n") == [0])
    for nothing in ["Model status\nInfeasible\n", "Integer infeasible - objective value 0.0\n"] {
      #expect(throws: PlacementError.self) { try model().readSolution(nothing) }
    }
    #expect(try model().readSolution("\"a, \"\"b\"\"\"\r\n") == [0])
    let error = #expect(throws: PlacementError.self) { try model().readSolution("a\nx2\nq\n") }
    #expect(error?.problems.map(\.place.subject) == ["line 1", "line 3"])
    #expect(throws: PlacementError.self) { try model().readSolution("Optimal - objective value 3\n 0 x9 1 0\n") }
    #expect(throws: PlacementError.self) { try model().readSolution("Optimal - objective value 3\n 0 x1 0.5 0\n") }
  }

  @Test func `what a list breaks is named`() throws {
    let faults = try model().faults(
      of: [0, 1, 3], in: PlacementQuestion(.maximumCover, limits: [.budget(2), .count(2)]))
    #expect(faults.count == 3)
    #expect(try model().faults(of: [0, 3], in: PlacementQuestion(.cheapestCover, limits: [.budget(2)])).isEmpty)
  }
}
