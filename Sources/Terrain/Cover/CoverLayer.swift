internal import GeoFiles
internal import Geodesy
internal import Units

/// A cover on the posts of one terrain.
struct CoverLayer: Sendable {
  let cover: GroundCover
  /// The posts of ``GroundCover/clearings``.
  private let cleared: [ClearedPosts]
  /// The polygons of ``GroundCover/areas`` in columns of the mosaic as it is laid.
  private let areas: [(lines: PolygonRows, height: Float)]
  private let circle: Int?
  /// How much of a height is added: the rest is in the terrain already.
  let share: Double

  /// - Throws: ``TerrainError`` when PROJ has no way to or from the terrain's system.
  init(_ cover: GroundCover, over terrain: Terrain) throws(TerrainError) {
    self.cover = cover
    share = terrain.model.shareOfCover
    circle = terrain.columnsAroundTheEarth
    var cleared: [ClearedPosts] = []
    do throws(GeodesyError) {
      for place in cover.clearings {
        cleared.append(try ClearedPosts(around: place, radius: cover.clearing, of: terrain))
      }
    } catch { throw .geodesy(error) }
    self.cleared = cleared
    let posts = PolygonRows.Posts(
      isGeographic: terrain.isGeographic, step: (terrain.frame.stepX, terrain.frame.stepY)
    ) { positions throws(TerrainError) in
      do throws(GeodesyError) {
        return try terrain.cells(of: positions).map { cell in
          cell.map { (column: $0.column + Double(terrain.firstColumn), row: $0.row) }
        }
      } catch { throw .geodesy(error) }
    }
    var areas: [(lines: PolygonRows, height: Float)] = []
    // The highest last: it counts where areas overlap.
    for area in cover.areas.sorted(by: { $0.height < $1.height }) {
      for polygon in area.polygons {
        areas.append(
          (try PolygonRows(of: polygon, on: posts, name: "area of ground cover"), Float(area.height.metres)))
      }
    }
    self.areas = areas
  }

  /// What is added to the ground at the posts of a window, metres, row by row; NaN where unknown.
  /// - Parameters:
  ///   - ground: The ground of the window.
  ///   - columns: Columns of the mosaic as it is laid.
  ///   - terrain: The terrain that it lies on.
  /// - Throws: ``TerrainError`` when the raster cannot be read.
  func heights(
    over ground: [Float], rows: Range<Int>, columns: Range<Int>, of terrain: Terrain
  ) throws(TerrainError) -> [Float] {
    // What a surface model holds in full need not be known.
    guard share > 0 else { return [Float](repeating: 0, count: rows.count * columns.count) }
    let height = cover.height.map { Float($0.metres) } ?? .nan
    var heights = [Float](repeating: height, count: rows.count * columns.count)
    if cover.isSeaBare { for index in heights.indices where ground[index] == 0 { heights[index] = 0 } }
    if let raster = cover.raster {
      for (index, value) in try raster.heights(rows: rows, columns: columns, of: terrain).enumerated()
      where !value.isNaN { heights[index] = value }
    }
    for area in areas {
      area.lines.forEachRun(rows: rows, columns: columns) { row, run in
        let first = (row - rows.lowerBound) * columns.count - columns.lowerBound
        for column in run { heights[first + column] = area.height }
      }
    }
    if share < 1 { for index in heights.indices { heights[index] *= Float(share) } }
    for posts in cleared { posts.free(&heights, rows: rows, columns: columns, circle: circle) }
    return heights
  }
}
