import Foundation
import TestSupport
import Testing

@Suite struct InterruptionTests {
  @Test func `an interrupted plan leaves all of its files or none, and nothing half written`() throws {
    var interrupted = 0
    for attempt in 0..<6 {
      let space = try Workspace()
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Program.atalaya.path)
      process.arguments = ["plan", Tool.sample, "--output", space.path + "/out", "--quiet"]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      // Each attempt interrupts later than the one before, from the first sign of writing on.
      while process.isRunning, space.names("out").isEmpty { usleep(500) }
      usleep(UInt32(attempt) * 4000)
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      let names = space.names("out")
      if process.terminationStatus == 128 + SIGINT {
        interrupted += 1
        #expect(names.isEmpty || names == planFileNames, "\(names)")
      } else {
        #expect(process.terminationStatus == 0 && names == planFileNames, "\(names)")
      }
    }
    #expect(interrupted > 0)
  }

  @Test func `a quiet plan tells its results alone`() throws {
    let run = try SamplePlan.bought.get().outcome
    #expect(run.status == 0 && run.errors.isEmpty && !run.output.isEmpty)
    // Without that word there are warnings.
    #expect(try !SamplePlan.today.get().outcome.errors.isEmpty)
  }
}
