import ArgumentParser
import Atalaya

/// `atalaya plan`
struct PlanCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a scenario: what is seen, who arrives in time, what purchases would change.",
    discussion: discussion)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var questions: QuestionOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The folder for the files; created if missing (default: plan).", completion: .directory)
  var chosenOutput: String?

  @Option(
    name: .customLong("format"), help: "table (the summary) or json (plan.json as written) (default: table).")
  var chosenFormat: OptionValue<AnswerFormat>?

  var output: String { chosenOutput ?? "plan" }
  var format: AnswerFormat { chosenFormat?.value ?? .table }

  @Flag(help: "Also write the map and every chart as PNG, 1920 pixels wide, and as SVG; see `atalaya report`.")
  var png = false

  @Flag(help: "Print the JSON Schema of plan.json.")
  var schema = false

  func check(_ usage: inout Usage) {
    usage.check("--format", chosenFormat)
    usage.check(folder: chosenOutput)
    page.check(&usage)
    guard schema else {
      options.check(&usage)
      return questions.check(&usage)
    }
    let own: KeyValuePairs = [
      "a scenario": options.scenario != nil, "--purchase": options.purchase != nil, "--units": options.units != nil,
      "--quiet": options.quiet, "--no-cache": options.noCache, "--output": chosenOutput != nil,
      "--format": chosenFormat != nil, "--png": png,
    ]
    for given in [own, page.given, questions.given] {
      usage.refuse(with: "--schema", true, given, because: "it plans nothing")
    }
  }

  func run() async throws {
    if schema { return Console.print(Plan.schema, terminator: "") }
    let plan = try await options.plan(questions)
    let files: PlanFiles
    let notes: [String]
    do {
      let page = try page.page(of: plan, options, questions)
      files = try PlanFiles(of: plan, page: page, drawings: png, pictures: png ? try Pictures.all(of: page) : [])
      notes = try files.write(to: output, about: plan.scenario) { Console.waiting(for: output) }
    } catch {
      throw Console.failure(error)
    }
    switch format {
    case .table:
      Console.print(plan.summary + files.summary(folder: output), terminator: "")
    case .json: Console.print(plan.json, terminator: "")
    }
    if !options.quiet { for line in notes { Console.note("note: \(line)") } }
    Console.warn(plan.warnings, unless: options.quiet)
    guard plan.meetsRequirements else { throw plan.missedRequirements }
  }
}

extension Plan {
  /// Prints which requirements are not met; the exit code 3 is to be thrown.
  var missedRequirements: ExitCode {
    for check in requirementChecks where !check.isMet { Console.note("requirement missed: \(check)") }
    return ExitCode(3)
  }
}
