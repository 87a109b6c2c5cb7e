internal import GeoFiles
internal import Geodesy
internal import Terrain
internal import Units

extension RouteGround {
  /// Most posts of a ground that many routes share.
  static let sharedLimit = 4_000_000

  /// How far around the places ways may lead.
  private static let detour = Length.kilometres(75)

  /// The terrain around some places, with fewer posts where it has very many: then each is as high as the highest around it, as
  /// far as the next, so that the ground is nowhere lower than it is.
  /// - Throws: As ``holding(_:_:)``.
  static func shared(_ places: [Position], _ terrain: Terrain) throws(RouteError) -> RouteGround {
    let window = try sharedWindow(places, terrain)
    let whole = try RouteGround(terrain, rows: window.rows, columns: window.columns)
    var every = 1
    while whole.heights.count / (every * every) > sharedLimit { every += 1 }
    return whole.reduced(by: every)
  }

  /// The part of the terrain that ``shared(_:_:)`` reads.
  /// - Throws: As ``window(holding:_:)``.
  static func sharedWindow(
    _ places: [Position], _ terrain: Terrain
  ) throws(RouteError) -> (rows: Range<Int>, columns: Range<Int>) {
    let rim = places.flatMap { place in
      (0..<8).map { part in
        Ellipsoid.wgs84.direct(from: place, azimuth: .degrees(Double(part) * 45), distance: detour).position
      }
    }
    return try window(holding: places + rim, terrain)
  }

  /// Every so many posts, each as high as the highest as far as the next one.
  func reduced(by every: Int) -> RouteGround {
    guard every > 1, case .terrain(let terrain, let row, let column, _) = mapping else { return self }
    let (rows, columns) = ((frame.rows - 1) / every + 1, (frame.columns - 1) / every + 1)
    guard rows > 1, columns > 1 else { return self }
    // First along the rows, then across them.
    var across = [Float](repeating: 0, count: frame.rows * columns)
    for r in 0..<frame.rows {
      for c in 0..<columns {
        var highest = -Float.infinity
        for post in max(0, (c - 1) * every + 1)..<min(frame.columns, (c + 1) * every) {
          highest = max(highest, heights[r * frame.columns + post])
        }
        across[r * columns + c] = highest
      }
    }
    var posts = [Float](repeating: -.infinity, count: rows * columns)
    for r in 0..<rows {
      for row in max(0, (r - 1) * every + 1)..<min(frame.rows, (r + 1) * every) {
        for c in 0..<columns { posts[r * columns + c] = max(posts[r * columns + c], across[row * columns + c]) }
      }
    }
    var frame = frame
    (frame.rows, frame.columns) = (rows, columns)
    frame.stepX *= Double(every)
    frame.stepY *= Double(every)
    return RouteGround(
      frame: frame, heights: posts, mapping: .terrain(terrain, firstRow: row, firstColumn: column, every: every))
  }

  /// The part of it within a distance of a place, as far as it has one.
  func part(around middle: Position, _ radius: Length) throws(RouteError) -> RouteGround {
    let rim = (0..<16).map { part in
      Ellipsoid.wgs84.direct(from: middle, azimuth: .degrees(Double(part) * 22.5), distance: radius).position
    }
    let inside = try cells(of: rim + [middle])
    func range(_ values: [Double], _ count: Int) -> Range<Int> {
      // Where the rim leaves the ground, the ground's own edge.
      guard values.allSatisfy({ !$0.isNaN }) else { return 0..<count }
      let first = max(Int(values.min() ?? 0) - 1, 0)
      return first..<min(Int(values.max() ?? 0) + 3, count)
    }
    let (rows, columns) = (range(inside.map(\.y), frame.rows), range(inside.map(\.x), frame.columns))
    return cropped(rows: rows, columns: columns)
  }
}
