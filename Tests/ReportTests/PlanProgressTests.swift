import Planning
import Report
import Scenario
import Testing

@Suite struct PlanProgressTests {
  @Test func `what is left is estimated from what is done`() {
    // 12 of 40 steps in 12 s: one a second, 28 are left.
    #expect(PlanProgress(done: 12, total: 40).text(after: .seconds(12)) == "planning: step 12 of 40, about 28 s left")
    // Half of it in a minute and a half: as much again.
    #expect(
      PlanProgress(done: 5, total: 10).text(after: .seconds(90)) == "planning: step 5 of 10, about 1 min 30 s left")
  }

  @Test func `the first steps and the last tell no estimate`() {
    // What is read and shared once is in the first: nine times 6 min 45 s were said where all took one.
    #expect(PlanProgress(done: 1, total: 9).text(after: .seconds(405)) == "planning: step 1 of 9")
    #expect(PlanProgress(done: 9, total: 40).text(after: .seconds(9)) == "planning: step 9 of 40")
    #expect(PlanProgress(done: 0, total: 4).text(after: .seconds(9)) == "planning: step 0 of 4")
    #expect(PlanProgress(done: 4, total: 4).text(after: .seconds(9)) == "planning: step 4 of 4")
  }
}
