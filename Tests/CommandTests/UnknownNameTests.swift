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

  /// Names of two kinds and more than one of a kind, with what else is wrong.
  static let several: [(arguments: [String], names: [String])] = [
    (
      ["response", "--base", "nosuch", "--strip", "S99", "--purchase", "p0"],
      ["base “nosuch”", "strip “S99”", "purchase “p0”"]
    ),
    (["intercept", "--flight", "F98", "--flight", "F99"], ["flight “F98”", "flight “F99”"]),
    (
      ["leak", "--purchase", "nosuch", "--candidates", "2", "--type", "nosuch"],
      ["purchase “nosuch”", "radar type “nosuch”"]
    ),
    (["place", "--budget", "9M", "--compare", "nosuch", "--compare", "p3"], ["purchase “nosuch”", "purchase “p3”"]),
  ]

  @Test(arguments: several.indices)
  func `all unknown names of a command line are reported at once`(index: Int) throws {
    let (arguments, names) = Self.several[index]
    let run = try Program.atalaya.run([arguments[0], Tool.sample] + arguments.dropFirst() + ["--quiet"])
    #expect(run.status == 1 && run.output.isEmpty, "\(run)")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == names.count && lines.allSatisfy { $0.contains("known: ") }, "\(run.errors)")
    for name in names { #expect(run.errors.contains("the scenario has no \(name); "), "\(run.errors)") }
  }

  @Test func `a layer that is neither a file nor the scenario's is refused with the scenario's layers`() throws {
    let lima = Tool.sample.replacing("vraem", with: "lima")
    for (option, name, near) in [
      ("--near", "base", "bases"), ("--near", "basses", "bases"), ("--inside", "strip", "strips"),
      ("--outside", "bases:x", "bases"),
    ] {
      let run = try Program.atalaya.run(["sites", lima, option, name])
      #expect(run.status == 1 && run.output.isEmpty, "\(run)")
      #expect(run.errors.contains("did you mean “\(near)”? known: "), "\(run.errors)")
    }
  }

  @Test func `with a kind, only ids of that kind are offered`() throws {
    let lima = Tool.sample.replacing("vraem", with: "lima")
    let run = try Program.atalaya.run(["profile", "site:L01", "base:callao", "--scenario", lima])
    let known = try #require(run.errors.split(separator: "known: ").last)
    #expect(run.status == 1 && run.errors.contains("the scenario has no site “L01”"), "\(run)")
    #expect(!known.contains("L01") && !known.contains("L02"), "\(run.errors)")
  }
}
