import ArgumentParser
import Atalaya
import Foundation

/// How a command prints what is no table of rows: for people, or for programs.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

/// What goes to people beside the results.
enum Console {
  /// A line on standard error.
  static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// A value as JSON that people can read and programs can compare.
  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Prints an error; the exit code 1 is to be thrown.
  static func failure(_ text: String) -> ExitCode {
    note("error: \(text)")
    return ExitCode(1)
  }
}
