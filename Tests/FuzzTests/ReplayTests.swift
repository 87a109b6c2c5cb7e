import ArgumentParser
import Foundation
import FuzzTargets
import TestSupport
import Testing

@testable import AtalayaCLI

/// The fuzzers' seeds, and every input that a reader once failed at, through the same functions.
@Suite struct ReplayTests {
  private static let folder = Checkout.root.appendingPathComponent("Tests/Fuzz")

  private static func inputs(_ kind: String, of target: FuzzTarget) -> [URL] {
    let folder = folder.appendingPathComponent("\(kind)/\(target.rawValue)")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }
  }

  private static func run(_ target: FuzzTarget, _ input: [UInt8]) throws -> Bool {
    try target.run(input) { _ = try AtalayaCommand.parseAsRoot(NegativeArguments.protect($0)) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `every seed is read, so that fuzzing begins behind the first check`(_ target: FuzzTarget) throws {
    // After a change of a format, plan.json for instance, Tests/Fuzz/make-seeds writes them again.
    let seeds = Self.inputs("Seeds", of: target)
    #expect(!seeds.isEmpty)
    for seed in seeds {
      #expect(try Self.run(target, Array(Data(contentsOf: seed))), "\(seed.lastPathComponent)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `no input that failed once traps, hangs or leaves a file`(_ target: FuzzTarget) throws {
    for input in Self.inputs("Regressions", of: target) {
      let began = ContinuousClock.now
      _ = try Self.run(target, Array(Data(contentsOf: input)))
      #expect(began.duration(to: .now) < .seconds(10), "\(input.lastPathComponent)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `garbled seeds are read or refused`(_ target: FuzzTarget) throws {
    var random = SplitMix(seed: 20_261_130)
    for seed in Self.inputs("Seeds", of: target) {
      let bytes = try Array(Data(contentsOf: seed))
      for _ in 0..<10 { _ = try Self.run(target, Self.garbled(bytes, &random)) }
    }
  }

  /// One to four bytes changed, or a stretch of bytes left out, doubled or moved.
  private static func garbled(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let from = Int.random(in: bytes.indices, using: &random)
      let stretch = from..<min(bytes.count, from + Int.random(in: 1...64, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[from] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[from] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 2: bytes.removeSubrange(stretch)
      case 3: bytes.insert(contentsOf: bytes[stretch], at: Int.random(in: 0...bytes.count, using: &random))
      default: bytes.removeSubrange(from...)
      }
    }
    return bytes
  }
}
