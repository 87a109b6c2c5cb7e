import Scenario

/// Where something was written.
struct Origin: Sendable, Hashable {
  var file: String
  var line: Int?
  var row: Int?
}

extension ScenarioProblem {
  fileprivate init(
    _ severity: Severity, _ code: Code, at origin: Origin, field: String?, _ what: String, _ remedy: String
  ) {
    self.init(
      severity, code, file: origin.file, line: origin.line, row: origin.row, field: field, what: what, remedy: remedy)
  }
}

/// Collects the problems of one reading; never leaves the function that reads.
final class Diagnostics {
  private(set) var errors: [ScenarioProblem] = []
  private(set) var warnings: [ScenarioProblem] = []
  /// Beyond so many problems the rest is not listed: a file of garbage has as many as it has lines.
  static let limit = 1000
  private var suppressed = 0
  private var repeats = 0

  private var seen: Set<ScenarioProblem> = []
  private var told: Set<String> = []

  /// Reports what makes the scenario unusable.
  func error(
    _ code: ScenarioProblem.Code, at origin: Origin, field: String? = nil, _ what: String, _ remedy: String = ""
  ) {
    let problem = ScenarioProblem(.error, code, at: origin, field: field, what, remedy)
    // A wrong default is wrong in every row, at one place.
    guard seen.insert(problem).inserted else {
      repeats += 1
      return
    }
    guard errors.count < Self.limit else {
      suppressed += 1
      return
    }
    errors.append(problem)
  }

  /// Reports what the planner should look at.
  func warning(
    _ code: ScenarioProblem.Code, at origin: Origin, field: String? = nil, _ what: String, _ remedy: String = ""
  ) {
    let problem = ScenarioProblem(.warning, code, at: origin, field: field, what, remedy)
    guard warnings.count < Self.limit, seen.insert(problem).inserted else { return }
    warnings.append(problem)
  }

  /// Warns of what is true of many rows at the first of them only.
  ///
  /// - Parameter subject: What the warning is about; a second one about the same is left out.
  func warnOnce(
    about subject: String, _ code: ScenarioProblem.Code, at origin: Origin, field: String? = nil, _ what: String,
    _ remedy: String = ""
  ) {
    guard told.insert(subject).inserted else { return }
    warning(code, at: origin, field: field, what, remedy)
  }

  /// Whether no more problems are listed; reading may stop.
  var isFull: Bool { errors.count >= Self.limit }

  /// Errors counted so far, those not listed included; grows whenever something is wrong.
  var errorCount: Int { errors.count + suppressed + repeats }

  /// What was found, in a stable order: scenario.yaml first, then files by name, lines and rows ascending.
  func sorted(first: String) -> (errors: [ScenarioProblem], warnings: [ScenarioProblem]) {
    func order(_ list: [ScenarioProblem]) -> [ScenarioProblem] {
      list.enumerated().sorted { a, b in
        let (x, y) = (a.element, b.element)
        if x.file != y.file { return x.file == first || (y.file != first && x.file < y.file) }
        let (p, q) = (x.line ?? x.row ?? 0, y.line ?? y.row ?? 0)
        return p != q ? p < q : a.offset < b.offset
      }.map(\.element)
    }
    var all = order(errors)
    if isFull {
      all.append(
        ScenarioProblem(
          .error, .syntax, file: first, what: "has so many problems that only the first \(Self.limit) are listed",
          remedy: "fix these and check again"))
    }
    return (all, order(warnings))
  }
}
