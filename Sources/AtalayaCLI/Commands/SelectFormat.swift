/// `text` is another word for `table`.
enum SelectFormat: String, OptionChoice {
  case table, json, csv

  init?(word: String) { self.init(rawValue: word == "text" ? "table" : word) }
}
