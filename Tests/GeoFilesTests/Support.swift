import Foundation
import GeoFiles

/// A folder that is gone when the test ends.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("geofiles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  func file(_ name: String, _ data: Data) throws -> String {
    try data.write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] }
}

/// Other programs, which judge ours.
enum Tool {
  static func find(_ name: String) -> String? {
    ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  struct Failure: Error {
    var text: String
  }

  /// Runs a program and returns what it printed.
  @discardableResult
  static func run(_ name: String, _ arguments: [String], input: String = "") throws -> String {
    guard let path = find(name) else { throw Failure(text: "\(name) is not installed") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    let errors = Pipe()
    let entry = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = entry
    try process.run()
    entry.fileHandleForWriting.write(Data(input.utf8))
    try entry.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(text: String(decoding: complaint, as: UTF8.self)) }
    return String(decoding: data, as: UTF8.self)
  }
}

extension VectorLayer {
  /// The error of a read that must fail.
  static func failure(path: String, layer: String? = nil, crs: String? = nil) -> GeoFileError? {
    do throws(GeoFileError) {
      _ = try read(path: path, layer: layer, crs: crs)
      return nil
    } catch {
      return error
    }
  }

  func text(_ row: Int, _ column: String) -> String? {
    if case .text(let text) = features[row][column] { text } else { nil }
  }
}
