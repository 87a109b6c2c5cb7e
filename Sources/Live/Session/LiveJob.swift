internal import Planning
internal import Report
internal import ScenarioFiles

/// A search that runs beside the plans.
struct LiveJob: Sendable {
  enum State: String, Sendable, CaseIterable { case running, done, cancelled, failed }

  let id: String
  let variant: String
  var state = State.running
  var done = 0
  var total = 0
  /// Of a search: the best value so far, and what no value can be better than.
  var best, bound: Double?
  /// place.json.
  var result: String?
  /// The edits that make the variant what was found.
  var edits: [ScenarioEdit] = []
  var problems: [String] = []
  var task: Task<Void, Never>?
}
