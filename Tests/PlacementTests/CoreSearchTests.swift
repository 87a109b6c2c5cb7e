import Placement
import TestSupport
import Testing

@Suite struct CoreSearchTests {
  /// Optima of the models by HiGHS 1.15.1 on what `writeLP` writes, proven (2026-11-26).
  static let optima: [UInt64: Double] = [1: 2399, 2: 2350, 3: 2290, 4: 2378, 5: 2271, 6: 2430]

  @Test(arguments: optima.keys.sorted())
  func `lists before any branching are within one percent of the proven optimum`(seed: UInt64) throws {
    let optimum = try #require(Self.optima[seed])
    let model = try SightCase.model(seed: seed)
    for run in 1...3 {
      let answer = try model.solve(
        SightCase.question, search: PlacementSearch(timeLimit: nil, seed: UInt64(run), nodeLimit: 0))
      let value = try #require(answer.value)
      #expect(value >= 0.99 * optimum && value <= optimum, "seed \(seed), run \(run): \(value)")
      #expect(try #require(answer.bound) >= optimum)
    }
  }
}
