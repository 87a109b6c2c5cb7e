import Atalaya
import CBenchPeers
import Foundation

/// One antenna on a grid in memory, for the engines and for GDAL's viewshed on the same array.
struct FloorDuel {
  let terrain: Grid<Float>
  let column: Int
  let row: Int
  /// Range in posts.
  let radius: Double
  let ground: Double
  /// Floors are written into the memory of those before, as a run over many sites does.
  private(set) var memory: [Float] = []

  init(_ terrain: Grid<Float>, column: Int, row: Int, radius: Double) {
    self.terrain = terrain
    (self.column, self.row, self.radius) = (column, row, radius)
    ground = Double(terrain[row, column])
  }

  mutating func ours(_ quality: FloorQuality, workers: Int = 1, kernel: FloorKernel = .fastest) throws {
    let old = memory
    memory = []
    memory = try LineOfSightFloor.compute(
      terrain: terrain, antenna: .post(column: Double(column), row: Double(row)),
      antennaAltitude: .metres(ground + 30), range: .metres(radius * 30), k: EffectiveEarth.standardFactor,
      quality: quality, wanted: nil,
      workers: workers, kernel: kernel, reusing: consume old
    ).grid.cells
  }

  func peer() {
    let side = Int32(terrain.frame.columns)
    let transform = [0.0, 30, 0, 0, 0, -30]
    var window = [Int32](repeating: 0, count: 4)
    terrain.cells.withUnsafeBufferPointer {
      _ = atalaya_peer_gdal_viewshed(
        $0.baseAddress, side, Int32(terrain.frame.rows), transform, "EPSG:32718", (Double(column) + 0.5) * 30,
        -(Double(row) + 0.5) * 30, 30, 0.75, radius * 30, nil, &window)
    }
  }

  var postsInMillions: Int { memory.reduce(0) { $1.isNaN ? $0 : $0 + 1 } / 1_000_000 }
}

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
