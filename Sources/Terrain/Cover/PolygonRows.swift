package import Geodesy

/// A polygon on the posts of a grid, row by row.
///
/// Polygons are in the plane of longitude and latitude, as in RFC 7946; a post is inside when its centre is within an odd
/// number of rings. A ring may lie across the antimeridian.
package struct PolygonRows: Sendable {
  /// The rings in columns and rows, closed; on degrees once for each turn around the Earth in which they may meet the grid.
  private let paths: [[(column: Double, row: Double)]]
  private let rows: ClosedRange<Double>?

  /// The grid that polygons are laid on.
  package struct Posts {
    /// Whether it is in longitude and latitude.
    package var isGeographic: Bool
    /// Degrees from column to column and from row to row; of no use on a grid of metres.
    package var step: (column: Double, row: Double)
    /// Columns and rows of places; nil where a place has none.
    package var find: ([Position]) throws(TerrainError) -> [(column: Double, row: Double)?]

    /// A grid.
    package init(
      isGeographic: Bool, step: (column: Double, row: Double),
      find: @escaping ([Position]) throws(TerrainError) -> [(column: Double, row: Double)?]
    ) {
      (self.isGeographic, self.step, self.find) = (isGeographic, step, find)
    }
  }

  /// A polygon on a grid.
  /// - Parameters:
  ///   - polygon: An outer ring and its holes.
  ///   - name: What it is called in errors.
  /// - Throws: ``TerrainError`` when PROJ has no way to the grid's system, or a vertex has no place in it.
  /// - Accuracy: edges are followed in steps of 0.02 degrees in systems of metres.
  package init(of polygon: [[Position]], on posts: Posts, name: String) throws(TerrainError) {
    var paths: [[(column: Double, row: Double)]] = []
    for ring in polygon { paths += try Self.paths(of: ring, on: posts, name: name) }
    self.paths = paths
    let all = paths.joined().map(\.row)
    rows = all.min().flatMap { low in all.max().map { low...$0 } }
  }

  private static func paths(
    of ring: [Position], on posts: Posts, name: String
  ) throws(TerrainError) -> [[(column: Double, row: Double)]] {
    guard let first = ring.first, ring.count >= 3 else { return [] }
    // Longitudes that go on from vertex to vertex without a jump.
    var places = [(latitude: first.latitudeDegrees, longitude: first.longitudeDegrees)]
    let step = posts.isGeographic ? Double.infinity : 0.02
    for vertex in ring.dropFirst() + [first] {
      let last = places[places.count - 1]
      let east = (vertex.longitudeDegrees - last.longitude).remainder(dividingBy: 360)
      let north = vertex.latitudeDegrees - last.latitude
      let parts = max(1, Int((max(abs(east), abs(north)) / step).rounded(.up)))
      for part in 1...parts {
        let share = Double(part) / Double(parts)
        places.append((last.latitude + north * share, last.longitude + east * share))
      }
    }
    guard posts.isGeographic else {
      let found = try posts.find(
        places.map {
          Position(latitudeDegrees: $0.latitude, longitudeDegrees: $0.longitude.remainder(dividingBy: 360))
        })
      let known = found.compactMap { $0 }
      guard known.count == found.count else {
        throw .geodesy(
          GeodesyError(.transformationFailed, name, "a vertex has no place in the system of the terrain"))
      }
      return [known]
    }
    guard let start = try posts.find([first])[0] else { return [] }
    return [-1.0, 0, 1].map { turn in
      places.map { place in
        (
          start.column + (place.longitude - first.longitudeDegrees + 360 * turn) / posts.step.column,
          start.row + (place.latitude - first.latitudeDegrees) / posts.step.row
        )
      }
    }
  }

  /// The posts of a window inside the polygon, in runs along its rows.
  package func forEachRun(
    rows: Range<Int>, columns: Range<Int>, _ body: (_ row: Int, _ columns: ClosedRange<Int>) -> Void
  ) {
    guard let own = self.rows, own.lowerBound <= Double(rows.upperBound), own.upperBound >= Double(rows.lowerBound)
    else {
      return
    }
    var crossings = [[Double]](repeating: [], count: rows.count)
    for path in paths { add(path, to: &crossings, from: rows.lowerBound) }
    let (left, right) = (Double(columns.lowerBound), Double(columns.upperBound))
    for index in crossings.indices {
      let line = crossings[index].sorted()
      for pair in stride(from: 0, to: line.count - 1, by: 2) {
        let first = max(columns.lowerBound, Int(min(max(line[pair].rounded(.up), left), right)))
        let last = min(columns.upperBound - 1, Int(min(max(line[pair + 1].rounded(.down), left - 1), right)))
        if first <= last { body(rows.lowerBound + index, first...last) }
      }
    }
  }

  /// Where a closed path crosses the middle lines of the rows.
  private func add(_ path: [(column: Double, row: Double)], to crossings: inout [[Double]], from top: Int) {
    let origin = Double(top)
    for (a, b) in zip(path, path.dropFirst()) where a.row != b.row {
      let (upper, lower) = a.row < b.row ? (a, b) : (b, a)
      // A vertex on a line counts only for the edge below it.
      let first = Int(min(max(upper.row.rounded(.up) - origin, 0), Double(crossings.count)))
      let end = Int(min(max(lower.row.rounded(.up) - origin, 0), Double(crossings.count)))
      guard first < end else { continue }
      let slope = (lower.column - upper.column) / (lower.row - upper.row)
      for index in first..<end {
        crossings[index].append(upper.column + (origin + Double(index) - upper.row) * slope)
      }
    }
  }
}
