import Foundation
import TestSupport
import Testing

/// A name that nothing has is refused in one way by every command: what there is, and the nearest of it.
@Suite struct UnknownNameTests {
  static let cases: [(arguments: [String], what: String, near: String, exists: String)] = [
    (["plan", "--purchase", "plan-2041", "--output", "OUT"], "purchase “plan-2041”", "plan-2014", "plan-2014"),
    (["leak", "--purchase", "plan-2041"], "purchase “plan-2041”", "plan-2014", "plan-2014"),
    (["leak", "--candidates", "1", "--type", "tps-79"], "radar type “tps-79”", "tps-7", "gm400"),
    (["place", "--budget", "USD 20M", "--compare", "plan-2041"], "purchase “plan-2041”", "plan-2014", "plan-2014"),
    (["response", "--strip", "S0l"], "strip “S0l”", "S01", "S02"),
    (["response", "--base", "ayacuco"], "base “ayacuco”", "ayacucho", "pisco"),
    (["intercept", "--flight", "no such flight"], "flight “no such flight”", "", "known: "),
  ]

  @Test(arguments: cases.indices)
  func `an unknown name is refused with what there is`(index: Int) throws {
    let (arguments, what, near, exists) = Self.cases[index]
    let space = try Workspace()
    let run = try Program.atalaya.run(
      [arguments[0], Tool.sample] + arguments.dropFirst().map { $0 == "OUT" ? space.path + "/out" : $0 } + ["--quiet"])
    #expect(run.status == 1 && run.output.isEmpty, "\(run)")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].hasPrefix("error: "), "\(run.errors)")
    #expect(run.errors.contains("the scenario has no \(what); "), "\(run.errors)")
    #expect(near.isEmpty || run.errors.contains("did you mean “\(near)"), "\(run.errors)")
    #expect(run.errors.contains("known: ") && run.errors.contains(exists), "\(run.errors)")
  }
}
