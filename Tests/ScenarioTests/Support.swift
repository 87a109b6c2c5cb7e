import Foundation
import Scenario
import Testing

/// A scenario folder that lives as long as a test.
final class TemporaryFolder {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  func write(_ text: String, to name: String) throws {
    try text.write(to: url.appendingPathComponent(name), atomically: false, encoding: .utf8)
  }
}

/// Reads a scenario made of some files.
func load(_ yaml: String, _ files: [String: String] = [:]) throws -> Scenario {
  let folder = try TemporaryFolder(files)
  try folder.write(yaml, to: "scenario.yaml")
  return try Scenario.load(folder: folder.path)
}

/// The problems of a scenario made of some files; none when it can be read.
func problems(_ yaml: String, _ files: [String: String] = [:]) throws -> [ScenarioProblem] {
  do {
    _ = try load(yaml, files)
    return []
  } catch let error as ScenarioError {
    return error.problems
  }
}

/// The package's folder.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
