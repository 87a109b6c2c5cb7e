import ArgumentParser
import Atalaya

/// `atalaya place`
struct PlaceCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Choose which radars to buy and where to put them: a list, its value, and a proven bound on the best.",
    discussion: discussion)

  @OptionGroup var options: PlaceOptions
  @OptionGroup var proposals: ProposeOptions

  @OptionGroup var output: ReportOutput

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
    output.check(
      &usage, besidesTable: ["--sweep": options.sweep == true, "--compare": !options.compare.isEmpty])
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
      let question = asked.question(of: loaded, plans: try asked.purchases(of: loaded))
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
      try output.print(report, about: loaded, isQuiet: quiet) { report.text + ($0 ?? "") }
    } catch let error as SitingError {
      progress.clear()
      throw Console.failure(error)
    }
    if !quiet, output.format == .table, loaded.terrain == nil {
      Console.note(
        "warning: the list is chosen over a smooth Earth: over real terrain other sites may be better (\(loaded.fetchCommand) "
          + "gets terrain)")
    }
  }

  private func load() throws -> Scenario {
    guard let folder = options.scenario else { throw ExitCode.validationFailure }
    do { return try Scenario.load(folder: folder, cache: noCache ? nil : FloorCache()) } catch {
      throw Console.failure(error)
    }
  }
}
