import Atalaya
import CBenchPeers
import Foundation

/// Ten million geodesic distances against a plain C loop over libproj's `geod_inverse`.
enum GeodesicsBench {
  @Sendable static func run() throws {
    let count = 10_000_000
    var state: UInt64 = 1
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    func places() -> [Position] {
      (0..<count).map { _ in Position(latitudeDegrees: next() * 180 - 90, longitudeDegrees: next() * 360 - 180) }
    }
    let starts = places()
    let ends = places()
    let rawStarts = starts.flatMap { [$0.latitudeDegrees, $0.longitudeDegrees] }
    let rawEnds = ends.flatMap { [$0.latitudeDegrees, $0.longitudeDegrees] }
    var expected = [Double](repeating: 0, count: count)
    var found: [Double] = []
    let single = Duel(
      rounds: 3, ours: { found = Ellipsoid.wgs84.distancesInMetres(from: starts, to: ends) },
      peer: {
        atalaya_peer_geod_inverse(
          rawStarts, rawEnds, &expected, count, EarthFigure.semiMajorAxis.metres, EarthFigure.flattening)
      })
    print(single.line("ten million distances, one core", peer: "C loop over geod_inverse", target: 1.0))
    print("  greatest difference \(zip(found, expected).map { abs($0 - $1) }.max() ?? 0) m")
    var parallel: [Double] = []
    let double = Duel(
      rounds: 3, ours: { parallel = Ellipsoid.wgs84.distancesInMetres(from: starts, to: ends, workers: 2) },
      peer: { found = Ellipsoid.wgs84.distancesInMetres(from: starts, to: ends) })
    print(double.line("the same, two cores", peer: "one core", target: 1.8))
    print("  the same bits: \(parallel == found ? "yes" : "no")")
  }
}
