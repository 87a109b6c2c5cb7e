import Foundation
import TestSupport
import Testing

/// `atalaya live` in a process of its own, as long as a test.
private final class LiveRun {
  let process = Process()
  let url: String
  private let errors: URL

  init(_ space: Workspace, _ options: [String] = [], scenario: String? = nil) throws {
    errors = URL(fileURLWithPath: space.path + "/errors-\(UUID().uuidString)")
    try Data().write(to: errors)
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Program.atalaya.path)
    process.arguments = ["live", scenario ?? space.path] + options
    process.environment = ProcessInfo.processInfo.environment.merging(["XDG_CACHE_HOME": space.path + "/cache"]) { $1 }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    // The address is one line; at the end of the program there is none.
    var line = Data()
    while !line.contains(10) {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      line += more
    }
    url = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var port: String { url.split(separator: "/").dropFirst().first?.split(separator: ":").last.map(String.init) ?? "" }

  /// What it has said, after it has ended by a signal.
  func end(_ signal: Int32) throws -> (status: Int32, errors: String) {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return (process.terminationStatus, try told())
  }

  func told() throws -> String { try String(contentsOf: errors, encoding: .utf8) }

  /// What curl prints of an answer.
  func ask(_ path: String, _ arguments: String...) throws -> String {
    try Program.output("curl", ["-s", "-S", "--max-time", "60"] + arguments + [url + path])
  }
}

@Suite struct LiveCommandTests {
  @Test(.enabled(if: Program.has("curl")))
  func `a session serves, ends cleanly at Ctrl-C, and comes back after a kill`() throws {
    let space = try Workspace(scenario: SmallScenario.yaml())
    defer { withExtendedLifetime(space) {} }
    let first = try LiveRun(space)
    #expect(first.url.hasPrefix("http://127.0.0.1:") && first.url.hasSuffix("/"))
    #expect(try first.ask("api/v1/session").contains(#""name":"Variant 1""#))
    let edit = #"{"edits":[{"op":"set","layer":"sites","id":"hill","fields":{"elevation":"500 m"}}]}"#
    #expect(try first.ask("api/v1/variants/v1/edits", "--json", edit).contains(#""revision":2"#))
    #expect(try first.ask("api/v1/variants/v1/answers").contains(#""revision":2"#))
    // The same scenario cannot be open twice, and a port not be used twice.
    let second = try LiveRun(space)
    second.process.waitUntilExit()
    #expect(second.process.terminationStatus == 1 && second.url.isEmpty)
    #expect(try second.told().contains("another `atalaya live` has this scenario open"))
    let other = try Workspace(scenario: SmallScenario.yaml())
    let third = try LiveRun(other, ["--port", first.port])
    third.process.waitUntilExit()
    #expect(third.process.terminationStatus == 1)
    #expect(try third.told().contains("another program has the port: choose another with --port"))
    #expect(try first.end(SIGKILL).status == SIGKILL)

    let again = try LiveRun(space)
    #expect(try again.told().contains("1 variant of the last session came back"))
    #expect(try again.ask("api/v1/variants").contains(#""edits":1"#))
    #expect(again.url != first.url)
    #expect(try again.end(SIGINT).status == 0)
    let fresh = try LiveRun(space, ["--fresh"])
    #expect(try !fresh.told().contains("came back") && !fresh.ask("api/v1/variants").contains(#""edits":1"#))
    #expect(try fresh.end(SIGTERM).status == 0)
    withExtendedLifetime(other) {}
  }

  @Test func `others are served with a password alone, and the command says what that means`() throws {
    let space = try Workspace(scenario: SmallScenario.yaml())
    defer { withExtendedLifetime(space) {} }
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.atalaya.run(["live", space.path] + arguments)
    }
    #expect(try run("--listen", "192.0.2.1").status == 64)
    #expect(try run("--port", "70000").status == 64)
    let file = space.path + "/password"
    try Data("a long password\n".utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let open = try run("--listen", "192.0.2.1", "--password-file", file)
    #expect(open.status == 1 && open.errors.contains("chmod 600"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    let any = try run("--listen", "0.0.0.0", "--password-file", file)
    #expect(any.status == 1 && any.errors.contains("is not an address of one machine"))
    // Of a network for documentation, which no machine has.
    let absent = try run("--listen", "192.0.2.1", "--password-file", file)
    #expect(absent.status == 1 && absent.errors.contains("name an address that this machine has"))
    try Data("short\n".utf8).write(to: URL(fileURLWithPath: file))
    #expect(try run("--listen", "192.0.2.1", "--password-file", file).errors.contains("12 characters"))
  }
}
