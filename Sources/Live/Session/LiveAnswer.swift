internal import GeoFiles
internal import Planning
internal import Report
internal import ScenarioFiles

/// What a revision of a variant comes to.
struct LiveAnswer: Sendable {
  var variant: String
  var revision: Int
  var number: Int
  /// The edits that lead from the scenario to it.
  var edits: [ScenarioEdit]
  var plan: Plan
  /// plan.json.
  var json: String
  var compared: ComparedPlan
}

/// Why a revision of a variant has no answer.
struct LiveFailure: Sendable {
  var revision: Int
  var problems: [String]
}

/// A plan that is being computed.
struct LiveComputation: Sendable {
  var variant: String
  var revision: Int
  /// Whether its turn has come; before that it will take the newest revision anyway.
  var isBegun = false
  var task: Task<Void, Never>
}
