public import GeoFiles
public import Geodesy
public import Units

/// How far one radar sees over terrain at one height: by azimuth, the farthest place at which it is known to see the target.
///
/// Nearer places may be hidden: the area that is seen is less than what the outline holds.
public struct RadarReach: Sendable, Hashable {
  /// Metres along the ground in each degree of azimuth, from half a degree before to half a degree after it, from north
  /// clockwise; zero where nothing is seen.
  public let metres: [Double]

  /// How many azimuths are distinguished.
  public static let azimuths = 360

  /// A reach from ``azimuths`` distances in metres.
  init(metres: [Double]) { self.metres = metres }

  /// The farthest place.
  public var farthest: Length { .metres(metres.max() ?? 0) }

  /// The distance that half of the azimuths do not exceed, those in which nothing is seen included.
  public var median: Length {
    let sorted = metres.sorted()
    guard !sorted.isEmpty else { return .zero }
    return .metres((sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2)
  }

  /// The outline through the farthest places around a radar, as polygons in longitude and latitude.
  /// - Throws: ``GeoFileError`` when GEOS gives up.
  public func outline(around centre: Position) throws(GeoFileError) -> PolygonOverlay.Polygons {
    guard farthest > .zero else { return [] }
    let width = 360 / Double(metres.count)
    let ring = metres.enumerated().flatMap { number, metres -> [Position] in
      guard metres > 0 else { return [centre] }
      // Both ends of the span, so that a single azimuth has an area too.
      return [-0.5, 0.5].map {
        Ellipsoid.wgs84.direct(
          from: centre, azimuth: .degrees((Double(number) + $0) * width), distance: .metres(metres)
        ).position
      }
    }
    return try PolygonOverlay.withinTurn(PolygonRepair.repaired([ring]).polygons)
  }
}
