internal import Units

extension PlacementModel {
  /// The largest need; with millionths it still fits the counters.
  static let needLimit = 1000.0

  static func check(_ options: [PlacementOption], resources: [String], _ problems: inout PlacementProblems) {
    defer { checkSum(options.reduce(0) { $0 + $1.cost }, .badCost, "the costs", &problems) }
    var ids: Set<String> = []
    var takenGroups: [String: String] = [:]
    for option in options {
      if !ids.insert(option.id).inserted { problems.append(.duplicateID, option.id, "two options of this id") }
      if !(option.cost >= 0 && option.cost.isFinite) {
        problems.append(.badCost, option.id, "costs \(option.cost)", remedy: "a cost is zero or more")
      }
      if option.uses.count != resources.count {
        problems.append(
          .badCost, option.id, "\(option.uses.count) uses for \(resources.count) resources")
      } else if let use = option.uses.first(where: { !($0 >= 0 && $0.isFinite) }) {
        problems.append(.badCost, option.id, "uses \(use) of a resource", remedy: "a use is zero or more")
      }
      if let group = option.group, option.standing == .fixed || option.standing == .forced {
        if let other = takenGroups.updateValue(option.id, forKey: group) {
          problems.append(.fullGroup, option.id, "stands with \(other) in group \(group), which has room for one")
        }
      }
    }
  }

  /// Sums that pass what a number holds are refused rather than reported as infinite.
  private static func checkSum(
    _ sum: Double, _ code: PlacementFault, _ what: String, _ problems: inout PlacementProblems
  ) {
    if problems.isEmpty, !sum.isFinite {
      problems.append(code, what, "add up to more than a number holds", remedy: "take a larger unit")
    }
  }

  static func check(_ demands: [PlacementDemand], _ problems: inout PlacementProblems) {
    defer { checkSum(demands.reduce(0) { $0 + $1.weight }, .badWeight, "the weights", &problems) }
    var ids: Set<String> = []
    ids.reserveCapacity(demands.count)
    for demand in demands {
      if !ids.insert(demand.id).inserted { problems.append(.duplicateID, demand.id, "two demands of this id") }
      if !(demand.weight >= 0 && demand.weight.isFinite) {
        problems.append(.badWeight, demand.id, "weighs \(demand.weight)", remedy: "a weight is zero or more")
      }
      if !(demand.need > 0 && demand.need <= needLimit) {
        problems.append(.badNeed, demand.id, "needs \(demand.need)", remedy: "a need is above 0 and at most 1000")
      }
    }
  }
}
