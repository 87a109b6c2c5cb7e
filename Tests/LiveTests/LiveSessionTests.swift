import Foundation
import Geodesy
import Planning
import Report
import Scenario
import ScenarioFiles
import Synchronization
import TestSupport
import Testing
import Units

@testable import Live

@Suite struct LiveSessionTests {
  private static func moved(_ longitude: Double) -> ScenarioEdit {
    .set(layer: "sites", id: "hill", fields: ["position": "-12.0, \(longitude)"])
  }

  private static func longitude(_ session: LiveSession) async throws -> Double? {
    try await session.scenario("v1").sites.first { $0.id == "hill" }?.position.longitude.degrees
  }

  @Test func `an edit changes the variant and its plan, never the files or the scenario`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    let session = try LiveSession.open(scratch)
    #expect(
      try await session.edit("v1", [.set(layer: "assets", id: "A1", fields: ["readiness_day": "5 min"])], number: 7)
        == 2)
    let answer = try #require(try await session.answer(of: "v1", within: .seconds(30)))
    #expect(answer.revision == 2 && answer.number == 7 && answer.edits.count == 1)
    let base = try #require(try await session.answer(of: "base", within: .seconds(30)))
    #expect(base.json == (try await Plan.run(Scenario.load(folder: scratch.path("small"), cache: nil)).json))
    let comparison = PlanComparison(base.compared, answer.compared, names: ("a", "b")).json
    // Ten minutes less from the order to take-off.
    #expect(comparison.contains(#""change": -600"#))
    #expect(try String(contentsOfFile: scratch.path("small/scenario.yaml"), encoding: .utf8) == SmallScenario.yaml)
    await #expect(throws: LiveError.self) { try await session.edit("base", [Self.moved(-73)]) }
  }

  @Test func `an edit that would make the scenario unsound is refused with the messages of validate`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    let session = try LiveSession.open(scratch)
    let error = await #expect(throws: ScenarioError.self) {
      try await session.edit(
        "v1", [Self.moved(-73.5), .set(layer: "assets", id: "A1", fields: ["readiness_day": "soon"])])
    }
    #expect(error?.lines.first?.contains("readiness_day") == true)
    #expect(try await session.variant("v1").revision == 1)
    #expect(try await Self.longitude(session) == -73)
  }

  @Test func `undo and redo go through the same states, and a drag is one step`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    let session = try LiveSession.open(scratch)
    for step in 1...10 { try await session.edit("v1", [Self.moved(-73 - Double(step) / 100)], drag: "d1") }
    for step in 1...10 { try await session.edit("v1", [Self.moved(-74 - Double(step) / 100)], drag: "d2") }
    try await session.edit("v1", [.remove(layer: "sites", id: "ridge")])
    #expect(try await session.variant("v1").done.count == 3)
    // One edit is left of ten moves.
    #expect(try await session.variant("v1").state.draft.edits.count == 3)
    _ = try await session.undo("v1")
    #expect(try await Self.longitude(session) == -74.1)
    #expect(try await session.scenario("v1").sites.count == 2)
    _ = try await session.undo("v1")
    #expect(try await Self.longitude(session) == -73.1)
    _ = try await session.undo("v1")
    #expect(try await Self.longitude(session) == -73)
    #expect(try await session.variant("v1").state.draft.edits.isEmpty)
    await #expect(throws: LiveError.self) { try await session.undo("v1") }
    _ = try await session.redo("v1")
    _ = try await session.redo("v1")
    #expect(try await session.redo("v1") == 28)
    #expect(try await Self.longitude(session) == -74.1)
    #expect(try await session.scenario("v1").sites.count == 1)
    // Something new ends what could be made again; a drag that begins again after an undo is a step of its own.
    _ = try await session.undo("v1")
    try await session.edit("v1", [Self.moved(-75)], drag: "d2")
    await #expect(throws: LiveError.self) { try await session.redo("v1") }
    _ = try await session.undo("v1")
    #expect(try await Self.longitude(session) == -74.1)
  }

  @Test
  func `sixty moves in a second are at most twelve computations, one at a time, and the last position is answered`()
    async throws
  {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    let planner = SlowPlanner(.milliseconds(20))
    let session = try LiveSession.open(scratch, planner)
    await session.start()
    _ = try await session.answer(of: "base", within: .seconds(30))
    _ = try await session.answer(of: "v1", within: .seconds(30))
    let before = planner.counts.withLock { $0.begun }
    let start = ContinuousClock.now
    for move in 1...60 {
      try await session.edit("v1", [Self.moved(-73 - Double(move) / 1000)], number: move, drag: "d")
      try await Task.sleep(until: start + .seconds(Double(move) / 60))
    }
    let time = ContinuousClock.now - start
    let answer = try #require(try await session.answer(of: "v1", within: .seconds(30)))
    #expect(answer.number == 60 && answer.plan.scenario.sites[0].position.longitude.degrees == -73.06)
    let counts = planner.counts.withLock { $0 }
    // Twelve a second, and the one that was under way when the hand came to rest.
    #expect(Double(counts.begun - before) <= time / .seconds(1) * 12 + 2)
    #expect(counts.begun - before >= 2 && counts.most == 1)
  }

  @Test func `answers appear while the hand never rests, though each takes longer than a move`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    let planner = SlowPlanner(.milliseconds(400))
    let session = try LiveSession.open(scratch, planner)
    var seen: [Int] = []
    for move in 1...25 {
      try await session.edit("v1", [Self.moved(-73 - Double(move) / 1000)], number: move, drag: "d")
      try await Task.sleep(for: .milliseconds(100))
      if let number = await session.answers["v1"]?.number, seen.last != number { seen.append(number) }
    }
    #expect(!seen.isEmpty && seen == seen.sorted())
  }

  @Test func `what was edited comes back after a kill, step by step`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    do {
      let session = try LiveSession.open(scratch)
      try await session.edit("v1", [Self.moved(-73.5)])
      try await session.edit("v1", [Self.moved(-73.6)], drag: "d")
      try await session.edit("v1", [Self.moved(-73.7)], drag: "d")
      try await session.edit("v1", [.remove(layer: "sites", id: "ridge")])
      _ = try await session.undo("v1")
      let copy = try await session.add(name: "  Copy\n", from: "v1")
      #expect(copy.id == "v2" && copy.name == "Copy")
      try await session.edit("v2", [Self.moved(-74)])
      let gone = try await session.add(name: "Gone")
      try await session.delete(gone.id)
      // A second session of the same scenario must wait for the first one's end.
      let error = #expect(throws: LiveError.self) { _ = try LiveSession.open(scratch) }
      #expect(error?.code == .isOpen)
      await session.end()
    }
    // As a kill may leave it: with half of a line.
    let path = try #require(
      FileManager.default.enumerator(atPath: scratch.path("journals"))?.compactMap { $0 as? String }.first {
        $0.hasSuffix(".jsonl")
      })
    let handle = try #require(FileHandle(forWritingAtPath: scratch.path("journals/\(path)")))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(#"{"kind":"edit","variant":"v1","edi"#.utf8))
    try handle.close()
    for _ in 0..<2 {
      let session = try LiveSession.open(scratch)
      #expect(await session.restored == 2)
      #expect(await session.notes.isEmpty)
      #expect(await session.variants.map(\.id) == ["base", "v1", "v2"])
      #expect(try await Self.longitude(session) == -73.7)
      #expect(try await session.scenario("v2").sites[0].position.longitude.degrees == -74)
      #expect(try await session.variant("v1").done.count == 2)
      await session.end()
    }
    let session = try LiveSession.open(scratch)
    _ = try await session.undo("v1")
    #expect(try await Self.longitude(session) == -73.5)
    let next = try await session.add(name: "Next")
    #expect(!["v1", "v2"].contains(next.id))
  }

  @Test func `an edit that the changed scenario does not take any more is left out and noted`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    do {
      let session = try LiveSession.open(scratch)
      try await session.edit("v1", [.remove(layer: "sites", id: "ridge")])
      try await session.edit("v1", [Self.moved(-73.5)])
      await session.end()
    }
    let lines = SmallScenario.yaml.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.contains("ridge")
    }
    try scratch.file("small/scenario.yaml", lines.joined(separator: "\n"))
    let session = try LiveSession.open(scratch)
    #expect(await session.notes.count == 1)
    #expect(try await Self.longitude(session) == -73.5)
  }

  @Test func `a saved variant is planned to the same bytes`() async throws {
    let scratch = try SmallScenario.make()
    defer { withExtendedLifetime(scratch) {} }
    let session = try LiveSession.open(scratch)
    try await session.edit("v1", [Self.moved(-73.25)])
    try await session.edit("v1", [.set(layer: "bases", id: "camp", fields: ["position": "-12.15, -73.25"])])
    let path = try await session.save("v1", as: .folder, name: "Variant with a long name")
    #expect(path.hasSuffix("/Variant with a long name"))
    let answer = try #require(try await session.answer(of: "v1", within: .seconds(30)))
    #expect(try await Plan.run(Scenario.load(folder: path, cache: nil)).json == answer.json)
    #expect(try String(contentsOfFile: path + "/scenario.yaml", encoding: .utf8).contains("# as read from the map"))
    await #expect(throws: LiveError.self) {
      try await session.save("v1", as: .folder, name: "Variant with a long name")
    }
    for name in ["../x", "/tmp/x", ".hidden", "a/b", "a\\b", "", "a\u{0}b", String(repeating: "x", count: 300)] {
      await #expect(throws: LiveError.self) { try await session.save("v1", as: .folder, name: name) }
    }
    #expect(scratch.names.sorted() == ["Variant with a long name", "journals", "small"])
  }
}
