import Atalaya

/// How a profile is written.
enum ProfileFormat: String, OptionChoice {
  case table, csv, json, svg

  /// `text` is another word for `table`.
  init?(word: String) { self.init(rawValue: word == "text" ? "table" : word) }
}

extension SightReport: ProfileAnswer {
  func text() -> String { text(width: 78) }
  var warnings: [RadarWarning] { losses?.warnings ?? [] }
}
extension HorizonReport: ProfileAnswer {
  var warnings: [RadarWarning] { [] }
}
