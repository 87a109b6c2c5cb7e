import Synchronization

/// Whether the task of a run was cancelled, for threads that belong to no task.
final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// Whether the task was cancelled.
  var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Does work that asks often whether it is cancelled, and need not ask its task.
  static func watched<Value: Sendable, Failure: Error>(
    _ work: (_ isCancelled: @escaping @Sendable () -> Bool) throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let cancellation = Cancellation()
    let result = await withTaskCancellationHandler {
      Result { () throws(Failure) in try work { cancellation.isSet } }
    } onCancel: {
      cancellation.flag.store(true, ordering: .relaxed)
    }
    return try result.get()
  }
}
