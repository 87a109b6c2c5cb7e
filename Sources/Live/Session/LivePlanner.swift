internal import Coverage
internal import Foundation
internal import Geodesy
internal import Planning
internal import Scenario

/// What computes the answers of a session.
protocol LivePlanner: Sendable {
  /// The plan of a scenario, the same bits as of `Plan.run`.
  func plan(
    _ scenario: Scenario, _ question: PlanQuestion, progress: @escaping @Sendable (PlanProgress) -> Void
  ) async throws -> Plan

  /// The floor of one radar, coarser by so many posts.
  /// - Throws: ``LiveError`` with code `notFound` when the scenario has no such radar.
  func floor(of station: String, in scenario: Scenario, posts: Int) async throws -> StationFloor
}

/// From how high a radar sees, as a grid.
struct StationFloor: Sendable, Hashable {
  /// The outer corners of the grid: those of its first row from west to east, then those of its last one. The axes of the
  /// terrain's grid need not lie north and east.
  var corners: [Position]
  var rows, columns: Int
  /// How many posts of the terrain a cell is wide; 1: exact.
  var posts: Int
  /// Metres above ground, row by row from the first; ``notSeen`` and ``unknown`` are no heights.
  var cells: [UInt16]

  /// Not seen at any height up to the top of the answers.
  static let notSeen: UInt16 = 65_535
  /// The ground is not known.
  static let unknown: UInt16 = 65_534
}

/// Runs what computes beside the threads on which requests wait, so that a plan never keeps an answer.
final class PlanningExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "atalaya.planning", qos: .userInitiated, attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
