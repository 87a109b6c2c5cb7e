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
    help: "Neither read nor write the cache of floors and terrain in $XDG_CACHE_HOME/atalaya.")
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
      let asked = try PlaceQuestion(options, in: loaded)
      let question = asked.question(of: loaded, plans: try plans(asked.plans, in: loaded))
      let start = ContinuousClock.now
      let survey = try await SitingSurvey.make(
        of: loaded, for: question, terrain: TerrainCoverage.Options(cache: noCache ? nil : FloorCache())
      ) { progress.show($0) }
      if !quiet { for note in survey.notes { Console.note("warning: \(note)") } }
      let look = ContinuousClock.now - start
      let placement = try Interruption.asWish { (isAsked) throws(SitingError) in
        try PlanPlacement.found(question, in: survey, progress: { progress.show($0) }, isCancelled: isAsked)
      }
      var report = SitingReport(placement)
      report.times = SitingReport.Times(look: look, search: placement.times.search)
      progress.clear()
      try print(report)
    } catch let error as SitingError {
      progress.clear()
      throw Console.failure(error)
    }
    if !quiet, format == .table, loaded.terrain == nil {
      Console.note(
        "warning: the list is chosen over a smooth Earth: over real terrain other sites may be better (\(loaded.fetchCommand) "
          + "gets terrain)")
    }
  }

  private func load() throws -> Scenario {
    do { return try Scenario.load(folder: options.scenario, cache: noCache ? nil : FloorCache()) } catch {
      throw Console.failure(error)
    }
  }

  /// The plans to compare with: purchases of the scenario, or files.
  private func plans(_ names: [String], in scenario: Scenario) throws -> [Scenario.Purchase] {
    var plans: [Scenario.Purchase] = []
    var faults: [String] = []
    for name in names {
      switch Result(catching: { () throws(LookupError) in try scenario.purchase(named: name) }) {
      case .success(let purchase): plans.append(purchase)
      case .failure where FileManager.default.fileExists(atPath: name):
        do throws(ScenarioError) { plans += try scenario.purchases(inFile: name) } catch {
          faults += error.lines
        }
      case .failure(let error): faults.append("--compare: there is no such file, and \(error)")
      }
    }
    for fault in faults { Console.note("error: \(fault)") }
    if !faults.isEmpty { throw ExitCode(1) }
    return plans
  }

  private func print(_ report: SitingReport) throws {
    var files: PlanFiles?
    if let output {
      files = PlanFiles(of: report)
      do throws(GeoFileError) {
        let notes =
          try files?.write(to: output, about: report.asked.survey.scenario) { Console.waiting(for: output) } ?? []
        if !quiet { for line in notes { Console.note("note: \(line)") } }
      } catch { throw Console.failure(error) }
    }
    switch format {
    case .table:
      Console.result(report.text)
      if let files, let output { Console.result(files.summary(folder: output)) }
    case .csv: Console.result(report.table.csv)
    case .json: Console.result(report.json)
    }
  }
}

extension PriceText {
  /// The sum, in the currency of a scenario's prices where none is written.
  func money(in scenario: Scenario) -> Money {
    let prices = scenario.radarTypes.lazy.compactMap(\.price?.base.currency).first
    return Money(amount, currency ?? prices ?? "USD")
  }
}
