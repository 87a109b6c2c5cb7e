import ArgumentParser
import CFuzzGuard
import Foundation
import FuzzTargets

@testable import AtalayaCLI

/// The target that the environment names.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["ATALAYA_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("ATALAYA_FUZZ_TARGET: one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  fuzz_guard_enter()
  defer { fuzz_guard_leave() }
  do { try target.run(input) { _ = try AtalayaCommand.parseAsRoot(NegativeArguments.protect($0)) } } catch {
    fatalError("the temporary folder cannot be written: \(error)")
  }
  return 0
}
