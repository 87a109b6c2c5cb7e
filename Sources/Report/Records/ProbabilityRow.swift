internal import Coverage
internal import Planning
internal import Scenario
internal import Units

/// The areas of one height by the probability with which looks detect the coverage target there.
struct ProbabilityRow {
  var areas: DetectionAreas
  var interest: DetectionAreas?

  /// By height, in the order of the bands, then of the altitudes above mean sea level; empty where looks do not count.
  static func all(_ plan: Plan) -> [ProbabilityRow] {
    guard let probability = plan.terrain?.probability else { return [] }
    return probability.areas.indices.map {
      ProbabilityRow(areas: probability.areas[$0], interest: probability.interest?[$0])
    }
  }
}
