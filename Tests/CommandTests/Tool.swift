import Foundation
import TestSupport

/// The built tool, run as users run it.
enum Tool {
  static let sample = Checkout.sample

  static func run(_ arguments: String...) throws -> Program.Outcome { try Program.atalaya.run(arguments) }
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
  /// The files of a folder, without the list of them that Atalaya keeps there.
  func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? [])
      .filter { $0 != ".atalaya-files.json" }.sorted()
  }
  func json(_ name: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any] ?? [:]
  }
}
