import Atalaya
import Foundation

/// The whole plan of the sample scenario, from the command to its files, next to just reading the same scenario.
enum PlanBench {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  @Sendable static func run() throws {
    let tool = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
      "atalaya")
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-bench-\(getpid())")
    defer { try? FileManager.default.removeItem(at: output) }
    func run(_ arguments: [String]) throws {
      let process = Process()
      process.executableURL = tool
      process.arguments = arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        throw Failure(description: "\(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
      }
    }
    let duel = try Duel(
      rounds: 5, ours: { try run(["plan", "GeoData/vraem", "--output", output.path]) },
      peer: { try run(["validate", "GeoData/vraem"]) })
    print(
      String(
        format:
          "  plan of GeoData/vraem with all its files: %.2f s of wall time (asked: under 1 s), validate alone %.2f s, ratio %.2f",
        Duel.median(duel.ours), Duel.median(duel.peer), 1 / duel.ratio))
  }
}
