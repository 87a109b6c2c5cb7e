import ArgumentParser

/// The value of an option: read once, when the command line is parsed.
///
/// What is wrong with it is kept until all options are read, so that ``Usage`` reports every wrong option at once. Whatever is
/// not plain text is one: what the parser reads by itself ends at the first fault.
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

  static var allValueStrings: [String] { Value.choices }

  static var defaultCompletionKind: CompletionKind { Value.choices.isEmpty ? .default : .list(Value.choices) }

  /// The value.
  /// - Throws: What is wrong with it; not once ``Usage`` has checked it.
  func get() throws -> Value { try result.get() }

  /// The value; nil where it cannot be read, which ``Usage`` reports.
  var value: Value? { try? result.get() }

  /// What is wrong with it; nil for nothing.
  var problem: String? {
    if case .failure(let error) = result { return NegativeArguments.plain("\(error)") }
    return nil
  }
}
