import Atalaya
import CBenchPeers
import Foundation

/// Floors over terrain in memory, one core, compared with GDAL's viewshed.
enum FloorsBench {
  @Sendable static func run() throws {
    // 8192 is the side of the study that set the targets; the viewshed is slower there than at 8001, which is not a power
    // of two.
    for side in [8192, 8001] {
      var duel = FloorDuel(SteepTerrain.square(side), column: side / 2, row: side / 2, radius: 4000)
      try duel.ours(.standard)
      for (quality, kernel, target) in [
        (FloorQuality.standard, FloorKernel.fastest, 10.0), (.fine, .fastest, 6.5), (.finest, .fastest, 1),
        (.standard, .avx2, 1), (.standard, .avx, 5), (.standard, .vector, 5),
      ] where FloorKernel.available.contains(kernel) {
        let times = try Duel(rounds: 5, ours: { try duel.ours(quality, kernel: kernel) }, peer: duel.peer)
        print(
          times.line(
            "\(side)² posts, \(quality.rawValue) floor of \(duel.postsInMillions) million, \(kernel.rawValue)",
            peer: "GDAL viewshed in memory", target: target))
      }
      var pair = duel
      let cores = try Duel(
        rounds: 5, ours: { try duel.ours(.standard, workers: 2) }, peer: { try pair.ours(.standard) })
      print(cores.line("two cores", peer: "one core", target: 1.8))
      let same = zip(duel.memory, pair.memory).allSatisfy { $0.bitPattern == $1.bitPattern }
      print("  the same bits from one worker and from two: \(same ? "yes" : "NO")")
    }
  }
}
