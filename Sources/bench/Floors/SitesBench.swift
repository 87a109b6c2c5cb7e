import Atalaya
import CBenchPeers
import Foundation

/// A thousand sites over one terrain: radius 100 km at 90 m.
enum SitesBench {
  @Sendable static func run() throws {
    let side = 5000
    let steep = SteepTerrain.square(side)
    let terrain = Grid(
      frame: GridFrame(columns: side, rows: side, firstX: 0, firstY: 0, stepX: 90, stepY: -90, crs: ""),
      cells: steep.cells)
    var state: UInt64 = 3
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return 1200 + Int(state >> 33) % (side - 2400)
    }
    let sites = (0..<1000).map { _ in (column: next(), row: next()) }
    let range = 100_000.0
    let start = Duel.cpu
    let seconds = try Duel.seconds {
      let failed = Failure()
      DispatchQueue.concurrentPerform(iterations: 2) { worker in
        var memory: [Float] = []
        for index in stride(from: worker, to: sites.count, by: 2) {
          let site = sites[index]
          let old = memory
          memory = []
          do {
            memory = try LineOfSightFloor.compute(
              terrain: terrain, antenna: .post(column: Double(site.column), row: Double(site.row)),
              antennaAltitude: .metres(Double(terrain[site.row, site.column]) + 20), range: .metres(range),
              reusing: consume old
            ).grid.cells
          } catch { failed.error = error }
        }
      }
      if let error = failed.error { throw error }
    }
    let ours = Duel.cpu - start
    let sample = 20
    let transform = [0.0, 90, 0, 0, 0, -90]
    let before = Duel.cpu
    for site in sites.prefix(sample) {
      var window = [Int32](repeating: 0, count: 4)
      terrain.cells.withUnsafeBufferPointer {
        _ = atalaya_peer_gdal_viewshed(
          $0.baseAddress, Int32(side), Int32(side), transform, "EPSG:32718", (Double(site.column) + 0.5) * 90,
          -(Double(site.row) + 0.5) * 90, 20, 0.75, range, nil, &window)
      }
    }
    let peer = (Duel.cpu - before) / Double(sample) * 1000
    print(
      String(
        format: "  1,000 sites of 100 km at 90 m: %.2f s of CPU (asked 12), %.2f s on two threads; "
          + "GDAL viewshed in memory %.1f s of CPU (from %d sites), ratio %.1f", ours, seconds, peer, sample,
        peer / ours))
  }

  private final class Failure: @unchecked Sendable { var error: (any Error)? }
}
