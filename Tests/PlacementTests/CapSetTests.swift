import Placement
import Testing

/// Covers of the lines of affine spaces over the field of three elements: what a smallest cover leaves out is a largest
/// cap, a set with no three points on a line.
///
/// The largest caps have 4, 9 and 20 points in 2, 3 and 4 dimensions: Bose (1947) and Pellegrino, "Sul massimo ordine
/// delle calotte in S4,3" (1970). The models are the Steiner triple problems A9, A27 and A81, known to be hard for their
/// symmetry (Fulkerson, Nemhauser and Trotter, 1974).
@Suite struct CapSetTests {
  /// The points 0 ..< 3^dimensions, and the lines through each two of them.
  private func model(dimensions: Int) throws -> PlacementModel {
    let count = (0..<dimensions).reduce(1) { product, _ in product * 3 }
    // The third point of a line: all digits of the three add up to 0 or 3 or 6.
    func third(_ a: Int, _ b: Int) -> Int {
      var (a, b, place, point) = (a, b, 1, 0)
      for _ in 0..<dimensions {
        point += (6 - a % 3 - b % 3) % 3 * place
        (a, b, place) = (a / 3, b / 3, place * 3)
      }
      return point
    }
    var lines: Set<[Int]> = []
    for a in 0..<count { for b in 0..<a { lines.insert([a, b, third(a, b)].sorted()) } }
    #expect(lines.count == count * (count - 1) / 6)
    let ordered = lines.sorted { $0.lexicographicallyPrecedes($1) }
    return try PlacementModel(
      options: (0..<count).map { PlacementOption(id: "point \($0)", cost: 1) },
      demands: ordered.indices.map { PlacementDemand(id: "line \($0)", weight: 1) },
      covers: ordered.enumerated().flatMap { line, points in points.map { PlacementCover(option: $0, demand: line) } })
  }

  @Test(arguments: [(2, 4), (3, 9)])
  func `a cheapest cover of all lines leaves a largest cap, and is proved`(dimensions: Int, cap: Int) throws {
    let model = try model(dimensions: dimensions)
    // Bounded by its own work, not by time: machines and their load differ.
    let answer = try model.solve(PlacementQuestion(.cheapestCover), search: PlacementSearch(timeLimit: nil))
    #expect(answer.status == .optimal)
    #expect(answer.value == Double(model.options.count - cap))
  }

  @Test func `the largest cap of 81 points is found`() throws {
    let model = try model(dimensions: 4)
    let search = PlacementSearch(timeLimit: nil, nodeLimit: 0)
    let answer = try model.solve(PlacementQuestion(.cheapestCover), search: search)
    #expect(answer.value == 61)
    #expect(try #require(answer.bound) <= 61)
  }
}
