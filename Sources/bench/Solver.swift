import Atalaya
import Foundation

/// Another solver as a program.
struct Solver: Sendable {
  let name: String
  private let program: URL
  private let arguments: @Sendable (String, String, Double) -> [String]
  private let boundPrefixes: [String]

  static let cbc = find("cbc").map { path in
    Solver(
      name: "CBC", program: path,
      arguments: { [$0, "sec", "\($2)", "timeMode", "elapsed", "solve", "solution", $1] },
      boundPrefixes: ["Upper bound:", "Lower bound:"])
  }

  static let highs = (ProcessInfo.processInfo.environment["HIGHS"].map { URL(fileURLWithPath: $0) } ?? find("highs"))
    .map { path in
      Solver(
        name: "HiGHS", program: path, arguments: { [$0, "--time_limit", "\($2)", "--solution_file", $1] },
        boundPrefixes: ["Dual bound"])
    }

  private static func find(_ name: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Runs it and returns what it printed.
  func run(_ model: String, _ solution: String, _ seconds: Double) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments(model, solution, seconds)
    // highsbox keeps the library next to the program.
    let libraries = program.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("lib").path
    process.environment = ProcessInfo.processInfo.environment.merging(["LD_LIBRARY_PATH": libraries]) { _, new in new }
    // HiGHS leaves its log where it runs.
    process.currentDirectoryURL = URL(fileURLWithPath: model).deletingLastPathComponent()
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The bound at the end of a log; the value itself where the optimum was proven.
  func bound(_ log: String) -> Double? {
    let lines = log.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
    for line in lines.reversed() {
      for prefix in boundPrefixes + ["Objective value:"] where line.hasPrefix(prefix) {
        return line.split(whereSeparator: \.isWhitespace).last.flatMap { Double($0) }.map(abs)
      }
    }
    return nil
  }
}
