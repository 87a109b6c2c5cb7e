import Foundation
import TestSupport
import Testing

private let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

/// What becomes of a run whose standard streams cannot be written.
@Suite struct StreamTests {
  private func shell(_ line: String, in space: Workspace) throws -> Program.Outcome {
    try Program(at: "/bin/bash").run(
      ["-c", line, Program.atalaya.path, Program.atalaya.path, "."], in: space.path)
  }

  @Test(
    .enabled(if: hasFullDevice, "no /dev/full"),
    arguments: ["validate $2 --format json", "validate $2", "init --reference", "response $2 --format csv", "--help"])
  func `results that cannot be written end with 1 and a line on standard error`(command: String) throws {
    let space = try Workspace(scenario: SmallScenario.yaml())
    let full = try shell("$1 \(command) >/dev/full", in: space)
    #expect(full.status == 1, "\(command)")
    #expect(full.errors.contains("error: standard output cannot be written: No space left on device"), "\(command)")
    let closed = try shell("$1 \(command) >&-", in: space)
    #expect(closed.status == 1 && !closed.errors.isEmpty, "\(command)")
  }

  @Test func `a reader that goes ends the run quietly`() throws {
    let run = try shell(
      "$1 init --reference | true; echo ${PIPESTATUS[0]}", in: Workspace(scenario: SmallScenario.yaml()))
    #expect(run.errors.isEmpty)
    // By the signal, as other tools; or nothing was left to write when the reader went.
    #expect(["141", "0"].contains(run.lines.last))
  }

  @Test(.enabled(if: hasFullDevice, "no /dev/full"), arguments: ["2>/dev/full", "2>&-", "<&- 2>&-"])
  func `a standard error that cannot be written stops no plan`(streams: String) throws {
    let space = try Workspace(scenario: SmallScenario.yaml())
    let run = try shell("$1 plan $2 -o p \(streams)", in: space)
    #expect(run.status == 0 && space.names("p") == planFileNames)
  }

  @Test func `an output folder of one character, and one in it, are made`() throws {
    let space = try Workspace(scenario: SmallScenario.yaml())
    #expect(try shell("$1 plan $2 -q -o p && $1 compare p p -o d/e", in: space).status == 0)
    #expect(space.names("p") == planFileNames && space.names("d/e") == ["comparison.html", "comparison.json"])
  }

  @Test(arguments: [
    "place $2 --budget 'USD 9M' --seconds 1e30", "place $2 --budget 'USD 9M' --seconds nan", "leak $2 --step 1e300mi",
    "leak $2 --speed 1e200kt", "leak $2 --candidates 99999999999999999999", "plan $2 --leak 1e300m",
    "place $2 --budget 'USD 1e300'", "sites $2 --count -9223372036854775808", "sites $2 --spacing 1e300mi",
  ])
  func `an absurd quantity is wrong usage`(command: String) throws {
    let run = try shell("$1 \(command)", in: Workspace(scenario: SmallScenario.yaml()))
    #expect(run.status == 64, "\(command): \(run.errors)")
  }
}
