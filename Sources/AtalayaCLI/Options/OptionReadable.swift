/// What an option can be read as.
protocol OptionReadable: Sendable {
  /// Reads a word of the command line.
  /// - Throws: An error whose description says what to write instead.
  static func read(_ text: String) throws -> Self
}
