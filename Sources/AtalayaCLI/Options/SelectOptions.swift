import ArgumentParser
import Atalaya

/// The tables of a selection, and what is asked of them.
struct SelectOptions: ParsableArguments {
  @Option(help: "The table of what can be bought.", completion: .file())
  var options: String

  @Option(help: "The table of what is to be covered.", completion: .file())
  var demand: String

  @Option(help: "The table of what covers what.", completion: .file())
  var covers: String

  @Option(
    help: "Decimal mark of the tables, point or comma, where their numbers do not show it: 17.800 has two readings.")
  var decimal: OptionValue<DecimalMark>?

  @Option(help: "Spend at most this.")
  var budget: OptionValue<PriceText>?

  @Option(help: "Choose at most this many.")
  var count: OptionValue<Int>?

  @Option(
    help: ArgumentHelp("Use at most this much of a column of the options; may be repeated.", valueName: "column=number")
  )
  var limit: [OptionValue<ResourceLimit>] = []

  @Flag(name: .customLong("cover-all"), help: "Cover everything for the least money.")
  var coverAll = false

  @Flag(help: "Make the share of covered weight in the worst group of demands as large as possible.")
  var fairest = false

  @Option(name: .customLong("k"), help: "The coverage that a demand needs, unless its row has its own k (default: 1).")
  var need: OptionValue<Double>?

  func check(_ usage: inout Usage) {
    usage.check("--budget", budget)
    if let price = try? budget?.get(), price.amount < 0 { usage.report("--budget: write a sum of zero or more") }
    usage.check("--limit", limit)
    usage.check("--decimal", decimal)
    usage.check("--count", count, in: 0...Int.mostAsked)
    usage.check("--k", need, in: 1e-9...1000)
    usage.refuse(with: "--cover-all", coverAll, ["--fairest": fairest], because: "they are two goals")
    if !coverAll, budget == nil, count == nil, limit.isEmpty {
      usage.report("name a limit, --budget, --count or --limit, or the goal --cover-all")
    }
  }

  /// Reads the tables; what is wrong goes to standard error.
  func tables() throws -> SelectionTables {
    do {
      return try SelectionTables.load(
        options: options, demand: demand, covers: covers, resources: try limit.map { try $0.get().column },
        need: try need?.get() ?? 1, decimal: try decimal?.get())
    } catch let error as SelectionError {
      throw Console.failure(error)
    }
  }

  /// What is asked.
  func question() throws -> SelectionQuestion {
    var question = SelectionQuestion(coverAll ? .cheapestCover : fairest ? .fairestCover : .maximumCover)
    (question.budget, question.count) = (budget?.text, try count?.get())
    question.most = try limit.map { (column: try $0.get().column, number: try $0.get().most) }
    return question
  }
}
