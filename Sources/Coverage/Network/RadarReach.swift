internal import Foundation
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

/// Where a post lies from a radar, as coarsely as a reach stores it.
struct ReachPlace {
  var squareMetres: Float
  var azimuth: UInt16

  static let none = ReachPlace(squareMetres: 0, azimuth: 0)

  init(squareMetres: Float, azimuth: UInt16) {
    self.squareMetres = squareMetres
    self.azimuth = azimuth
  }

  init(east: Double, north: Double) {
    squareMetres = Float(east * east + north * north)
    let sum = abs(east) + abs(north)
    guard sum > 0 else {
      azimuth = 0
      return
    }
    // The share of the way along a side of the diamond |east| + |north| = 1, which grows with the azimuth.
    let quarter: Double
    let share: Double
    switch (east >= 0, north >= 0) {
    case (true, true): (quarter, share) = (0, east / sum)
    case (true, false): (quarter, share) = (1, -north / sum)
    case (false, false): (quarter, share) = (2, -east / sum)
    case (false, true): (quarter, share) = (3, north / sum)
    }
    azimuth = Self.table[min(Int((quarter + share) / 4 * Double(Self.steps)), Self.steps - 1)]
  }

  private static let steps = 16_384
  /// Degrees of azimuth by the way round the diamond: within 0.02° of the right one.
  private static let table = (0..<steps).map { step -> UInt16 in
    let way = (Double(step) + 0.5) / Double(steps) * 4
    let share = way - way.rounded(.down)
    let degrees = way.rounded(.down) * 90 + atan2(share, 1 - share) * 180 / .pi
    return UInt16(Int(degrees.rounded()) % RadarReach.azimuths)
  }
}
