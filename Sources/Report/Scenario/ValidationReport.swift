internal import Interception
public import Scenario
internal import Terrain
public import Units

/// What is wrong with a scenario, for reading and for programs.
public struct ValidationReport: Encodable, Sendable {
  private let scenario: String
  private let valid: Bool
  private let contents: Contents?
  private let errors: [Problem]
  private let warnings: [Problem]
  private let lines: [String]

  /// A report.
  /// - Parameters:
  ///   - folder: What was read.
  ///   - loaded: The scenario; nil where errors stand in the way.
  public init(_ folder: String, _ loaded: Scenario?, errors: [ScenarioProblem], warnings: [ScenarioProblem]) {
    scenario = folder
    valid = errors.isEmpty
    contents = loaded.map(Contents.init)
    self.errors = errors.map(Problem.init)
    self.warnings = warnings.map(Problem.init)
    lines =
      errors.map { "error: \($0)" } + warnings.map { "warning: \($0)" }
      + (loaded.map { loaded in
        loaded.defaultsTaken.map { "default: \($0)" } + ["“\(loaded.name)”: \(Contents(loaded).text)"]
      } ?? [])
      + ["\(Self.count(errors.count, "error")), \(Self.count(warnings.count, "warning"))"]
  }

  private enum CodingKeys: CodingKey { case scenario, valid, contents, errors, warnings }

  /// A line for each problem and each default, then what there is.
  public var text: String { lines.map(TerminalText.line).joined(separator: "\n") }

  /// Everything, for programs.
  public var json: String { EncodedJSON.text(self) }

  private struct Problem: Encodable, Sendable {
    var file: String
    var line: Int?
    var row: Int?
    var field: String?
    var code: String
    var problem: String
    var remedy: String?

    init(_ problem: ScenarioProblem) {
      (file, line, row, field) = (problem.file, problem.line, problem.row, problem.field)
      code = problem.code.rawValue
      self.problem = problem.problem
      remedy = problem.remedy
    }
  }

  private struct Contents: Encodable, Sendable {
    var radarTypes, sites, purchases, aircraft, bases, assets, strips, routes, flights, regions, measures: Int
    /// Of layers that few scenarios have: left out where there is none.
    var illuminators, coverAreas, borderLines, overrides: Int?

    init(_ scenario: Scenario) {
      (radarTypes, sites, purchases) = (scenario.radarTypes.count, scenario.sites.count, scenario.purchases.count)
      (aircraft, bases, assets) = (scenario.aircraft.count, scenario.bases.count, scenario.assets.count)
      (strips, routes, flights) = (scenario.strips.count, scenario.routeCount, scenario.flights.count)
      (regions, measures) = (scenario.regionCount, scenario.measures.count)
      func some(_ count: Int) -> Int? { count > 0 ? count : nil }
      (illuminators, borderLines) = (some(scenario.illuminators.count), some(scenario.border.count))
      (coverAreas, overrides) = (
        some(scenario.groundCover?.areas.count ?? 0), some(scenario.sites.count { $0.isOverridden })
      )
    }

    var text: String {
      let count = ValidationReport.count
      let rare = [
        illuminators.map { count($0, "illuminator") }, coverAreas.map { count($0, "area") + " of ground cover" },
        borderLines.map { count($0, "line") + " of the border" }, overrides.map { count($0, "site override") },
      ].compactMap(\.self)
      return
        ([
          count(radarTypes, "radar type"), count(sites, "site"), count(purchases, "purchase"), "\(aircraft) aircraft",
          count(bases, "base"), count(assets, "asset"), count(strips, "strip"), count(routes, "route"),
          count(flights, "flight"), count(regions, "region"), count(measures, "measure"),
        ] + rare).joined(separator: ", ")
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
