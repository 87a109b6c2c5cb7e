import Foundation
import Radar
import TestSupport
import Testing
import Units

private let folder = "propagation/p452v18"
private let paths = ["land_70km", "mixed_109km", "rburg_rural_no_clutter", "tropo_7001"]

/// A table with its columns by name.
private func table(_ name: String) throws -> [[String: String]] {
  let path = SharedData.folder.appendingPathComponent("\(folder)/\(name).csv")
  let lines = try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isNewline).map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
  }
  let rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0].map { $0.lowercased() }, $0)) }
  try #require(!rows.isEmpty)
  return rows
}

private func number(_ row: [String: String], _ column: String) throws -> Double {
  try #require(row[column.lowercased()].flatMap { Double($0) }, "\(column)")
}

private func profile(_ path: String) throws -> PathProfile {
  let rows = try table("test_profile_\(path)")
  return try PathProfile(
    kilometres: rows.map { try number($0, "d (km)") }, groundMetres: rows.map { try number($0, "h(m)") },
    coverMetres: rows.map { try number($0, "Ground Cover Height (m)") })
}

@Test(.enabled(if: SharedData.has(folder), "needs ../shared/data/propagation"), arguments: paths)
func `delta-Bullington agrees with the validation tables`(_ path: String) throws {
  let profile = try profile(path)
  var worst = (sphere: 0.0, median: 0.0, exceeded: 0.0)
  for row in try table("test_result_\(path)") {
    let model = try PathLossModel(
      frequency: .gigahertz(number(row, "f (GHz)")),
      over: EffectiveEarth(k: number(row, "ae") / EffectiveEarth.meanRadius.kilometres),
      polarization: number(row, "pol (1-h/2-v)") == 1 ? .horizontal : .vertical, seaShare: number(row, "omega"),
      timeShare: DiffractionTimeShare(percent: number(row, "p (%)"), anomalousPercent: number(row, "b0")))
    let loss = try model.loss(
      along: profile, from: .metres(number(row, "hts")), to: .metres(number(row, "hrs")))
    worst.sphere = try max(worst.sphere, abs(loss.terrain.sphericalEarth - number(row, "Ldsph")))
    worst.median = try max(worst.median, abs(loss.terrain.total - number(row, "Ld50")))
    worst.exceeded = try max(worst.exceeded, abs(loss.diffraction.value - number(row, "Ldp")))
  }
  // The tables' inputs have six decimals.
  #expect(worst.sphere < 2e-4 && worst.median < 2e-4 && worst.exceeded < 2e-4, "\(worst)")
}

@Test func `diffraction is reciprocal`() throws {
  var random = SplitMix(seed: 7)
  for _ in 0..<50 {
    let count = Int.random(in: 2...40, using: &random)
    var kilometres = [0.0]
    while kilometres.count < count {
      kilometres.append(kilometres[kilometres.count - 1] + .random(in: 0.1...5, using: &random))
    }
    let heights = kilometres.map { _ in Double.random(in: 0...900, using: &random) }
    let total = kilometres[count - 1]
    let there = try PathProfile(kilometres: kilometres, groundMetres: heights)
    let back = try PathProfile(kilometres: kilometres.reversed().map { total - $0 }, groundMetres: heights.reversed())
    let (a, b) = (Length.metres(heights[0] + 20), Length.metres(heights[count - 1] + 150))
    let model = try DeltaBullington(frequency: .gigahertz(1.3), over: EffectiveEarth())
    let (first, second) = (model.loss(along: there, from: a, to: b), model.loss(along: back, from: b, to: a))
    // Rounding of sums of forty terms.
    #expect(abs(first.total - second.total) < 1e-9 * max(1, first.total))
    #expect(first.total >= 0 && first.total.isFinite)
  }
}

@Test func `a high path over low ground loses nothing, and a higher ridge never loses less`() throws {
  let model = try DeltaBullington(frequency: .gigahertz(3), over: EffectiveEarth())
  let kilometres = stride(from: 0.0, through: 40, by: 1).map { $0 }
  var before = 0.0
  for ridge in stride(from: 0.0, through: 3000, by: 50) {
    let ground = kilometres.map { $0 == 17 ? ridge : 0 }
    let profile = try PathProfile(kilometres: kilometres, groundMetres: ground)
    let loss = model.loss(along: profile, from: .metres(1500), to: .metres(1500))
    if ridge <= 1000 { #expect(loss.total == 0, "\(ridge) m") }
    #expect(loss.bullington >= before, "\(ridge) m")
    before = loss.bullington
  }
  #expect(before > 20)
}

@Test func `a profile that is none is refused with its point`() {
  let bad: [([Double], [Double])] = [
    ([0], [1]), ([0, 1], [1]), ([1, 2], [0, 0]), ([0, 2, 2], [0, 0, 0]), ([0, 1, 2], [0, .nan, 0]),
    ([0, .infinity], [0, 0]),
  ]
  for (kilometres, heights) in bad {
    #expect(throws: PropagationError.self) { try PathProfile(kilometres: kilometres, groundMetres: heights) }
  }
}
