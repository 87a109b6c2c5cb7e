internal import Foundation

/// The fan of rays around an antenna, split into wedges for the workers.
struct FanFloor: Sendable {
  let problem: FloorProblem
  let surfaces: [FanSurface]
  let memory: FloorMemory
  let kernel: FloorKernel
  let density: Double

  /// Rays of one wedge: enough posts in a row for the memory to like, few enough for the cache.
  private static let wedge = 1400

  func run(_ workers: Int) {
    let partition = FanPartition(north: surfaces[0], south: surfaces[1], problem: problem)
    var wedges: [FanWedge] = []
    for surface in surfaces {
      // Rays between the middle and the diagonal.
      let half = max(8, Int((density * surface.reach).rounded(.up)))
      let step = 1 / Double(half)
      // The diagonals bend a little with the grid: some rays more on either side.
      let margin = 4
      let total = 2 * (half + margin) + 1
      let parts = max(1, Int((Double(total) / Double(Self.wedge)).rounded()))
      let cuts = (0...parts).map { $0 * (total - 1) / parts }
      for (part, (first, last)) in zip(cuts, cuts.dropFirst()).enumerated() {
        wedges.append(
          FanWedge(
            problem: problem, surface: surface, partition: partition, kernel: kernel, memory: memory,
            firstRay: first - half - margin, slopeStep: step, count: last - first + 1,
            isFirst: part == 0, isLast: part == parts - 1))
      }
    }
    let all = wedges.filter(\.mayBeWanted)
    Parallel.run(all.count, workers: workers) { all[$0].run() }
  }
}
