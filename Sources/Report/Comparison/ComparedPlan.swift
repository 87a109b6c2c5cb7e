internal import Foundation
package import GeoFiles

/// A plan of this tool that is to be compared with others.
package struct ComparedPlan: Sendable {
  let record: PlanRecord

  /// Reads the plan.json that this tool has just made.
  /// - Throws: ``GeoFileError`` when it is none.
  package init(json: String) throws(GeoFileError) {
    record = try PlanRecord.decode(Data(json.utf8), path: "plan.json", isOwn: true)
  }
}

extension PlanComparison {
  /// Compares two plans.
  /// - Parameter names: What each is called.
  package init(_ before: ComparedPlan, _ after: ComparedPlan, names: (before: String, after: String)) {
    self.init(before.record, names.before, after.record, names.after)
  }
}
