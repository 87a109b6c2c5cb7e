import ArgumentParser
import Atalaya

/// How a profile is written.
enum ProfileFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, svg

  /// `text` is another word for `table`.
  init?(argument: String) { self.init(rawValue: argument == "text" ? "table" : argument) }
}

/// What can be written in each of the formats.
protocol ProfileAnswer {
  func text() -> String
  var table: ReportTable { get }
  var json: String { get }
  var svg: String { get }
  /// What limits the answer.
  var warnings: [String] { get }
}

extension SightReport: ProfileAnswer {
  func text() -> String { text(width: 78) }
  var warnings: [String] { losses?.warnings ?? [] }
}
extension HorizonReport: ProfileAnswer {
  var warnings: [String] { [] }
}
