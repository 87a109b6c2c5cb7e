import ArgumentParser

/// The value of an option: read once, when the command line is parsed.
///
/// What is wrong with it is kept until all options are read, so that ``Usage`` reports every wrong option at once.
struct OptionValue<Value: OptionReadable>: ExpressibleByArgument, ExpressibleByStringLiteral, Sendable {
  private let written: String
  private let result: Result<Value, any Error>

  init(argument: String) {
    written = argument
    result = Result { try Value.read(argument) }
  }

  /// A default.
  init(stringLiteral text: String) { self.init(argument: text) }

  /// As it was written.
  var text: String { NegativeArguments.plain(written) }

  var defaultValueDescription: String { text }

  /// The value.
  /// - Throws: What is wrong with it; not once ``Usage`` has checked it.
  func get() throws -> Value { try result.get() }

  /// What is wrong with it; nil for nothing.
  var problem: String? {
    if case .failure(let error) = result { return "\(error)" }
    return nil
  }
}
