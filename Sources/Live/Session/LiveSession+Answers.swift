internal import Coverage
internal import Foundation
internal import Planning
internal import Report
internal import Scenario
internal import ScenarioFiles
internal import Units

extension LiveSession {
  /// The shortest time between the beginnings of two computations: at most twelve a second, the first at once.
  private static let pace = Duration.milliseconds(84)
  /// How long computations may be given up for newer ones before one must come to its end.
  private static let patience = Duration.seconds(1)
  /// Answers that are kept; others are computed again when they are asked for.
  private static let kept = 8

  /// Asks for the answer of a variant, before those that others wait for.
  func want(_ id: String) {
    wanted.removeAll { $0 == id }
    wanted.append(id)
    if let running {
      // The newest wins; but while the hand never rests, an answer is better than none.
      let isOld = variants.first { $0.id == running.variant }?.revision != running.revision
      if isOld, running.isBegun, ContinuousClock.now - busySince < Self.patience { running.task.cancel() }
    } else {
      busySince = .now
      next()
    }
  }

  /// Begins what is wanted most, if nothing goes on.
  private func next() {
    while running == nil, !isEnded, let id = wanted.popLast() {
      guard let variant = variants.first(where: { $0.id == id }), answers[id]?.revision != variant.revision else {
        continue
      }
      begin(variant)
    }
  }

  private func begin(_ variant: Variant) {
    computations += 1
    let pause = lastStart.map { $0 + Self.pace - .now } ?? .zero
    let task = Task(executorPreference: executor) {
      if pause > .zero { try? await Task.sleep(for: pause) }
      await self.run(variant.id)
    }
    running = LiveComputation(variant: variant.id, revision: variant.revision, task: task)
    lastStart = .now + max(pause, .zero)
  }

  /// Computes what the variant is when its turn comes.
  private func run(_ id: String) async {
    guard let variant = variants.first(where: { $0.id == id }), !Task.isCancelled, !isEnded else {
      return await finish(id, nil)
    }
    running?.revision = variant.revision
    running?.isBegun = true
    let result = await Self.result(of: variant, try? scenario(id), planner, options) { [weak self] done, total in
      guard let self else { return }
      var event = LiveEvent(.progress, variant: variant)
      (event.done, event.total) = (done, total)
      Task { [event] in await self.hub.send(event) }
    }
    await finish(id, (variant, result))
  }

  private static func result(
    of variant: Variant, _ scenario: Scenario?, _ planner: any LivePlanner, _ options: Options,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async -> Result<LiveAnswer, any Error> {
    guard let scenario else { return .failure(LiveError(.notFound, "the variant cannot be read any more")) }
    let question = PlanQuestion(
      purchase: variant.purchase, terrain: TerrainCoverage.Options(cache: options.cache))
    let paced = PacedProgress(progress)
    do {
      let plan = try await planner.plan(scenario, question) { paced.show($0.done, $0.total) }
      let json = plan.json
      return .success(
        LiveAnswer(
          variant: variant.id, revision: variant.revision, number: variant.number, edits: variant.state.draft.edits,
          plan: plan, json: json, compared: try ComparedPlan(json: json)))
    } catch { return .failure(error) }
  }

  private func finish(_ id: String, _ outcome: (variant: Variant, result: Result<LiveAnswer, any Error>)?) async {
    running = nil
    if let (variant, result) = outcome, variants.contains(where: { $0.id == id }) {
      switch result {
      case .success(let answer): keep(answer, of: variant)
      case .failure(let error) where Self.isCancelled(error): break
      case .failure(let error):
        failures[id] = LiveFailure(revision: variant.revision, problems: Self.lines(of: error))
        var event = LiveEvent(.failed, variant: variant)
        event.problems = failures[id]?.problems
        await hub.send(event)
      }
      // It may have changed meanwhile.
      let now = variants.first { $0.id == id }?.revision
      if now != answers[id]?.revision, now != failures[id]?.revision, !wanted.contains(id) { wanted.append(id) }
    }
    wakeAll()
    next()
  }

  private func keep(_ answer: LiveAnswer, of variant: Variant) {
    guard answer.revision > answers[answer.variant]?.revision ?? 0 else { return }
    answers[answer.variant] = answer
    failures[answer.variant] = nil
    busySince = .now
    if answers.count > Self.kept,
      let oldest = variants.dropFirst().first(where: { $0.id != answer.variant && answers[$0.id] != nil })
    {
      answers[oldest.id] = nil
    }
    send(LiveEvent(.answers, variant: variant))
  }

  static func isCancelled(_ error: any Error) -> Bool {
    (error as? PlanError)?.code == .cancelled || error is CancellationError
  }

  static func lines(of error: any Error) -> [String] { (error as? any AtalayaError)?.lines ?? ["\(error)"] }

  /// The answer to what a variant is now.
  /// - Parameter time: How long to wait for it.
  /// - Returns: nil when the time is over.
  /// - Throws: ``LiveError`` when there is no such variant, or it has no answer.
  func answer(of id: String, within time: Duration) async throws -> LiveAnswer? {
    let end = ContinuousClock.now + time
    while true {
      let revision = try variant(id).revision
      if let answer = answers[id], answer.revision == revision { return answer }
      if let failure = failures[id], failure.revision == revision { throw LiveProblems(problems: failure.problems) }
      if running?.variant != id, !wanted.contains(id) { want(id) }
      guard !isEnded, ContinuousClock.now < end else { return nil }
      await wait(until: end)
    }
  }

  private func wait(until end: ContinuousClock.Instant) async {
    lastWaiter += 1
    let id = lastWaiter
    let alarm = Task {
      try? await Task.sleep(until: end)
      self.wake(id)
    }
    await withCheckedContinuation { waiters[id] = $0 }
    alarm.cancel()
  }

  private func wake(_ id: Int) { waiters.removeValue(forKey: id)?.resume() }

  func wakeAll() { for id in waiters.keys { wake(id) } }
}

/// Why a variant has no answer.
struct LiveProblems: Error { var problems: [String] }
