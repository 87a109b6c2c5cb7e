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
