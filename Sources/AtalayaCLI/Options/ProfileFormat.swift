import Atalaya

/// How a profile is written.
enum ProfileFormat: String, OptionChoice {
  case table, csv, json, svg

  /// `text` is another word for `table`.
  init?(word: String) { self.init(rawValue: word == "text" ? "table" : word) }
}

/// What can be written in each of the formats.
protocol ProfileAnswer {
  func text() -> String
  var table: ReportTable { get }
  var json: String { get }
  var svg: String { get }
}

extension SightReport: ProfileAnswer {
  func text() -> String { text(width: 78) }
}
extension HorizonReport: ProfileAnswer {}
