import ArgumentParser
import Atalaya

/// `atalaya select`
struct SelectCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "select",
    abstract: "Choose what to buy from a coverage matrix: a list, its value, and a proven bound on the best possible.",
    discussion: discussion)

  @OptionGroup var tables: SelectOptions

  @Option(help: "Stop searching after this time (default: 30).")
  var seconds: OptionValue<TimeLimit>?

  @Option(help: "Stop at this gap, 0.01 for one percent (default: 0).")
  var gap: OptionValue<Double>?

  @Option(help: "Seed of random choices (default: 1).")
  var seed: OptionValue<UInt64>?

  @Option(
    name: .customLong("write-lp"), help: "Write the model for a MILP solver (CPLEX LP format).", completion: .file())
  var writeLP: String?

  @Option(
    name: .customLong("read-solution"),
    help: "Check and print the list of a solution file (CBC, HiGHS, GLPK, or one id per line) instead of searching.",
    completion: .file())
  var readSolution: String?

  @Option(help: "table (lines and a table of text), json or csv (the purchases only).")
  var format: OptionValue<SelectFormat> = "table"

  @OptionGroup var quiet: QuietOption

  func check(_ usage: inout Usage) {
    tables.check(&usage)
    usage.check("--seconds", seconds)
    usage.check("--gap", gap, in: 0...1e9)
    usage.check("--seed", seed)
    usage.check("--format", format)
    usage.refuse(
      with: "--read-solution", readSolution != nil,
      ["--seconds": seconds != nil, "--gap": gap != nil, "--seed": seed != nil], because: "it searches nothing")
  }

  func run() throws {
    let data = try tables.tables()
    Console.warn(data.warnings, unless: quiet.quiet)
    do {
      let question = try tables.question()
      if let writeLP { try write(data.model, try question.asked(of: data), to: writeLP) }
      if let readSolution { return try judge(readSolution, by: question, of: data) }
      let answer = try SelectionAnswer(solve(data.model, try question.asked(of: data)), to: question, of: data)
      print(answer)
      if !quiet.quiet, let note = answer.shortage { Console.note("note: \(note)") }
      guard let failure = answer.failure else { return }
      Console.note("note: \(failure)")
      throw ExitCode(3)
    } catch { throw Console.failure(error) }
  }

  private func solve(_ model: PlacementModel, _ question: PlacementQuestion) throws -> PlacementAnswer {
    let progress = ProgressLine(isQuiet: quiet.quiet)
    defer { progress.clear() }
    let search = PlacementSearch(
      timeLimit: .seconds(clamping: try seconds?.get().seconds ?? 30), seed: try seed?.get() ?? 1,
      gap: try gap?.get() ?? 0)
    return try Interruption.asWish { isAsked in
      try model.solve(
        question, search: search, progress: { step in progress.show { _ in "selecting: \(step.text)" } },
        isCancelled: isAsked)
    }
  }

  func print(_ answer: SelectionAnswer) {
    let report = SelectionReport(answer)
    switch format.value ?? .table {
    case .json: Console.result(report.json)
    case .csv: Console.result(report.table.csv)
    case .table: Console.result(report.text)
    }
  }
}
