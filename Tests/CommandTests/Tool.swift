import Foundation

/// The built tool, run as users run it.
enum Tool {
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("atalaya").path
  static let isBuilt = FileManager.default.isExecutableFile(atPath: path)

  /// The sample scenario of the package.
  static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("GeoData/vraem").path

  /// What a run came to.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  static func run(_ arguments: String...) throws -> Outcome { try run(path, arguments) }

  static func run(_ program: String, _ arguments: [String]) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory
    let files = [UUID(), UUID()].map { folder.appendingPathComponent($0.uuidString) }
    for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

/// A folder that lives as long as a test, with a scenario in it when one is given.
final class Workspace {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-\(UUID().uuidString)").path

  init(scenario yaml: String? = nil) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    if let yaml { try Data(yaml.utf8).write(to: URL(fileURLWithPath: path + "/scenario.yaml")) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) }
  func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).sorted()
  }
  func json(_ name: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any] ?? [:]
  }
}
