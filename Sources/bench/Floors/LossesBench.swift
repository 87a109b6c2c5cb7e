import Atalaya
import Foundation

/// What looks and the losses on their way add to the floor of a radar of 100 km over posts 90 m apart, in time of the processor.
enum LossesBench {
  @Sendable static func run() throws {
    let side = 2400
    let steep = SteepTerrain.square(side)
    let frame = GridFrame(
      columns: side, rows: side, firstX: 300_000, firstY: 8_700_000, stepX: 90, stepY: -90, crs: "EPSG:32718")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("terrain.tif").path
    try RasterWriter.write(Grid(frame: frame, cells: steep.cells), to: path)
    let terrain = try Terrain.open([path])
    guard
      let site = try terrain.positions(columns: [Double(side / 2)], rows: [Double(side / 2)])[0]
    else { return }

    var parameters = RadarParameters()
    parameters.frequency = .gigahertz(1.3)
    parameters.elevationPattern = .cosecantSquared(
      axis: .degrees(1.5), beamwidth: .degrees(4), highest: .degrees(40))
    let type = RadarType(
      id: "bench", name: "bench", kind: .primary, instrumentedRange: .kilometres(100),
      detectionRange: .kilometres(140), referenceCrossSection: .squareMetres(1), antennaHeight: .metres(20),
      parameters: parameters)
    func time(_ losses: LookLosses?, looks: Bool) throws -> (floor: Double, seen: Double) {
      var type = type
      if looks { type = try type.looking(DetectionSettings(losses: losses)) }
      let station = RadarStation(
        id: "a", name: "a", position: site, groundElevation: nil, antennaHeight: .metres(20), type: type)
      let target = Target(crossSection: .squareMetres(1), hasTransponder: false)
      var coverage: TerrainCoverage?
      let floor = try Duel.cpu { coverage = try TerrainCoverage.load([station], over: terrain, targets: [target]) }
      var area = 0.0
      let seen = Duel.cpu {
        coverage?.sweep(networks: [[0]], heights: [.aboveGround(.metres(300))], target: target) { block in
          area += Double(block.networks[0].lowest.count(where: \.isFinite))
        }
      }
      return (floor, seen)
    }
    _ = try time(nil, looks: false)
    var (sharp, pd, air, soft): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    for _ in 0..<5 {
      func sum(_ times: (floor: Double, seen: Double)) -> Double { times.floor + times.seen }
      sharp.append(sum(try time(nil, looks: false)))
      pd.append(sum(try time(nil, looks: true)))
      air.append(sum(try time(LookLosses(gases: true, rain: true, weather: Weather(rainRate: 20)), looks: true)))
      soft.append(sum(try time(LookLosses(diffraction: true), looks: true)))
    }
    let base = Duel.median(sharp)
    print(
      String(
        format:
          "  floor and coverage of 100 km at 90 m: %.2f s of CPU by the line of sight; where a look has Pd 0.8 %.2f s, "
          + "ratio %.2f (asked 1.3); with gases and rain %.2f s, ratio %.2f", base, Duel.median(pd),
        Duel.median(pd) / base, Duel.median(air), Duel.median(air) / base))
    print(
      String(
        format: "  diffraction: %.2f s of CPU more (asked 1)", Duel.median(zip(soft, pd).map { $0 - $1 })))
  }
}
