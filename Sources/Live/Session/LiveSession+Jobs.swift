internal import Coverage
internal import Foundation
internal import Placement
internal import Planning
internal import Radar
internal import Report
internal import Scenario
internal import ScenarioFiles
internal import Units

extension LiveSession {
  /// Jobs that are remembered.
  private static let keptJobs = 20

  /// Begins to search for what to buy for a variant.
  /// - Parameters:
  ///   - budget: The sum, as `USD 71M`.
  ///   - objective: What to achieve; nil: as the scenario says.
  ///   - seconds: How long to search.
  /// - Throws: ``LiveError`` when one is running already, or the sum cannot be read.
  func place(_ id: String, budget: String, objective: String?, seconds: Double) throws -> LiveJob {
    guard !jobs.values.contains(where: { $0.state == .running }) else {
      throw LiveError(.conflict, "a search is running", remedy: "stop it with DELETE jobs/ID, or wait for it")
    }
    let variant = try variant(id)
    let scenario = try scenario(id)
    let sum: PriceText
    do { sum = try PriceText(parsing: budget) } catch { throw LiveError(.request, "budget: \(error.message)") }
    let goal = try objective.map { name throws(LiveError) in
      guard let goal = SitingObjective(rawValue: name) else {
        let all = SitingObjective.allCases.map(\.rawValue).joined(separator: ", ")
        throw LiveError(.request, "objective: there is no “\(name)”", remedy: "write one of \(all)")
      }
      return goal
    }
    let kept = scenario.siting
    let question = SitingQuestion(
      of: scenario, budget: sum.money(in: scenario),
      objective: goal?.made(for: scenario, height: kept.height, cells: kept.cells),
      time: .seconds(min(max(seconds, 1), 3600)))
    lastJob += 1
    var job = LiveJob(id: "j\(lastJob)", variant: id)
    let jobId = job.id
    let purchase = scenario.purchases.first { $0.id == variant.purchase }
    job.task = Task(executorPreference: executor) {
      await self.search(jobId, scenario, question, onTopOf: purchase)
    }
    if jobs.count >= Self.keptJobs { jobs = jobs.filter { $0.value.state == .running } }
    jobs[job.id] = job
    return job
  }

  private func search(
    _ id: String, _ scenario: Scenario, _ question: SitingQuestion, onTopOf purchase: Scenario.Purchase?
  ) async {
    let result = await Self.found(scenario, question, purchase, options) { [weak self] progress in
      Task { await self?.show(progress, of: id) }
    }
    switch result {
    case .success(let (report, edits)):
      change(id) { ($0.state, $0.result, $0.edits) = (.done, report, edits) }
    case .failure(let error):
      let isCancelled = Task.isCancelled
      change(id) { job in
        job.state = isCancelled ? .cancelled : .failed
        if !isCancelled { job.problems = Self.lines(of: error) }
      }
    }
    await tell(id)
  }

  private static func found(
    _ scenario: Scenario, _ question: SitingQuestion, _ purchase: Scenario.Purchase?, _ options: Options,
    _ show: @escaping @Sendable (PlanProgress) -> Void
  ) async -> Result<(String, [ScenarioEdit]), SitingError> {
    do throws(SitingError) {
      let placement = try await PlanPlacement.run(
        scenario, question, onTopOf: purchase, terrain: TerrainCoverage.Options(cache: options.cache), progress: show)
      let report = SitingReport(placement)
      let edits = report.list.items.map { item in
        ScenarioEdit.set(
          layer: "sites", id: item.option.site.id, fields: ["radar": item.option.type.id])
      }
      return .success((report.json, edits))
    } catch { return .failure(error) }
  }

  private func show(_ progress: PlanProgress, of id: String) async {
    guard jobs[id]?.state == .running else { return }
    change(id) { job in
      (job.done, job.total) = (progress.done, progress.total)
      if let search = progress.search { (job.best, job.bound) = (search.best, search.bound) }
    }
    await tell(id)
  }

  private func change(_ id: String, _ change: (inout LiveJob) -> Void) {
    guard var job = jobs[id] else { return }
    change(&job)
    jobs[id] = job
  }

  private func tell(_ id: String) async {
    guard let job = jobs[id] else { return }
    var event = LiveEvent(.job)
    (event.job, event.variant, event.done, event.total) = (id, job.variant, job.done, job.total)
    await hub.send(event)
  }

  /// A job.
  /// - Throws: ``LiveError`` with code `notFound`.
  func job(_ id: String) throws(LiveError) -> LiveJob {
    guard let job = jobs[id] else { throw LiveError(.notFound, "there is no job “\(id)”") }
    return job
  }

  /// Stops a job; what it has found so far is its result where the search had begun.
  func stop(_ id: String) throws(LiveError) -> LiveJob {
    let job = try job(id)
    job.task?.cancel()
    return job
  }
}
