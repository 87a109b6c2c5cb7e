import ArgumentParser
import Atalaya
import Foundation

/// `atalaya validate`
struct ValidateCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check a scenario and list every error and warning.",
    discussion: """
      Reads scenario.yaml and all its layers, and reports every problem at once, one per line: file and line (or row), \
      field, what is wrong and, in brackets, what would be right.

      Errors must be fixed before anything can be planned. Warnings are worth a look: latitude and longitude that look \
      swapped, sites within 1 km of one another, places far from all others, flights below the ground, unknown endurance or \
      readiness.

      Exit code: 0 when there are no errors, 1 otherwise (with --strict also when there are warnings).

      Examples:
        atalaya validate GeoData/vraem
        atalaya validate my-scenario --format json
      """)

  @Argument(help: "The scenario's folder, or its scenario.yaml.", completion: .directory)
  var scenario: String

  @Option(help: "table (lines of text) or json.")
  var format: OptionValue<AnswerFormat> = "table"

  func check(_ usage: inout Usage) { usage.check("--format", format) }

  @OptionGroup var trust: TrustOption

  @Flag(help: "Also fail when there are warnings.")
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
    let report = ValidationReport(scenario, loaded, errors: errors, warnings: warnings)
    Console.print(try format.get() == .json ? report.json : report.text)
    if !errors.isEmpty || (strict && !warnings.isEmpty) { throw ExitCode(1) }
  }
}
