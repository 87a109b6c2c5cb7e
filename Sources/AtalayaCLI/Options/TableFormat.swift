import ArgumentParser

/// How rows are printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}
