import ArgumentParser
import Atalaya
import Foundation

/// `atalaya place`
struct PlaceCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Choose which radars to buy and where to put them: a list, its value, and a proven bound on the best.",
    discussion: discussion)

  @OptionGroup var options: PlaceOptions
  @OptionGroup var proposals: ProposeOptions

  @Option(help: "table (everything, for reading), csv (the purchases only) or json (everything).")
  var format: TableFormat = .table

  @Option(name: .shortAndLong, help: "The folder for the files; created if missing.", completion: .directory)
  var output: String?

  @Flag(
    name: .customLong("no-cache"),
    help: "Neither read nor write the cache of coverage floors in $XDG_CACHE_HOME/atalaya.")
  var noCache = false

  @OptionGroup var trust: TrustOption
  @OptionGroup var silence: QuietOption

  var quiet: Bool { silence.quiet }

  func check(_ usage: inout Usage) {
    options.check(&usage)
    proposals.check(&usage)
    usage.require(
      "--format table or json, or with --output", format != .csv || output != nil,
      for: ["--sweep": options.sweep == true, "--compare": !options.compare.isEmpty])
  }

  func run() async throws {
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.clear() }
    let loaded = try proposals.adding(to: try load(), progress)
    try await loaded.units.writing { () async throws in try await place(loaded, progress) }
  }

  private func place(_ loaded: Scenario, _ progress: ProgressLine) async throws {
    do {
      let question = try PlaceQuestion(options, in: loaded)
      let objective = question.objective
      try SitingError.check(
        loaded, budget: question.budget, price: question.price,
        measures: objective.countsAssets ? loaded.measures : [])
      let terrain = TerrainCoverage.Options(cache: noCache ? nil : FloorCache())
      let start = ContinuousClock.now
      let survey = try await SitingSurvey.make(
        of: loaded, area: objective.area, plans: try plans(question.plans, in: loaded), terrain: terrain
      ) {
        progress.show($0, doing: "computing coverage of each site")
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
    do { return try Scenario.load(folder: options.scenario) } catch {
      throw Console.failure(error)
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

  static func line(_ progress: PlacementProgress, _ part: String) -> String { "placing, \(part): \(progress.text)" }
}

extension PriceText {
  /// The sum, in the currency of a scenario's prices where none is written.
  func money(in scenario: Scenario) -> Money {
    let prices = scenario.radarTypes.lazy.compactMap(\.price?.base.currency).first
    return Money(amount, currency ?? prices ?? "USD")
  }
}
