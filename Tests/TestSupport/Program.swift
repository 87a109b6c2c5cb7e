internal import Foundation

/// Another program on this machine, whose word judges ours, or our own tool as its users run it.
public struct Program: Sendable {
  /// What a run came to.
  public struct Outcome: Sendable {
    /// Exit code; minus the signal when one ended it.
    public var status: Int32
    /// Standard output.
    public var output: String
    /// Standard error.
    public var errors: String
    /// The lines of the output.
    public var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }
  }

  /// A run that failed where it must not.
  public struct Failure: Error, CustomStringConvertible {
    /// What the program said.
    public var description: String
  }

  /// Where it is.
  public let path: String

  /// The program of a name; nil when the machine has none.
  public init?(_ name: String) {
    let folders =
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/bin"]
    guard let path = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    self.path = path
  }

  /// The program at a path.
  public init(at path: String) { self.path = path }

  /// Whether the machine has a program.
  public static func has(_ name: String) -> Bool { Program(name) != nil }

  /// The built tool, which stands beside the tests.
  public static let atalaya = Program(
    at: URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("atalaya")
      .path)

  /// Runs it to its end.
  ///
  /// Input and output go through files, so that no pipe fills up.
  public func run(_ arguments: [String], input: String = "", in folder: String? = nil) throws -> Outcome {
    let files = (0..<3).map { _ in FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let texts = try files.dropFirst().map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Outcome(status: status, output: texts[0], errors: texts[1])
  }

  /// Runs a program that must succeed, and returns what it printed.
  @discardableResult
  public static func output(_ name: String, _ arguments: [String], input: String = "", in folder: String? = nil) throws
    -> String
  {
    guard let program = Program(name) else { throw Failure(description: "\(name) is not installed") }
    let outcome = try program.run(arguments, input: input, in: folder)
    guard outcome.status == 0 else { throw Failure(description: "\(name): \(outcome.errors)") }
    return outcome.output
  }

  /// Runs a program that must succeed on lines of input, and returns the lines it printed.
  public static func lines(_ name: String, _ arguments: [String], input: [String]) throws -> [String] {
    try output(name, arguments, input: input.joined(separator: "\n") + "\n").split(whereSeparator: \.isNewline).map(
      String.init)
  }
}
