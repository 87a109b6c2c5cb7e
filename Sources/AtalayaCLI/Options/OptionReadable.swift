/// What an option can be read as.
protocol OptionReadable: Sendable {
  /// Reads a word of the command line.
  /// - Throws: An error whose description says what to write instead.
  static func read(_ text: String) throws -> Self
  /// The words that it can be, for the help and for completion; none where it is not one of a few.
  static var choices: [String] { get }
}

extension OptionReadable {
  static var choices: [String] { [] }
}
