/// Lets positions and numbers that begin with a minus sign stand on the command line without tricks.
///
/// An argument such as `-12.6, -73.83` would be taken for options. Its hyphen becomes the Unicode minus, which every
/// reader of numbers here accepts. What follows `--` is left alone.
enum NegativeArguments {
  static func protect(_ arguments: [String]) -> [String] {
    var isLiteral = false
    return arguments.map { argument in
      if argument == "--" { isLiteral = true }
      guard !isLiteral, argument.count > 1, argument.first == "-" else { return argument }
      let rest = argument.dropFirst()
      guard let next = rest.first(where: { $0 != "." }), next.isNumber else { return argument }
      return "\u{2212}" + rest
    }
  }

  /// A word as it was typed.
  static func plain(_ word: String) -> String { word.replacing("\u{2212}", with: "-") }
}
