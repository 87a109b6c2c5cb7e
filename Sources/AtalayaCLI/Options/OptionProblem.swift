/// What is wrong with an option.
struct OptionProblem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
