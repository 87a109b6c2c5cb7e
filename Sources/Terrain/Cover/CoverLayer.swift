internal import Geodesy
internal import Units

/// A cover on the posts of one terrain.
struct CoverLayer: Sendable {
  let cover: GroundCover
  /// The posts of ``GroundCover/clearings``.
  private let cleared: [ClearedPosts]
  private let circle: Int?

  /// - Throws: ``GeodesyError`` when PROJ has no way to or from the terrain's system.
  init(_ cover: GroundCover, over terrain: Terrain) throws(GeodesyError) {
    self.cover = cover
    circle = terrain.columnsAroundTheEarth
    var cleared: [ClearedPosts] = []
    for place in cover.clearings {
      cleared.append(try ClearedPosts(around: place, radius: cover.clearing, of: terrain))
    }
    self.cleared = cleared
  }

  /// The heights above the bare ground at the posts of a window, metres, row by row; NaN where unknown.
  /// - Parameter columns: Columns of the mosaic as it is laid.
  func heights(rows: Range<Int>, columns: Range<Int>) -> [Float] {
    let height = cover.height.map { Float($0.metres) } ?? .nan
    var heights = [Float](repeating: height, count: rows.count * columns.count)
    for posts in cleared { posts.free(&heights, rows: rows, columns: columns, circle: circle) }
    return heights
  }
}
