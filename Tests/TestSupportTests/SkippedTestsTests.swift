import Foundation
import TestSupport
import Testing

/// The end of `make test`.
@Suite struct SkippedTestsTests {
  private func passedOn(_ lines: [String]) throws -> [String] {
    let script = Program(at: Checkout.root.appendingPathComponent(".ci/skipped").path)
    let outcome = try script.run([], input: lines.map { $0 + "\n" }.joined())
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome.lines
  }

  /// What Swift Testing prints, other tests between the lines as parallel runs mix them.
  private static let log = [
    "◇ Test run started.", "◇ Test \"a tile is read\" started.",
    "➜ Test \"a tile is read\" skipped: \"needs ../shared/data/terrain\"",
    "✔ Test \"a skipped: \\\"row\\\" is named\" passed after 0.001 seconds.",
    "➜ Suite HostileTests skipped: \"needs ogr2ogr and Python\"", "➜ Test plain() skipped.",
    "➜ Test \"a tile is read\" skipped: \"needs ../shared/data/terrain\"",
    "✔ Test run with 4 tests in 2 suites passed after 1.000 seconds.",
  ]

  @Test func `the last lines name each skipped test once, with its reason, after everything else`() throws {
    let lines = try passedOn(Self.log)
    #expect(Array(lines.prefix(Self.log.count)) == Self.log)
    #expect(
      Array(lines.dropFirst(Self.log.count)) == [
        "Skipped: 3 tests or suites, each with its reason",
        "  Test \"a tile is read\": \"needs ../shared/data/terrain\"",
        "  Suite HostileTests: \"needs ogr2ogr and Python\"", "  Test plain(): no reason given",
      ])
  }

  @Test func `when nothing is skipped the last line says so`() throws {
    #expect(try passedOn(["✔ Test \"a\" passed after 0.001 seconds."]).last == "No test was skipped.")
    #expect(try passedOn([]).last == "No test was skipped.")
  }

  @Test func `runs at the same time list their own tests`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask {
          let lines = try passedOn(Self.log + ["➜ Test run\(number)() skipped: \"\(number)\""])
          #expect(lines.last == "  Test run\(number)(): \"\(number)\"" && lines.count == Self.log.count + 6)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `make test ends with that list, and still fails when a test does`() throws {
    let makefile = try String(contentsOf: Checkout.root.appendingPathComponent("Makefile"), encoding: .utf8)
    #expect(makefile.contains(".SHELLFLAGS := -o pipefail -c"))
    let test = try #require(makefile.firstMatch(of: #/\ntest:\n((?:\t.*\n)+)/#)).output.1
    #expect(test.hasSuffix("| .ci/skipped\n"))
  }
}
