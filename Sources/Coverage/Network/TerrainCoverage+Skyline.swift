internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Radar
internal import Units

extension TerrainCoverage {
  /// The skyline of a station over the region, as far as its instrumented range; kept from run to run as its floor is.
  /// - Parameters:
  ///   - station: Position in ``stations``.
  ///   - count: Number of azimuths around the circle, evenly spaced from north.
  ///   - workers: How many threads work at a time.
  /// - Returns: Nil where the antenna's altitude is unknown, or it would stand in the ground.
  public func skyline(of station: Int, count: Int = 360, workers: Int = 1) -> HorizonProfile? {
    let floor = floors[station]
    guard let altitude = floor.antennaAltitude else { return nil }
    let range = floor.station.type.instrumentedRange
    // A floor that was computed without a cache does not say what it was computed from.
    let cache = floor.key.isEmpty ? nil : cache
    let key =
      cache == nil
      ? ""
      : [
        "skyline \(FloorCache.version) of \(count)", region.contentKey, floor.key,
        "at \(floor.station.position.latitudeDegrees) \(floor.station.position.longitudeDegrees)",
        "antenna \(altitude.metres)", "range \(range.metres)", "k \(k)",
      ].joined(separator: "\n")
    if var entry = cache?.entry(of: key), let numbers: [Double] = entry.take(5 * count) {
      return HorizonProfile(antennaAltitude: altitude, range: range, k: k, numbers: numbers)
    }
    guard let surface = try? region.grid(under: floor.station.position) else { return nil }
    let profile = try? HorizonProfile.compute(
      terrain: surface,
      antenna: .position(
        latitudeDegrees: floor.station.position.latitudeDegrees,
        longitudeDegrees: floor.station.position.longitudeDegrees),
      antennaAltitude: altitude, range: range, k: k, count: count, workers: workers)
    // Without room for it the next run computes it again.
    if let profile { try? cache?.keep(profile.numbers, of: key) }
    return profile
  }
}

extension HorizonProfile {
  /// Azimuth, elevation, distance, ground and how far it is known, one direction after another; NaN for nil.
  fileprivate var numbers: [Double] {
    directions.flatMap {
      [
        $0.azimuth.degrees, $0.elevation?.degrees ?? .nan, $0.distance?.metres ?? .nan, $0.ground?.metres ?? .nan,
        $0.knownTo.metres,
      ]
    }
  }

  fileprivate init(antennaAltitude: Length, range: Length, k: Double, numbers: [Double]) {
    func number(_ index: Int) -> Double? { numbers[index].isNaN ? nil : numbers[index] }
    self.init(
      antennaAltitude: antennaAltitude, range: range, k: k,
      directions: stride(from: 0, to: numbers.count, by: 5).map { first in
        Direction(
          azimuth: .degrees(numbers[first]), elevation: number(first + 1).map { .degrees($0) },
          distance: number(first + 2).map { .metres($0) }, ground: number(first + 3).map { .metres($0) },
          knownTo: .metres(numbers[first + 4]))
      })
  }
}
