internal import Units

/// How far a run has come.
public struct PlanProgress: Sendable, Hashable {
  /// Steps that are done.
  public var done: Int
  /// Steps in all.
  public var total: Int

  /// So many steps of so many.
  package init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
