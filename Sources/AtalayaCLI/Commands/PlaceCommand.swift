import ArgumentParser
import Atalaya

/// `atalaya place`
struct PlaceCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Choose which radars to buy and where to put them: a list, its value, and a proven bound on the best.",
    discussion: discussion)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var asked: SitingOptions
  @OptionGroup var proposals: ProposeOptions

  @OptionGroup var output: ReportOutput

  func check(_ usage: inout Usage) {
    options.check(&usage)
    asked.check(&usage)
    proposals.check(&usage)
    output.check(&usage, besidesTable: ["--sweep": asked.sweep == true, "--compare": !asked.compare.isEmpty])
    output.check(&usage, options)
  }

  func run() async throws {
    let progress = ProgressLine(isQuiet: options.quiet)
    defer { progress.clear() }
    let loaded = try options.load()
    var known = Filter()
    known.check(options.purchase, of: loaded)
    try known.finish()
    let scenario = try proposals.adding(to: loaded, progress)
    try await scenario.units.writing { () async throws in try await place(scenario, progress) }
  }

  private func place(_ loaded: Scenario, _ progress: ProgressLine) async throws {
    do {
      let asked = try SitingRequest(asked, in: loaded)
      let question = asked.question(of: loaded, plans: try asked.purchases(of: loaded))
      let start = ContinuousClock.now
      let survey = try await SitingSurvey.make(
        of: loaded, onTopOf: loaded.purchases.first { $0.id == options.purchase }, for: question,
        terrain: TerrainCoverage.Options(cache: options.cache)
      ) { progress.show($0) }
      Console.warn(survey.warnings, unless: options.quiet)
      let look = ContinuousClock.now - start
      let placement = try Interruption.asWish { (isAsked) throws(SitingError) in
        try PlanPlacement.found(question, in: survey, progress: { progress.show($0) }, isCancelled: isAsked)
      }
      var report = SitingReport(placement)
      report.times = SitingReport.Times(look: look, search: placement.times.search)
      progress.clear()
      try output.print(report, about: loaded, isQuiet: options.quiet) { report.text + ($0 ?? "") }
    } catch let error as SitingError {
      progress.clear()
      throw Console.failure(error)
    }
    if !options.quiet, output.format == .table, loaded.terrain == nil {
      Console.note(
        "warning: the list is chosen over a smooth Earth: over real terrain other sites may be better (\(loaded.fetchCommand) "
          + "gets terrain)")
    }
  }
}
