import Foundation

/// Python's own parsers, as programs that read what we write.
enum Python {
  static let path = "/usr/bin/python3"
  static let isHere = FileManager.default.isExecutableFile(atPath: path)

  /// Runs a script with a text on its standard input and returns what it prints.
  static func run(_ script: String, input: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
    let source = folder.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: source) }
    try Data(input.utf8).write(to: source)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-X", "utf8", "-c", script]
    process.standardInput = try FileHandle(forReadingFrom: source)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    return String(decoding: text, as: UTF8.self)
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
