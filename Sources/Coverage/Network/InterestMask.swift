internal import GeoFiles
package import Geodesy
package import Terrain

/// Which posts of a region of terrain lie in a region of interest.
///
/// Polygons are in the plane of longitude and latitude, as in RFC 7946; a post is inside when its centre is within an odd
/// number of rings. A ring may lie across the antimeridian.
package struct InterestMask: Sendable {
  private let columns: Int
  /// Row by row.
  let cells: [Bool]

  /// Whether a post of the region is inside.
  package func contains(row: Int, column: Int) -> Bool { cells[row * columns + column] }

  /// The posts of a region within some polygons.
  /// - Parameter polygons: Each an outer ring and its holes; where two overlap the place counts once.
  /// - Throws: ``TerrainError`` when PROJ has no way to the terrain's system, or a vertex has no place in it.
  /// - Accuracy: edges are followed in steps of 0.02 degrees in systems of metres.
  package init(of polygons: [[[Position]]], over region: TerrainRegion) throws(TerrainError) {
    let frame = region.grid.frame
    columns = frame.columns
    var inside = [Bool](repeating: false, count: frame.rows * frame.columns)
    for polygon in polygons {
      var crossings = [[Double]](repeating: [], count: frame.rows)
      for ring in polygon {
        for path in try Self.paths(of: ring, over: region) { Self.add(path, to: &crossings) }
      }
      for row in crossings.indices {
        let line = crossings[row].sorted()
        for pair in stride(from: 0, to: line.count - 1, by: 2) {
          let first = max(0, Int(min(max(line[pair].rounded(.up), 0), Double(frame.columns))))
          let last = min(frame.columns - 1, Int(min(max(line[pair + 1].rounded(.down), -1), Double(frame.columns))))
          if first <= last {
            for column in first...last { inside[row * frame.columns + column] = true }
          }
        }
      }
    }
    cells = inside
  }

  /// A ring in columns and rows of the region, closed; on degrees once for each turn around the Earth in which it may meet it.
  private static func paths(
    of ring: [Position], over region: TerrainRegion
  ) throws(TerrainError) -> [[(column: Double, row: Double)]] {
    guard let first = ring.first, ring.count >= 3 else { return [] }
    // Longitudes that go on from vertex to vertex without a jump.
    var places = [(latitude: first.latitudeDegrees, longitude: first.longitudeDegrees)]
    let step = region.terrain.isGeographic ? Double.infinity : 0.02
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
    guard region.terrain.isGeographic else {
      let posts = try region.posts(
        of: places.map {
          Position(latitudeDegrees: $0.latitude, longitudeDegrees: $0.longitude.remainder(dividingBy: 360))
        })
      let known = posts.compactMap { $0 }
      guard known.count == posts.count else {
        throw .geodesy(
          GeodesyError(
            .transformationFailed, "region of interest", "a vertex has no place in the system of the terrain"))
      }
      return [known]
    }
    let posts = try region.posts(of: [first])
    guard let start = posts[0] else { return [] }
    let frame = region.grid.frame
    return [-1.0, 0, 1].map { turn in
      places.map { place in
        (
          start.column + (place.longitude - first.longitudeDegrees + 360 * turn) / frame.stepX,
          start.row + (place.latitude - first.latitudeDegrees) / frame.stepY
        )
      }
    }
  }

  /// Where a closed path crosses the middle lines of the rows.
  private static func add(_ path: [(column: Double, row: Double)], to crossings: inout [[Double]]) {
    for (a, b) in zip(path, path.dropFirst()) where a.row != b.row {
      let (top, bottom) = a.row < b.row ? (a, b) : (b, a)
      // A vertex on a line counts only for the edge below it.
      let first = max(0, Int(min(max(top.row.rounded(.up), 0), Double(crossings.count))))
      let end = Int(min(max(bottom.row.rounded(.up), 0), Double(crossings.count)))
      guard first < end else { continue }
      let slope = (bottom.column - top.column) / (bottom.row - top.row)
      for row in first..<end { crossings[row].append(top.column + (Double(row) - top.row) * slope) }
    }
  }
}
