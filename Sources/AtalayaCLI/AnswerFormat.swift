/// How a command prints what is not a table of rows: for people, or for programs.
enum AnswerFormat: String, OptionChoice {
  case table, json
}
