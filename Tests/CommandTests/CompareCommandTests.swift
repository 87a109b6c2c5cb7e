import Foundation
import TestSupport
import Testing

@Suite struct CompareCommandTests {
  @Test func `two folders of plans are compared on the console, in JSON and as a page`() throws {
    let space = try Workspace()
    let plans = try [SamplePlan.today.get(), SamplePlan.bought.get()]
    #expect(plans.allSatisfy { $0.outcome.status == 0 })
    let (a, b) = (plans[0].folder, plans[1].folder)
    let run = try Tool.run("compare", a, b, "--output", space.path + "/out")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("purchase plan-2014") && run.output.split(separator: "\n").count < 25)
    #expect(space.names("out") == ["comparison.html", "comparison.json"])
    let json = try Tool.run("compare", a, b, "--format", "json", "--output", space.path + "/again")
    #expect(try Data(json.output.utf8) == space.bytes("out/comparison.json"))
    #expect(try space.bytes("again/comparison.html") == space.bytes("out/comparison.html"))
  }

  @Test func `a folder without a plan ends with 1 and writes nothing, wrong usage with 64`() throws {
    let space = try Workspace()
    let run = try Tool.run("compare", space.path, space.path, "--output", space.path + "/out")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: \(space.path)/plan.json: there is no such plan"))
    #expect(space.names("out").isEmpty)
    #expect(try Tool.run("compare", space.path).status == 64)
  }
}
