internal import Scenario
internal import ScenarioFiles
internal import Units

extension LiveSession {
  /// The floor of a radar of a variant.
  func floor(of station: String, variant id: String, posts: Int) async throws -> StationFloor {
    let scenario = try scenario(id)
    return try await planned { [planner] in try await planner.floor(of: station, in: scenario, posts: posts) }
  }

  /// The floor of a radar as an edit would make it; nothing is changed.
  /// - Parameters:
  ///   - page: What tells the page from others.
  ///   - number: The page's own number.
  /// - Throws: ``LiveError`` with code `conflict` when the page has asked for a newer one meanwhile.
  func preview(
    _ edit: ScenarioEdit, station: String, variant id: String, posts: Int, page: String, number: Int
  ) async throws -> StationFloor {
    let draft = try variant(id).state.draft
    if previews.count > 1000 { previews = [:] }
    previews[page] = max(previews[page] ?? number, number)
    return try await planned { [self] in
      // While it waited its turn a newer one may have come.
      try await checkNewest(page, number)
      var edited = draft
      try edited.apply(edit)
      let scenario = try load(edited)
      try await checkNewest(page, number)
      return try await planner.floor(of: station, in: scenario, posts: posts)
    }
  }

  private func checkNewest(_ page: String, _ number: Int) throws(LiveError) {
    guard previews[page] ?? number <= number else { throw LiveError(.conflict, "a newer preview has been asked for") }
  }

  /// Work beside the threads on which requests wait.
  private nonisolated func planned<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value { try await Task(executorPreference: executor) { try await work() }.value }
}
