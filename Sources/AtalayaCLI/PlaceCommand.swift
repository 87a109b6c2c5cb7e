import ArgumentParser
import Atalaya
import Foundation

/// Which radars to buy, and where to put them.
struct PlaceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Choose which radars to buy for which sites: a shopping list, its value, and a proven bound of the best.",
    discussion: """
      Every site without a radar may take one radar of any type that has a price; existing radars stay and cost nothing. \
      The list is the best found for the budget, and the bound is proven: no list is better. The order is the one \
      in which to buy, what gains most per million first.

      Objectives:
        interceptions  flights a day that an asset meets at the strip (each option counts alone with today's radars; \
      the line “As a plan” shows what the whole list does together)
        detection      cases, each a strip by day or by night, whose flights are seen as far out as the fastest asset needs
        track          minutes a day in which flights are seen
        second         minutes a day in which flights are seen by two radars
        worst-route    the share (0 to 1; in the summary, %) seen of the least-observed flight; gains are parts of it
        area           area in which the scenario's target is seen at --height, in about --cells cells, each counted \
      whole by what is seen over its centre: what is proven is the best list for these cells

      The scenario's measures (shorter readiness, one more alert) compete with radars for the budget where the objective \
      is interceptions or detection: every set of them is weighed, for --sweep and --stages too.

      Where the scenario has terrain, every radar looks over it by its floor, as in a plan; what each sees is kept in \
      $XDG_CACHE_HOME/atalaya, so that other prices and budgets need no terrain again. Without terrain the Earth is smooth, \
      an estimate. JSON: objective, on_top_of (null here; in plan.json the purchase that counts as made), unit, budget, currency, price, \
      cost, value, value_today, bound, gap (|bound − value| / |value|), status, seconds (of the list), look_seconds, \
      search_seconds, options, is_over_terrain, cells \
      (of the objective area), purchases, measures, today, with_list, prices, budgets, without_one, stages, plans; amounts that end in _m are millions.

      Written to the folder --output: place.json, purchases.csv, prices.csv, without.csv, budgets.csv (with --sweep), \
      stages.csv (with --stages), plans.csv (with --compare), measures.csv (when some are taken), \
      purchases.gpkg and purchases.geojson (the chosen sites with type, price and order).

      What the command line leaves out is taken from the scenario's key place, which may hold budget, objective, height, \
      cells, price, seconds, sweep, stages and compare; --budget or --stages replaces both its budget and its stages.

      --seconds is the time for all searches of the command together: half of it at most for the list, the rest for \
      the tables of other prices, budgets, years and plans in equal parts. What is not needed is left to those that follow. \
      A row that got no time is marked “not searched”: its bound is proven all the same, from what is known of the \
      others, and its list is the best of theirs that it can pay. Before that each radar's coverage is computed, once for \
      all searches; this is not part of --seconds, and how long it took is reported apart. The search ends at the proof, \
      at --seconds, or at Ctrl-C with the best so far.

      Exit code: 0 done; 1 the scenario, the budget or the output folder cannot be used; 64 wrong usage.

      Examples:
        atalaya place GeoData/vraem --budget "USD 71M"
        atalaya place GeoData/vraem --budget "USD 71M" --objective track --sweep
        atalaya place GeoData/vraem --stages "20M,30M,21M" \\
          --objective track --compare plan-2014
        atalaya place GeoData/lima --budget "USD 40M" --objective track \\
          --propose 40 --spacing 8km
        atalaya place GeoData/vraem --budget "USD 30M" --objective area \\
          --height "300 m" --output list
      """)

  @Argument(help: "The scenario’s folder, or its scenario.yaml.", completion: .directory)
  var scenario: String

  @Option(help: "Spend at most this; a number alone is in the currency of the prices (default: the sum of --stages).")
  var budget: String?

  @Option(help: "What is to be achieved (default: interceptions).")
  var objective: SitingObjective?

  @Option(help: "Height above ground for the objective area (default: the scenario's lowest band).")
  var height: String?

  @Option(
    help: "About how many cells the objective area is sampled by (default: 4000).",
    transform: OptionNumber.count(1...1_000_000))
  var cells: Int?

  @Option(help: "Which prices count (default: base).")
  var price: PricePart?

  @Option(
    help: "Search no longer than this, for the list and all tables together (default: 30).",
    transform: OptionNumber.seconds)
  var seconds: Double?

  @Flag(
    inversion: .prefixedNo,
    help: "Also the best lists for a tenth of the budget, two tenths and so on up to one and a half of it.")
  var sweep: Bool?

  @Option(help: "Money of each year, as in “20M,30M,21M”: what to buy in which year, each list holding those before.")
  var stages: String?

  @Option(
    parsing: .upToNextOption,
    help:
      "Plans to judge against the best list for their money: ids of purchases of the scenario, or YAML files with one.")
  var compare: [String] = []

  @OptionGroup var proposals: ProposeOptions

  @Option(help: "table (everything, for reading), csv (the purchases alone) or json (everything).")
  var format: TableFormat = .table

  @Option(name: .shortAndLong, help: "A folder for the files; made when it is not there.", completion: .directory)
  var output: String?

  @Flag(
    name: .customLong("no-cache"),
    help: "Compute what each radar sees again, and keep nothing in $XDG_CACHE_HOME/atalaya for the next run.")
  var noCache = false

  @OptionGroup var trust: TrustOption

  @Flag(name: .shortAndLong, help: "Print neither progress nor warnings: errors and results alone.")
  var quiet = false

  func validate() throws {
    guard (try? sums()) != nil else {
      throw ValidationError("--stages “\(stages ?? "")”: write the sum of each year, as in 20M,30M,21M")
    }
    if let budget {
      guard (try? PriceText(parsing: budget)) != nil else {
        throw ValidationError("--budget “\(budget)”: write a number, or a sum such as USD 71M")
      }
    }
    if let height {
      guard let length = try? Length.parse(height), (.zero ... .kilometres(100)).contains(length) else {
        throw ValidationError("--height “\(height)”: write a height above ground of 0 m to 100 km, such as 300 m")
      }
    }
  }

  func run() async throws {
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.clear() }
    let loaded = try proposals.adding(to: try load(), progress)
    try await loaded.units.writing { () async throws in try await place(loaded, progress) }
  }

  private func place(_ loaded: Scenario, _ progress: ProgressLine) async throws {
    do {
      let question = try PlaceQuestion(self, in: loaded)
      let objective = question.objective
      try SitingError.check(
        loaded, budget: question.budget, price: question.price,
        measures: objective.countsAssets ? loaded.measures : [])
      let terrain = TerrainCoverage.Options(cache: noCache ? nil : FloorCache())
      let start = ContinuousClock.now
      let survey = try await SitingSurvey.make(
        of: loaded, area: objective.area, plans: try plans(question.plans, in: loaded), terrain: terrain
      ) {
        progress.show($0, doing: "looking from each site")
      }
      if !quiet { for note in survey.notes { Console.note("warning: \(note)") } }
      let looked = ContinuousClock.now
      let problem = try SitingProblem(survey, objective: objective)
      let search = PlacementSearch(timeLimit: .seconds(clamping: question.seconds)).begun
      var report = try Interruption.asWish { (isAsked) throws(SitingError) in
        try self.report(problem, question, search, progress, isAsked)
      }
      report.times = SitingReport.Times(look: looked - start, search: ContinuousClock.now - looked)
      progress.clear()
      try print(report)
    } catch let error as SitingError {
      progress.clear()
      throw Console.failure(error.description)
    }
    if !quiet, format == .table, loaded.terrain == nil {
      Console.note(
        "warning: the list is chosen over a smooth Earth: over real terrain other sites may be better (\(loaded.fetchCommand) "
          + "gets terrain)")
    }
  }

  private func load() throws -> Scenario {
    do { return try Scenario.load(folder: scenario, cache: noCache ? nil : FloorCache()) } catch {
      throw Console.failure(error)
    }
  }

  /// The sums of ``stages``.
  func sums() throws -> [PriceText] {
    try (stages ?? "").split(separator: ",", omittingEmptySubsequences: stages == nil).map {
      try PriceText(parsing: $0.trimmingCharacters(in: .whitespaces))
    }
  }

  /// The plans to compare with: purchases of the scenario, or files.
  private func plans(_ names: [String], in scenario: Scenario) throws -> [Scenario.Purchase] {
    var plans: [Scenario.Purchase] = []
    var faults: [String] = []
    for name in names {
      if let purchase = scenario.purchases.first(where: { $0.id == name }) {
        plans.append(purchase)
      } else if FileManager.default.fileExists(atPath: name) {
        do throws(ScenarioError) { plans += try scenario.purchases(inFile: name) } catch {
          faults += error.problems.map { "\($0)" }
        }
      } else {
        let ids = scenario.purchases.map(\.id).joined(separator: ", ")
        faults.append(
          "--compare “\(name)”: the scenario has no such purchase (\(ids.isEmpty ? "it has none" : "it has " + ids)), and "
            + "there is no such file")
      }
    }
    for fault in faults { Console.note("error: \(fault)") }
    if !faults.isEmpty { throw ExitCode(1) }
    return plans
  }

  /// The list, and everything else that was asked.
  private func report(
    _ problem: SitingProblem, _ question: PlaceQuestion, _ search: PlacementSearch, _ progress: ProgressLine,
    _ isAsked: @escaping () -> Bool
  ) throws(SitingError) -> SitingReport {
    let (money, price) = (question.budget, question.price)
    func shown(_ part: String) -> (PlacementProgress) -> Void {
      { step in progress.show { _ in Self.line(step, part) } }
    }
    let budgets = question.isSweep ? (1...15).map { Money(money.amount * Double($0) / 10, money.currency) } : []
    // Searches that follow the list, by table: they share what it leaves of the time.
    var left = [2, budgets.count, 3 * question.years.count, problem.survey.plans.count]
    func share() -> PlacementSearch {
      let part = Double(left.first ?? 1) / Double(max(left.reduce(0, +), 1))
      left = Array(left.dropFirst())
      return search.withPart(part, isOver: isAsked())
    }
    let package = try problem.package(
      budget: money, price: price, search: search.withPart(PlanPlacement.listPart), progress: shown("the list"),
      isCancelled: isAsked)
    let byPrice = try problem.packages(
      budget: money, search: share(), known: package, progress: shown("other prices"), isCancelled: isAsked)
    let sweepSearch = share()
    let sweep =
      budgets.isEmpty
      ? []
      : try problem.sweep(
        budgets: budgets, price: price, search: sweepSearch, known: package, progress: shown("other budgets"),
        isCancelled: isAsked)
    let stages = try problem.stages(budgets: question.years, price: price, search: share(), isCancelled: isAsked)
    let verdicts = try problem.verdicts(
      price: price, search: share(), known: package, progress: shown("plans of others"), isCancelled: isAsked)
    return SitingReport(
      asked: problem, package: package, byPrice: byPrice, losses: try package.problem.losses(of: package.list),
      sweep: sweep, stages: stages, verdicts: verdicts)
  }

  private func print(_ report: SitingReport) throws {
    var files: PlanFiles?
    if let output {
      files = PlanFiles(of: report)
      do throws(GeoFileError) {
        let notes =
          try files?.write(to: output, about: report.asked.survey.scenario) { Console.waiting(for: output) } ?? []
        if !quiet { for line in notes { Console.note("note: \(line)") } }
      } catch { throw Console.failure(error.description) }
    }
    switch format {
    case .table:
      Console.result(report.text)
      if let files, let output { Console.result(files.summary(folder: output)) }
    case .csv: Console.result(report.table.csv)
    case .json: Console.result(report.json)
    }
  }

  static func line(_ progress: PlacementProgress, _ part: String) -> String {
    func text(_ number: Double?) -> String { number.map { $0.fixed(2) } ?? "none yet" }
    return
      "placing, \(part): \(progress.phase.rawValue), best \(text(progress.value)), bound \(text(progress.bound)), "
      + "\(progress.seconds.fixed(0)) s"
  }
}

extension PriceText {
  /// The sum, in the currency of a scenario's prices where none is written.
  func money(in scenario: Scenario) -> Money {
    let prices = scenario.radarTypes.lazy.compactMap(\.price?.base.currency).first
    return Money(amount, currency ?? prices ?? "USD")
  }
}
