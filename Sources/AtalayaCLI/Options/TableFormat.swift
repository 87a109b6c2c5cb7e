/// How rows are printed.
enum TableFormat: String, OptionChoice {
  case table, csv, json
}
