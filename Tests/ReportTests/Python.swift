import Foundation
import TestSupport

/// Python's own parsers, as programs that read what we write.
enum Python {
  static let isHere = Program.has("python3")

  /// Runs a script with a text on its standard input and returns what it prints.
  static func run(_ script: String, input: String) throws -> String {
    try Program.output("python3", ["-X", "utf8", "-c", script], input: input)
  }

  /// The rows of a CSV text as Python's csv module reads them.
  static func csv(_ text: String) throws -> [[String]] {
    let script = """
      import csv, io, json, sys
      text = sys.stdin.buffer.read().decode("utf-8")
      print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))
      """
    let json = try run(script, input: text)
    return try JSONDecoder().decode([[String]].self, from: Data(json.utf8))
  }
}
