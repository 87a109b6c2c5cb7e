internal import Foundation
internal import Units

/// Values whose properties are the keys of a command's JSON.
package enum EncodedJSON {
  /// A value as JSON that people can read and programs can compare: keys in alphabetical order, indented.
  package static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return TerminalText.escaped(json: String(decoding: data, as: UTF8.self))
  }
}
