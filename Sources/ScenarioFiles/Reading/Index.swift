import Geodesy
import Scenario
import Units

/// The rows of a layer that could be read, by id.
struct Index<Value> {
  /// What could be read, in the order of the layer.
  var values: [Value] = []
  /// The same by id.
  var byID: [String: Value] = [:]
  /// Where the rows are, by id, in the order of ``values``.
  var origins: [Origin] = []
  /// All ids, those of rows with errors included: references to them are not wrong as well.
  var ids: Set<String> = []
  /// Whether all rows are known; when not, an unknown reference may be a consequence and is not reported.
  var isComplete = true

  /// The value that a field refers to; nil when the field is absent or, after a report, wrong.
  func resolve(_ field: Field<String>, of row: Row, _ kind: String, required: Bool = true) -> Value? {
    guard let id = required ? row.required(field) : row.optional(field) else { return nil }
    if let value = byID[id] { return value }
    if isComplete, !ids.contains(id) {
      row.report(.reference, field, "there is no \(kind) “\(id)”", NearestName.choices(for: id, among: ids))
    }
    return nil
  }
}
