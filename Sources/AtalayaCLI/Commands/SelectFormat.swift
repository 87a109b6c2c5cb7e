import ArgumentParser

/// `text` is another word for `table`.
enum SelectFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv

  init?(argument: String) { self.init(rawValue: argument == "text" ? "table" : argument) }
}
