public import GeoFiles
internal import Geodesy
internal import Terrain
public import Units

/// The floor of one radar over a region of terrain: the lowest altitude in its line of sight at each post.
///
/// The grid is of line of sight only. The radar's own limits depend on the target and are applied
/// when the floor is queried.
public struct RadarFloor: Sendable {
  /// The radar.
  public let station: RadarStation
  /// Altitude of its antenna above mean sea level: terrain at the site plus mast. Nil where that ground is unknown, in
  /// which case everything the radar sees is unknown too.
  public let antennaAltitude: Length?
  /// Lowest altitude above mean sea level in line of sight, metres, on posts of the region; NaN where unknown.
  public let grid: Grid<Float>
  /// Rows and columns of the region that the grid covers.
  let window: TerrainRegion.Window
  let bearings: AntennaBearings
  let k: Double
  /// How far along the ground it was computed.
  let reach: Length
  /// Everything that the grid was computed from, as text.
  let key: String
  /// What diffraction makes of the edges of shadows; asked only where it counts.
  let shadows: ShadowEdges
  /// The number of everything that the grid was computed from, in the memo of the coverage; nil without one.
  var number: Int?
  /// The floors of its partners (``RadarStation/partnerStations(for:)``); none for a station that sees alone.
  var parts: [RadarFloor] = []
  /// Of a station that stands for a system, the part of the region in which any station of the system may hear something, and
  /// where it lies from this one; nil for its own window.
  var common: (window: TerrainRegion.Window, bearings: AntennaBearings)?

  /// Altitudes at which a target over a place is seen.
  struct Seen {
    /// Lowest altitude above mean sea level, metres: infinite where the radar's limits allow none, NaN where the terrain
    /// is unknown and they allow some.
    var lowest: Double
    /// Highest altitude, metres.
    var highest: Double

    static let nowhere = Seen(lowest: .infinity, highest: -.infinity)

    /// Whether a target at an altitude is seen for sure.
    func contains(_ altitude: Double) -> Bool { altitude >= lowest && altitude <= highest }
  }

  /// What the radar's own limits allow of a target; nil where the antenna's altitude is unknown.
  func limits(for target: Target) -> RadarLimits? {
    antennaAltitude.map { antenna in
      shadows.limits(of: station, target) { RadarLimits(of: station, antennaAltitude: antenna, target: target, k: k) }
    }
  }

  /// The lowest altitudes by terrain and diffraction, of ``grid``'s posts.
  func cells(_ limits: RadarLimits) -> [Float] {
    limits.shadow == nil ? grid.cells : shadows.cells(limits, of: grid.cells, bearings, window)
  }

  /// The altitudes at which a target over each post of a row of the region is seen.
  /// - Parameters:
  ///   - sight: Takes them, and where the posts lie where something can be seen.
  ///   - station: The radar's position among the stations of `sight`.
  ///   - columns: Columns of the region.
  func see(row: Int, _ limits: RadarLimits, into sight: inout RowSight, of station: Int, columns: Int) {
    guard window.rows.contains(row) else { return }
    sight.spans[station] = window.columns
    let cells = cells(limits)
    let (first, start) = (
      station * columns, (row - window.rows.lowerBound) * window.columns.count - window.columns.lowerBound
    )
    sight.lowest.withUnsafeMutableBufferPointer { lowest in
      sight.highest.withUnsafeMutableBufferPointer { highest in
        sight.places.withUnsafeMutableBufferPointer { places in
          cells.withUnsafeBufferPointer { cells in
            bearings.forEachVector(columns: window.columns, row: row) { column, east, north in
              let span = limits.span(eastMetres: east, northMetres: north)
              guard span.lowestMetres <= span.highestMetres else {
                (lowest[first + column], highest[first + column]) = (.infinity, -.infinity)
                return
              }
              let seen = Self.seen(sight: Double(cells[start + column]), span)
              (lowest[first + column], highest[first + column]) = (seen.lowest, seen.highest)
              places[first + column] = ReachPlace(east: east, north: north)
            }
          }
        }
      }
    }
  }

  /// Calls for every post of a row of the region where the limits allow something, with its vector from the antenna, and the
  /// altitudes between which a target is seen: the lowest is NaN where the terrain is unknown.
  /// - Parameter cells: The floors of the posts of its window.
  @inline(__always)
  func forEachPost(
    row: Int, _ limits: RadarLimits, _ cells: [Float],
    _ body: (_ column: Int, _ east: Double, _ north: Double, _ lowest: Double, _ highest: Double) -> Void
  ) {
    guard window.rows.contains(row) else { return }
    let start = (row - window.rows.lowerBound) * window.columns.count - window.columns.lowerBound
    bearings.forEachVector(columns: window.columns, row: row) { column, east, north in
      let span = limits.span(eastMetres: east, northMetres: north)
      guard span.lowestMetres <= span.highestMetres else { return }
      let seen = Self.seen(sight: Double(cells[start + column]), span)
      body(column, east, north, seen.lowest, seen.highest)
    }
  }

  /// The altitudes at which a target over a place between posts is seen; sight is bilinear between the four around it,
  /// and unknown where one of them with weight is.
  func seen(atRow row: Double, column: Double, _ limits: RadarLimits) -> Seen {
    guard let vector = bearings.vector(column: column, row: row) else { return .nowhere }
    let span = limits.span(eastMetres: vector.east, northMetres: vector.north)
    guard span.lowestMetres <= span.highestMetres else { return .nowhere }
    return Self.seen(sight: sight(row: row, column: column, cells(limits)), span)
  }

  private static func seen(sight: Double, _ span: RadarLimits.Span) -> Seen {
    // The comparison with NaN is false: what is unknown stays so.
    Seen(lowest: span.lowestMetres > sight ? span.lowestMetres : sight, highest: span.highestMetres)
  }

  /// A floor between posts, metres; NaN where unknown or outside.
  private func sight(row: Double, column: Double, _ cells: [Float]) -> Double {
    let (top, left) = (row.rounded(.down), column.rounded(.down))
    let (v, u) = (row - top, column - left)
    var sum = 0.0
    for (dy, dx, weight) in [(0, 0, (1 - v) * (1 - u)), (0, 1, (1 - v) * u), (1, 0, v * (1 - u)), (1, 1, v * u)]
    where weight > 1e-9 {
      let (r, c) = (Int(top) + dy, Int(left) + dx)
      guard window.rows.contains(r), window.columns.contains(c) else { return .nan }
      sum +=
        weight
        * Double(cells[(r - window.rows.lowerBound) * window.columns.count + c - window.columns.lowerBound])
    }
    return sum
  }
}
