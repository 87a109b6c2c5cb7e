import ArgumentParser
import Atalaya

/// How a profile is written.
enum ProfileFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, svg

  /// `text` is another word for `table`.
  init?(argument: String) { self.init(rawValue: argument == "text" ? "table" : argument) }
}

extension SightReport: ProfileAnswer {
  func text() -> String { text(width: 78) }
}
extension HorizonReport: ProfileAnswer {}
