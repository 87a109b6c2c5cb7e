public import ArgumentParser
public import Atalaya
import Foundation

extension DecimalMark: ExpressibleByArgument {}

/// What to choose from a coverage matrix.
struct SelectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "select",
    abstract: "Choose what to buy from a coverage matrix: a list, its value, and a proven bound of the best possible.",
    discussion: """
      Reads three tables (comma, semicolon or tab; columns in any order; ids are texts) and joins them by id:

        options   id, cost; if wanted group (at most one option of a group is chosen), fixed (stands already: covers, costs \
      nothing), forced, forbidden (yes or no)
        demand    id, weight; if wanted group (for --fairest) and k (how much it needs)
        covers    option, demand; if wanted strength, 1 where it is empty

      A demand is covered when the strengths of the chosen options that cover it add up to what it needs: 1, or --k, or \
      its own k. Costs and budget are numbers or sums of money (71000000, 71M, USD 71M). Decimal commas are read where a table's \
      numbers show them, or with --decimal comma.

      Without --cover-all or --fairest the covered weight is maximised within the limits, of which several may be given. \
      The gap is |bound − value| / |value|; status optimal means that nothing better exists. The search ends at the \
      proof, at --seconds (reading not counted), or at Ctrl-C with the best so far. With the same seed the answer is the \
      same, unless the time cuts the search.

      Exit code: 0 done; 1 tables or files at fault; 3 nothing satisfies the question, or no \
      list was found in the time; 64 wrong usage.

      Examples:
        atalaya select --options options.csv --demand demand.csv \\
          --covers covers.csv --budget "USD 71M"
        atalaya select --options options.csv --demand demand.csv \\
          --covers covers.csv --count 8 --k 2 --format json
        atalaya select --options options.csv --demand demand.csv \\
          --covers covers.csv --cover-all --write-lp model.lp
      """)

  @Option(help: "The table of what can be bought.", completion: .file())
  var options: String

  @Option(help: "The table of what is to be covered.", completion: .file())
  var demand: String

  @Option(help: "The table of what covers what.", completion: .file())
  var covers: String

  @Option(
    help: "The decimal mark of the tables, point or comma, where their numbers do not show it: 17.800 has two readings."
  )
  var decimal: DecimalMark?

  @Option(help: "Spend at most this.")
  var budget: String?

  @Option(help: "Choose at most so many.", transform: OptionNumber.count(0...OptionNumber.most))
  var count: Int?

  @Option(
    help: ArgumentHelp("Take at most so much of a column of the options; may be repeated.", valueName: "column=number"))
  var limit: [String] = []

  @Flag(name: .customLong("cover-all"), help: "Cover everything for the least money.")
  var coverAll = false

  @Flag(help: "Make the share of covered weight in the worst group of demands as large as possible.")
  var fairest = false

  @Option(
    name: .customLong("k"), help: "What a demand needs where its row does not say.",
    transform: OptionNumber.number(1e-9...1000))
  var need: Double = 1

  @Option(help: "Search no longer than this.", transform: OptionNumber.seconds)
  var seconds: Double = 30

  @Option(help: "Stop at this gap (0.01 is one percent).", transform: OptionNumber.number(0...1e9))
  var gap: Double = 0

  @Option(help: "The seed of random choices.")
  var seed: UInt64 = 1

  @Option(
    name: .customLong("write-lp"), help: "Write the model for a MILP solver (CPLEX LP format).", completion: .file())
  var writeLP: String?

  @Option(
    name: .customLong("read-solution"),
    help: "Check and print the list of a solution file (CBC, HiGHS, GLPK, or one id per line); search nothing.",
    completion: .file())
  var readSolution: String?

  @Option(help: "table (lines and a table of text), json or csv (the purchases alone).")
  var format: SelectFormat = .table

  @Flag(name: .shortAndLong, help: "No progress and no warnings.")
  var quiet = false

  enum SelectFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv

    /// `text` is another word for `table`.
    init?(argument: String) { self.init(rawValue: argument == "text" ? "table" : argument) }
  }

  func validate() throws {
    if coverAll, fairest { throw ValidationError("--cover-all and --fairest are two goals; name one") }
    guard coverAll || budget != nil || count != nil || !limit.isEmpty else {
      throw ValidationError("Name a limit, --budget or --count, or the goal --cover-all")
    }
    _ = try resourceLimits()
    if let budget {
      guard let price = try? PriceText(parsing: budget), price.amount >= 0 else {
        throw ValidationError("--budget “\(budget)”: write a number, or a sum such as USD 71M, zero or more")
      }
    }
  }

  func run() async throws {
    let tables: SelectionTables
    do {
      tables = try SelectionTables.load(
        options: options, demand: demand, covers: covers, resources: try resourceLimits().map(\.column), need: need,
        decimal: decimal)
    } catch let error as SelectionError {
      for line in error.lines { Console.note("error: \(line)") }
      throw ExitCode(1)
    }
    if !quiet { for line in tables.warnings { Console.note("warning: \(line)") } }
    let question = try question(tables)
    if let writeLP {
      for table in [options, demand, covers] + [readSolution].compactMap({ $0 }) where SameFile.areOne(table, writeLP) {
        throw Console.failure("--write-lp \(writeLP) would replace \(table), which is read; name another file")
      }
      try write(tables.model, question, to: writeLP)
    }
    if let readSolution {
      try check(readSolution, tables, question)
    } else {
      try solve(tables, question)
    }
  }

  private func question(_ tables: SelectionTables) throws -> PlacementQuestion {
    var limits: [PlacementLimit] = []
    if let budget {
      let price: PriceText
      do { price = try PriceText(parsing: budget, tables.reading(of: budget)) } catch {
        throw Console.failure("--budget: \(error)")
      }
      if let currency = price.currency, let other = tables.currency, currency != other {
        throw Console.failure("the budget is in \(currency), the costs are in \(other); use one currency")
      }
      limits.append(.budget(price.amount))
    }
    if let count { limits.append(.count(count)) }
    limits += try resourceLimits(tables.reading(of:)).map { .resource($0.column, $0.most) }
    return PlacementQuestion(coverAll ? .cheapestCover : fairest ? .fairestCover : .maximumCover, limits: limits)
  }

  private func resourceLimits(
    _ reading: (String) -> NumberReading = { _ in .asWritten }
  ) throws -> [(column: String, most: Double)] {
    try limit.map { text in
      guard let sign = text.lastIndex(of: "="), sign > text.startIndex,
        let most = try? NumberText.parse(
          String(text[text.index(after: sign)...]), reading(String(text[text.index(after: sign)...]))), most >= 0
      else { throw ValidationError("--limit “\(text)”: write a column and a number, as in crew=12") }
      return (String(text[..<sign]), most)
    }
  }

  private func solve(_ tables: SelectionTables, _ question: PlacementQuestion) throws {
    let progress = ProgressLine(isQuiet: quiet)
    let answer: PlacementAnswer
    do {
      answer = try Interruption.asWish { (isAsked) throws(PlacementError) in
        try tables.model.solve(
          question, search: PlacementSearch(timeLimit: .seconds(clamping: seconds), seed: seed, gap: gap),
          progress: { step in progress.show { _ in Self.line(step) } }, isCancelled: isAsked)
      }
    } catch {
      progress.clear()
      throw Console.failure(error.description)
    }
    progress.clear()
    var currency = tables.currency
    if currency == nil, let budget { currency = (try? PriceText(parsing: budget))?.currency }
    print(SelectionReport(answer, to: question, of: tables.model, currency: currency))
    if !quiet, let note = tables.model.shortage(in: question) { Console.note("note: \(note)") }
    if answer.status == .infeasible {
      Console.note("note: nothing satisfies the question: \(tables.model.obstacle(to: question))")
      throw ExitCode(3)
    }
    if answer.value == nil {
      Console.note("note: no list was found in the time; that there is none is not proven: give more --seconds")
      throw ExitCode(3)
    }
  }

  private func print(_ report: SelectionReport) {
    switch format {
    case .json: Console.result(report.json)
    case .csv: Console.result(report.table.csv)
    case .table:
      Console.result(report.summary + (report.answer.chosen.isEmpty ? "" : "\n" + report.table.text()))
    }
  }

  private static func line(_ progress: PlacementProgress) -> String {
    func text(_ number: Double?) -> String { number.map { $0.fixed(2) } ?? "none yet" }
    return
      "selecting: \(progress.phase.rawValue), best \(text(progress.value)), bound \(text(progress.bound)), \(progress.seconds.fixed(0)) s"
  }

  private func write(_ model: PlacementModel, _ question: PlacementQuestion, to path: String) throws {
    var bytes: [UInt8] = []
    do {
      try model.writeLP(question) { bytes += $0.utf8 }
      try OutputFile.write(bytes, to: path)
    } catch {
      throw Console.failure("\(error)")
    }
  }

  /// Prints a list from outside, with what it breaks.
  private func check(_ path: String, _ tables: SelectionTables, _ question: PlacementQuestion) throws {
    let text: String
    do { text = try InputFile.text(of: path, limit: 64_000_000) } catch {
      let reason = error.code == .badText ? "cannot be read as UTF-8 text" : error.problem
      throw Console.failure("\(path): \(error.code == .missing ? "is not there" : reason)")
    }
    let chosen: [Int]
    do { chosen = try tables.model.readSolution(text) } catch {
      for problem in error.problems { Console.note("error: \(path), \(problem)") }
      throw ExitCode(1)
    }
    let score = tables.model.score(of: chosen)
    let faults = tables.model.faults(of: chosen, in: question)
    let answer = PlacementAnswer(
      status: faults.isEmpty ? .feasible : .infeasible, value: score.value(for: question.goal), bound: nil,
      chosen: chosen, cost: score.cost, coveredWeight: score.coveredWeight)
    print(SelectionReport(answer, to: question, of: tables.model, currency: tables.currency))
    for fault in faults { Console.note("error: \(path): \(fault)") }
    if !faults.isEmpty { throw ExitCode(3) }
  }
}
