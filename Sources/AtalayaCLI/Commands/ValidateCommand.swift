import ArgumentParser
import Atalaya
import Foundation

/// Reads a scenario and lists everything that is wrong or doubtful.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a scenario: every error and every warning, each with its place.",
    discussion: """
      Reads scenario.yaml and all its layers and reports all problems at once, one per line: file and line (or row), field, \
      what is wrong and, in brackets, what would be right. Errors must be fixed before anything is planned; warnings are worth a look: \
      latitude and longitude that look swapped, sites within 1 km of one another, places far from all others, flights below \
      the ground, unknown endurance or readiness.

      Exit code: 0 when there are no errors, 1 otherwise (with --strict also when there are warnings).

      Examples:
        atalaya validate GeoData/vraem
        atalaya validate my-scenario --format json
      """)

  @Argument(help: "The scenario's folder, or its scenario.yaml.", completion: .directory)
  var scenario: String

  @Option(help: "table (lines of text) or json.")
  var format: AnswerFormat = .table

  @OptionGroup var trust: TrustOption

  @Flag(help: "Let warnings fail too.")
  var strict = false

  func run() throws {
    var errors: [ScenarioProblem] = []
    var warnings: [ScenarioProblem] = []
    var loaded: Scenario?
    do throws(ScenarioError) {
      let scenario = try Scenario.load(folder: scenario)
      warnings = scenario.warnings
      loaded = scenario
    } catch {
      errors = error.problems
      warnings = error.warnings
    }
    switch format {
    case .table: printLines(errors, warnings, loaded)
    case .json: printJSON(errors, warnings, loaded)
    }
    if !errors.isEmpty || (strict && !warnings.isEmpty) { throw ExitCode(1) }
  }

  private func printLines(_ errors: [ScenarioProblem], _ warnings: [ScenarioProblem], _ loaded: Scenario?) {
    for problem in errors + warnings { Console.print(TerminalText.line("\(problem.severity.rawValue): \(problem)")) }
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    if let loaded {
      for text in loaded.defaultsTaken { Console.print(TerminalText.line("default: \(text)")) }
      let content = [
        count(loaded.radarTypes.count, "radar type"), count(loaded.sites.count, "site"),
        count(loaded.purchases.count, "purchase"), "\(loaded.aircraft.count) aircraft",
        count(loaded.bases.count, "base"), count(loaded.assets.count, "asset"), count(loaded.strips.count, "strip"),
        count(loaded.routeCount, "route"), count(loaded.flights.count, "flight"),
        count(loaded.regionCount, "region"), count(loaded.measures.count, "measure"),
      ]
      Console.print(TerminalText.line("“\(loaded.name)”: \(content.joined(separator: ", "))"))
    }
    Console.print("\(count(errors.count, "error")), \(count(warnings.count, "warning"))")
  }

  private func printJSON(_ errors: [ScenarioProblem], _ warnings: [ScenarioProblem], _ loaded: Scenario?) {
    struct Problem: Encodable {
      var file: String
      var line: Int?
      var row: Int?
      var field: String?
      var code: String
      var problem: String
      var remedy: String?

      init(_ problem: ScenarioProblem) {
        (file, line, row, field) = (problem.file, problem.line, problem.row, problem.field)
        code = problem.code.rawValue
        self.problem = problem.what
        remedy = problem.remedy.isEmpty ? nil : problem.remedy
      }
    }
    struct Contents: Encodable {
      var radarTypes, sites, purchases, aircraft, bases, assets, strips, routes, flights, regions, measures: Int

      init(_ scenario: Scenario) {
        (radarTypes, sites, purchases) = (scenario.radarTypes.count, scenario.sites.count, scenario.purchases.count)
        (aircraft, bases, assets) = (scenario.aircraft.count, scenario.bases.count, scenario.assets.count)
        (strips, routes, flights) = (scenario.strips.count, scenario.routeCount, scenario.flights.count)
        (regions, measures) = (scenario.regionCount, scenario.measures.count)
      }
    }
    struct Report: Encodable {
      var scenario: String
      var valid: Bool
      var contents: Contents?
      var errors: [Problem]
      var warnings: [Problem]
    }
    let report = Report(
      scenario: scenario, valid: errors.isEmpty, contents: loaded.map(Contents.init), errors: errors.map(Problem.init),
      warnings: warnings.map(Problem.init))
    Console.print(Console.json(report))
  }
}
