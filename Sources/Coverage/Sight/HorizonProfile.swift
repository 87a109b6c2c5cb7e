internal import Foundation
public import GeoFiles
internal import Geodesy
public import Radar
public import Units

/// The skyline around an antenna: under which elevation angle, and where, the ground ends by azimuth.
public struct HorizonProfile: Sendable {
  /// The skyline in one azimuth.
  public struct Direction: Sendable, Hashable {
    /// Azimuth at the antenna, from true north.
    public var azimuth: Angle
    /// The highest elevation angle under which known ground appears; nil when none is known.
    public var elevation: Angle?
    /// Distance of that ground along the ellipsoid; nil when none is known.
    public var distance: Length?
    /// Altitude of that ground above mean sea level; nil when none is known.
    public var ground: Length?
    /// How far the ground is known; what lies behind may stand higher.
    public var knownTo: Length
  }

  /// Altitude of the antenna above mean sea level.
  public let antennaAltitude: Length
  /// How far out ground was looked at.
  public let range: Length
  /// Effective Earth radius factor.
  public let k: Double
  /// By azimuth, clockwise from north.
  public let directions: [Direction]

  /// The skyline of an antenna.
  ///
  /// Each direction is followed along its geodesic with every crossing of a row or column of posts, as ``SightLine`` is.
  /// - Parameters:
  ///   - terrain: Ground above mean sea level, metres; NaN is unknown.
  ///   - antenna: Where the antenna stands.
  ///   - antennaAltitude: Its altitude above mean sea level.
  ///   - range: How far out to look.
  ///   - k: Effective Earth radius factor.
  ///   - count: Number of azimuths around the circle, evenly spaced from north; 360 are one a degree.
  ///   - workers: How many threads work at a time.
  /// - Throws: ``FloorError``: `badParameter`, `badSystem`, `bentGrid`; `belowGround` when the antenna would stand in the
  ///   ground.
  /// - Complexity: proportional to azimuths times range in posts.
  public static func compute(
    terrain: Grid<Float>, antenna: AntennaPlace, antennaAltitude: Length, range: Length,
    k: Double = EffectiveEarth.standardFactor,
    count: Int = 360, workers: Int = 1
  ) throws(FloorError) -> HorizonProfile {
    guard k > 0, k.isFinite, range.metres > 0, range.kilometres <= 5000, (1...100_000).contains(count)
    else {
      throw FloorError(
        .badParameter,
        "k \(k), a range of \(range.metres) m, \(count) azimuths",
        remedy: "state a positive k, a range up to 5,000 km and 1 to 100,000 azimuths"
      )
    }
    let track = try GroundTrack.from(antenna, over: terrain.frame)
    let ground = PostHeights(terrain).ground(GroundPath.Post(column: track.column, row: track.row))
    // An antenna on the ground: sums of the same four posts may differ in their last digits.
    _ = try Altitude.aboveSeaLevel(antennaAltitude).ofAntenna(over: ground.isNaN ? nil : .metres(ground - 1e-6))
    let azimuths = (0..<count).map { Angle.degrees(360 * Double($0) / Double(count)) }
    // Tracks may belong to PROJ and to one task; the paths are plain numbers.
    var paths: [GroundPath] = []
    for azimuth in azimuths { paths.append(try GroundPath(track, azimuth: azimuth.radians, length: range.metres)) }
    let curvature = track.curvature
    let ways = paths
    let directions = Results<Direction>(count)
    Parallel.run(count, workers: workers) { index in
      let geometry = SightGeometry(
        radius: k * curvature.radius(azimuth: azimuths[index].radians), antenna: antennaAltitude.metres)
      directions[index] = direction(azimuths[index], ways[index], geometry, PostHeights(terrain))
    }
    return HorizonProfile(antennaAltitude: antennaAltitude, range: range, k: k, directions: directions.all)
  }

  private static func direction(
    _ azimuth: Angle, _ path: GroundPath, _ geometry: SightGeometry, _ heights: PostHeights
  ) -> Direction {
    var highest: (slope: Double, distance: Double, ground: Double)?
    var known = path.length
    path.forEachPiece { crossings in
      for crossing in crossings {
        let ground = heights.ground(crossing.post)
        guard !ground.isNaN else {
          known = crossing.distance
          return false
        }
        let slope = geometry.slope(distance: crossing.distance, altitude: ground)
        if slope > highest?.slope ?? -.infinity { highest = (slope, crossing.distance, ground) }
      }
      return true
    }
    return Direction(
      azimuth: azimuth, elevation: highest.map { .radians(atan($0.slope)) },
      distance: highest.map { .metres($0.distance) }, ground: highest.map { .metres($0.ground) },
      knownTo: .metres(known))
  }
}

/// Results of a number of tasks, each written by one of them.
private final class Results<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Value?]
  init(_ count: Int) { values = Array(repeating: nil, count: count) }
  subscript(index: Int) -> Value {
    get { lock.withLock { values[index]! } }
    set { lock.withLock { values[index] = newValue } }
  }
  var all: [Value] { lock.withLock { values.map { $0! } } }
}
