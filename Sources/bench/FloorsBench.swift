import Atalaya
import CBenchPeers
import Foundation

/// Floors over terrain in memory: speed and accuracy beside GDAL's viewshed and the exact model.
enum FloorsBench {
  @Sendable static func run() throws {
    let side = 8001
    let terrain = SteepTerrain.square(side)
    let radius = 4000.0
    let antenna = (column: 4000, row: 4000)
    let ground = Double(terrain[antenna.row, antenna.column])
    // Floors are written into the memory of those before, as a run over many sites does.
    var memory: [Float] = []
    func ours(_ quality: FloorQuality, workers: Int = 1) throws {
      let old = memory
      memory = []
      memory = try LineOfSightFloor.compute(
        terrain: terrain, antenna: .post(column: Double(antenna.column), row: Double(antenna.row)),
        antennaAltitude: .metres(ground + 30), range: .metres(radius * 30), quality: quality, workers: workers,
        reusing: consume old
      ).grid.cells
    }
    try ours(.standard)
    let transform = [0.0, 30, 0, 0, 0, -30]
    var window = [Int32](repeating: 0, count: 4)
    func peer() {
      terrain.cells.withUnsafeBufferPointer {
        _ = atalaya_peer_gdal_viewshed(
          $0.baseAddress, Int32(side), Int32(side), transform, "EPSG:32718", (Double(antenna.column) + 0.5) * 30,
          -(Double(antenna.row) + 0.5) * 30, 30, 0.75, radius * 30, nil, &window)
      }
    }
    if ProcessInfo.processInfo.environment["SOLO"] != nil { for _ in 0..<30 { try ours(.standard) }; return }
    for (quality, target) in [(FloorQuality.standard, 10.0), (.fine, 6.5), (.finest, 1)] {
      let duel = try Duel(rounds: 5, ours: { try ours(quality) }, peer: peer)
      let posts = memory.reduce(0) { $1.isNaN ? $0 : $0 + 1 }
      print(
        duel.line(
          "\(quality.rawValue) floor of \(posts / 1_000_000) million posts, one core", peer: "GDAL viewshed in memory",
          target: target))
    }
    var one: [Float] = []
    let cores = try Duel(rounds: 5, ours: { try ours(.standard, workers: 2) }, peer: { try ours(.standard) })
    print(cores.line("two cores", peer: "one core", target: 1.8))
    try ours(.standard)
    one = memory
    try ours(.standard, workers: 2)
    let same = zip(one, memory).allSatisfy { $0.bitPattern == $1.bitPattern }
    print("  the same bits: \(same ? "yes" : "no")")
  }
}
