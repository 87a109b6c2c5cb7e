import Foundation

/// A program found on this machine, for comparison.
struct Peer {
  let path: String

  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") + ["/usr/bin"]
    guard let path = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    self.path = path
  }

  static func has(_ name: String) -> Bool { Peer(name) != nil }

  /// Runs the program with lines on its input; the lines of its output.
  func lines(_ arguments: [String], input: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
    let source = folder.appendingPathComponent(UUID().uuidString)
    let sink = folder.appendingPathComponent(UUID().uuidString)
    defer {
      try? FileManager.default.removeItem(at: source)
      try? FileManager.default.removeItem(at: sink)
    }
    try (input.joined(separator: "\n") + "\n").write(to: source, atomically: false, encoding: .utf8)
    _ = FileManager.default.createFile(atPath: sink.path, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: sink)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: sink, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}

/// Files that lie beside the checkout, for tests only; nil when this machine has them not.
enum SharedData {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  static func lines(_ path: String) throws -> [String] {
    let lines = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8).split(
      whereSeparator: \.isNewline)
    guard !lines.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
    return lines.map(String.init)
  }
}

/// A small random generator with a seed (Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func next(in range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }
}
