public import GeoFiles
public import Geodesy
public import Terrain
public import Units

extension SightProfile {
  /// The ground between two places of a grid in memory.
  /// - Parameters:
  ///   - antenna: One end.
  ///   - target: The other; also outside the grid, where nothing is known.
  ///   - terrain: Ground above mean sea level, metres; NaN is unknown. Without a coordinate system it is a plane with steps
  ///     in metres.
  /// - Throws: ``FloorError``: `samePlace`; `badSystem` when the grid has no place for an end; `bentGrid` when the way
  ///   leads over a pole of a grid of degrees; `badParameter` beyond 5,000 km.
  /// - Accuracy: crossings are met to a millionth of a post (`SightLineTests`).
  public static func along(
    from antenna: AntennaPlace, to target: AntennaPlace, over terrain: Grid<Float>
  ) throws(FloorError) -> SightProfile {
    let way = try SightWay(from: .from(antenna, over: terrain.frame), to: .from(target, over: terrain.frame))
    let crossings = way.path.crossings()
    let heights = PostHeights(terrain)
    let posts = [way.path.start] + crossings.map(\.post) + [way.path.end]
    return way.profile(posts.map(heights.ground), crossings: crossings)
  }

  /// The ground between two places of a terrain, of which no more is read than a band along the way.
  ///
  /// What stands on the ground is in it, but for the clearing around the antenna. At most 64 MB of terrain, and as much of
  /// its cover, are in memory at a time.
  /// - Throws: ``FloorError`` as of the way over a grid, and `terrain` when it cannot be read.
  public static func along(
    from antenna: Position, to target: Position, over terrain: Terrain
  ) throws(FloorError) -> SightProfile {
    let way = try SightWay(
      from: .from(antenna.place, over: terrain.frame), to: .from(target.place, over: terrain.frame))
    let crossings = way.path.crossings()
    let posts = [way.path.start] + crossings.map(\.post) + [way.path.end]
    var (heights, tops): ([Double], [Double]) = ([], [])
    heights.reserveCapacity(posts.count)
    for band in TerrainBand.bands(of: posts) {
      do throws(TerrainError) {
        let found = try band.heights(posts, terrain, from: antenna)
        heights += found.ground
        tops += found.tops
      } catch { throw FloorError(.terrain, because: error) }
    }
    return way.profile(heights, tops: tops, crossings: crossings)
  }
}

extension Position {
  /// Where an antenna at this position stands.
  public var place: AntennaPlace {
    .position(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitudeDegrees)
  }
}

/// A part of a way with the window of terrain that holds it.
private struct TerrainBand {
  var indices: Range<Int>
  var rows: Range<Int>
  var columns: Range<Int>

  /// The most posts of a window.
  private static let limit = 16_000_000

  static func bands(of posts: [GroundPath.Post]) -> [TerrainBand] {
    var bands: [TerrainBand] = []
    for (index, post) in posts.enumerated() {
      let (column, row) = (
        Int(GroundPath.snapped(post.column).rounded(.down)), Int(GroundPath.snapped(post.row).rounded(.down))
      )
      let own = TerrainBand(indices: index..<index + 1, rows: row..<row + 2, columns: column..<column + 2)
      if let last = bands.last {
        let both = TerrainBand(
          indices: last.indices.lowerBound..<index + 1, rows: joined(last.rows, own.rows),
          columns: joined(last.columns, own.columns))
        if both.rows.count * both.columns.count <= limit {
          bands[bands.count - 1] = both
          continue
        }
      }
      bands.append(own)
    }
    return bands
  }

  private static func joined(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  /// - Returns: The ground and its top with what stands on it; of bare ground both are the same.
  func heights(
    _ posts: [GroundPath.Post], _ terrain: Terrain, from antenna: Position
  ) throws(TerrainError) -> (ground: [Double], tops: [Double]) {
    let frame = terrain.frame
    let reachesOverEdge = terrain.missing == .unknown
    let isRound = terrain.isAroundTheEarth
    // Posts beyond the edge are those of the edge: these must be in the window.
    func held(_ range: Range<Int>, _ count: Int, _ isHeld: Bool) -> Range<Int> {
      guard isHeld else { return range }
      let first = min(max(range.lowerBound, 0), count - 1)
      return first..<max(first + 1, min(range.upperBound, count))
    }
    let rows = held(rows, frame.rows, reachesOverEdge)
    let columns = held(columns, frame.columns, reachesOverEdge && !isRound)
    func heights(of grid: Grid<Float>) -> [Double] {
      let heights = PostHeights(
        rows: frame.rows, columns: frame.columns, reachesOverEdge: reachesOverEdge, isRound: isRound
      ) { row, column in
        guard rows.contains(row), columns.contains(column) else { return .nan }
        return grid[row - rows.lowerBound, column - columns.lowerBound]
      }
      return posts[indices].map(heights.ground)
    }
    let grid: Grid<Float>
    do { grid = try terrain.read(rows: rows, columns: columns) } catch { throw .file(error) }
    let ground = heights(of: grid)
    guard terrain.hasSurface else { return (ground, ground) }
    return (ground, heights(of: try terrain.surface(over: grid, rows: rows, columns: columns, from: antenna)))
  }
}
