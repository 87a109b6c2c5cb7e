internal import GeoFiles
internal import Geodesy
internal import Units

/// Turns places into columns and rows of a grid in a projected system. Belongs to one task.
struct ProjectedPosts {
  /// Shared by the parts of a grid: making one takes longer than a small floor.
  private final class Projection {
    var transformation: CoordinateTransformation

    init(to system: String) throws(GeodesyError) {
      transformation = try CoordinateTransformation(from: ReferenceSystem.wgs84Text, to: system)
    }
  }

  private let projection: Projection
  private let frame: GridFrame
  private var firstColumn = 0
  private var firstRow = 0

  init(_ frame: GridFrame) throws(GeodesyError) {
    projection = try Projection(to: frame.crs)
    self.frame = frame
  }

  /// The same over a part that begins at a column and a row.
  func over(firstColumn: Int, firstRow: Int) -> ProjectedPosts {
    var part = self
    part.firstColumn += firstColumn
    part.firstRow += firstRow
    return part
  }

  /// Column and row of a place; NaN where the system has no such place.
  func post(of position: Position) -> (column: Double, row: Double) {
    let point = projection.transformation.transform([(x: position.longitudeDegrees, y: position.latitudeDegrees)])[0]
    return post(x: point.x, y: point.y)
  }

  /// Column and row of a place.
  /// - Throws: ``GeodesyError`` where the system has no such place.
  func find(_ position: Position) throws(GeodesyError) -> (column: Double, row: Double) {
    let point = try projection.transformation.point(x: position.longitudeDegrees, y: position.latitudeDegrees)
    let post = post(x: point.x, y: point.y)
    guard post.column.isFinite, post.row.isFinite else {
      throw GeodesyError(.outOfRange, position.decimal(), "lies too far from the grid")
    }
    return post
  }

  private func post(x: Double, y: Double) -> (column: Double, row: Double) {
    let column = (x - frame.firstX) / frame.stepX - Double(firstColumn)
    let row = (y - frame.firstY) / frame.stepY - Double(firstRow)
    // Comparisons with NaN are false. What lies so far away is in no grid, and no whole number of columns.
    return column.magnitude < 1e12 && row.magnitude < 1e12 ? (column, row) : (.nan, .nan)
  }
}
