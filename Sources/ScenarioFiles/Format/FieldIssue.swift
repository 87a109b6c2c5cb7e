import Scenario
import Units

/// Why the text of a field cannot be used.
struct FieldIssue: Error {
  var code: ScenarioProblem.Code
  var what: String
  var remedy: String

  init(_ code: ScenarioProblem.Code, _ what: String, _ remedy: String = "") {
    self.code = code
    self.what = what
    self.remedy = remedy
  }

  init(_ error: QuantityError) {
    self.init(error.code == .outOfRange ? .range : .value, error.problem, error.remedy ?? "")
  }
}
