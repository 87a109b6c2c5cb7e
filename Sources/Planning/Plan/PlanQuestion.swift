public import Coverage

/// What is asked of a scenario; ``Plan`` is the answer.
public struct PlanQuestion: Sendable {
  /// Which parts are computed. What is not asked costs nothing.
  public var parts: Plan.Parts
  /// The id of the purchase that counts as made; nil for existing radars only.
  public var purchase: String?
  /// What to buy; nil when that is not asked. The proposal counts among the plan's purchases.
  public var siting: SitingQuestion?
  /// The least-observed routes; nil when they are not asked. The plan's ``purchase`` counts as made, whatever the question
  /// says itself.
  public var leak: LeakQuestion?
  /// How many steps run at a time; nil for as many as the machine has processors. The answer does not depend on it.
  public var workers: Int?
  /// How floors over the scenario's terrain are computed and kept; its workers are those above.
  public var terrain: TerrainCoverage.Options
  /// Asked between steps whether the answer is still wanted, in addition to whether the task was cancelled.
  package var isCancelled: @Sendable () -> Bool = { false }

  /// A question: by default every part, for existing radars, without a proposal and without routes.
  public init(
    parts: Plan.Parts = .all, purchase: String? = nil, siting: SitingQuestion? = nil, leak: LeakQuestion? = nil,
    workers: Int? = nil, terrain: TerrainCoverage.Options = TerrainCoverage.Options()
  ) {
    self.parts = parts
    self.purchase = purchase
    self.siting = siting
    self.leak = leak
    self.workers = workers
    self.terrain = terrain
  }
}

extension PlanQuestion {
  /// Refuses to go on when the task was cancelled, or the answer is no longer wanted.
  func checkCancellation() throws(PlanError) {
    if Task.isCancelled || isCancelled() { throw .cancelled }
  }
}
