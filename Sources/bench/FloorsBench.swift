import Atalaya
import CBenchPeers
import Foundation

/// Floors over terrain in memory: speed and accuracy beside GDAL's viewshed and the exact model.
enum FloorsBench {
  @Sendable static func run() throws {
    let side = 8192
    let terrain = SteepTerrain.square(side)
    let radius = 4000.0
    let antenna = (column: 4096, row: 4096)
    let ground = Double(terrain[antenna.row, antenna.column])
    func ours(_ quality: FloorQuality, workers: Int = 1) throws -> FloorMap {
      try LineOfSightFloor.compute(
        terrain: terrain, antenna: .post(column: Double(antenna.column), row: Double(antenna.row)),
        antennaAltitude: .metres(ground + 30), range: .metres(radius * 30), quality: quality, workers: workers)
    }
    let transform = [0.0, 30, 0, 0, 0, -30]
    var window = [Int32](repeating: 0, count: 4)
    func peer() {
      terrain.cells.withUnsafeBufferPointer {
        _ = atalaya_peer_gdal_viewshed(
          $0.baseAddress, Int32(side), Int32(side), transform, "EPSG:32718", (Double(antenna.column) + 0.5) * 30,
          -(Double(antenna.row) + 0.5) * 30, 30, 0.75, radius * 30, nil, &window)
      }
    }
    for (quality, target) in [(FloorQuality.standard, 10.0), (.fine, 6.5), (.finest, 1)] {
      var map: FloorMap?
      let duel = try Duel(rounds: 3, ours: { map = try ours(quality) }, peer: peer)
      let posts = map?.grid.cells.reduce(0) { $1.isNaN ? $0 : $0 + 1 } ?? 0
      print(duel.line("\(quality.rawValue) floor of \(posts / 1_000_000) million posts, one core", peer: "GDAL viewshed in memory", target: target))
    }
    var one: FloorMap?
    var two: FloorMap?
    let cores = try Duel(rounds: 3, ours: { two = try ours(.standard, workers: 2) }, peer: { one = try ours(.standard) })
    print(cores.line("two cores", peer: "one core", target: 1.8))
    let same = zip(one?.grid.cells ?? [], two?.grid.cells ?? []).allSatisfy { $0.bitPattern == $1.bitPattern }
    print("  the same bits: \(same ? "yes" : "no")")
  }
}
