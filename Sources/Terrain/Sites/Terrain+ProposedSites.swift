internal import Foundation
internal import GeoFiles
internal import Geodesy
public import Units

extension Terrain {
  /// Proposes places for radars: summits, then points on ridges, at least a distance apart.
  ///
  /// The terrain is looked at in cells of about a twentieth of the spacing, each as high as its highest post. A **summit**
  /// is the highest ground within half the spacing; a **ridge point** has ground that falls on both sides of a line
  /// through it, over a quarter of the spacing. Summits rank by isolation, the distance to the nearest higher ground, the
  /// farthest first: so the first n sites are those that stand out most and lie widely apart. Ridge points follow, by how
  /// far the ground falls next to them. In this order each is taken that fulfils every condition and lies far enough, on
  /// the ellipsoid, from all that were taken before.
  ///
  /// Unknown posts, posts next to one or at the terrain's edge, and posts at exactly 0 m, which terrain models have for the
  /// sea, are never proposed. The same terrain gives the same sites however it is cut into tiles.
  /// - Parameters:
  ///   - search: What is looked for.
  ///   - progress: Called with the share of the terrain that has been read.
  /// - Returns: Sites in the order of their rank.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the terrain's system.
  /// - Complexity: posts, and cells × log cells, of which there are 4 million at most: beyond that they are larger than a
  ///   twentieth of the spacing. Memory: about 50 bytes a cell.
  public func proposedSites(
    _ search: SiteSearch, progress: (Double) -> Void = { _ in }
  ) throws(TerrainError) -> [ProposedSite] {
    let (rows, columns) = try window(of: search)
    let grid = try SummitGrid(
      self, rows: rows, columns: columns, cell: search.spacing / 20, limit: Self.siteCells, progress: progress)
    guard grid.count > 0 else { return [] }
    var taken = TakenCells(grid, spacing: search.spacing)
    var sites: [ProposedSite] = []
    for candidate in SiteCandidate.ranked(in: grid, search) {
      if let count = search.count, sites.count >= count { break }
      let place = grid.places[candidate.cell]
      guard grid.heights[candidate.cell] != 0, search.bounds?.contains(place) ?? true,
        search.maximumElevation.map({ Double(grid.heights[candidate.cell]) <= $0.metres }) ?? true,
        taken.isFree(candidate.cell), let nearby = search.distances(at: place),
        let slope = try slope(row: Int(grid.posts[candidate.cell].row), column: Int(grid.posts[candidate.cell].column)),
        search.maximumSlope.map({ slope <= $0 }) ?? true
      else { continue }
      taken.take(candidate.cell)
      sites.append(
        ProposedSite(
          kind: candidate.kind, position: place, elevation: .metres(Double(grid.heights[candidate.cell])),
          isolation: candidate.isolation.map { .metres($0) }, prominence: .metres(candidate.prominence), slope: slope,
          nearby: nearby))
    }
    return sites
  }

  private static let siteCells = 4_000_000

  /// The rows and columns of the bounds and of the spacing around them.
  private func window(of search: SiteSearch) throws(TerrainError) -> (rows: Range<Int>, columns: Range<Int>) {
    let whole = (rows: 0..<frame.rows, columns: 0..<frame.columns)
    guard let bounds = search.bounds else { return whole }
    let height = bounds.northEast.latitudeDegrees - bounds.southWest.latitudeDegrees
    var rim: [Position] = []
    for step in 0...32 {
      let share = Double(step) / 32
      let longitude = bounds.southWest.longitudeDegrees + bounds.width * share
      let latitude = bounds.southWest.latitudeDegrees + height * share
      for edge in [bounds.southWest.latitudeDegrees, bounds.northEast.latitudeDegrees] {
        rim.append(Position(latitudeDegrees: edge, longitudeDegrees: longitude))
      }
      for edge in [0, bounds.width] {
        rim.append(
          Position(latitudeDegrees: latitude, longitudeDegrees: bounds.southWest.longitudeDegrees + edge))
      }
    }
    do {
      let middle = Position(
        latitudeDegrees: bounds.southWest.latitudeDegrees + height / 2,
        longitudeDegrees: bounds.southWest.longitudeDegrees + bounds.width / 2)
      guard let size = try cellSize(near: middle) else { return (0..<0, 0..<0) }
      let cells = try cells(of: rim).compactMap { $0 }
      // The rim bulges between its places by less than a thousandth of a side of some degrees; the spacing is far more.
      let margin = search.spacing.metres * 1.5 / max(size.metres, 0.001) + 2
      func range(_ values: [Double], _ count: Int) -> Range<Int> {
        let (low, high) = ((values.min() ?? 0) - margin, (values.max() ?? -1) + margin)
        guard high >= 0, low < Double(count) else { return 0..<0 }
        return max(0, min(count, Int(clamping: low)))..<max(0, min(count, Int(clamping: min(high, 1e15)) + 2))
      }
      return (range(cells.map(\.row), frame.rows), range(cells.map(\.column), frame.columns))
    } catch { throw .geodesy(error) }
  }

  /// The steepest way from a post to one of the eight around it; nil where one of them is unknown.
  private func slope(row: Int, column: Int) throws(TerrainError) -> Angle? {
    guard row > 0, column > 0, row < frame.rows - 1, column < frame.columns - 1 else { return nil }
    let posts: Grid<Float>
    do { posts = try read(rows: row - 1..<row + 2, columns: column - 1..<column + 2) } catch { throw .file(error) }
    guard posts.cells.allSatisfy({ !$0.isNaN }) else { return nil }
    let steps = (0..<9).map { (row: $0 / 3, column: $0 % 3) }
    let places: [Position?]
    do {
      places = try positions(
        columns: steps.map { Double(column - 1 + $0.column) }, rows: steps.map { Double(row - 1 + $0.row) })
    } catch { throw .geodesy(error) }
    guard let here = places[4] else { return nil }
    var steepest = 0.0
    for (index, place) in places.enumerated() where index != 4 {
      guard let place else { return nil }
      let metres = Ellipsoid.wgs84.distance(from: here, to: place).metres
      steepest = max(steepest, abs(Double(posts.cells[index]) - Double(posts.cells[4])) / max(metres, 0.001))
    }
    return .degrees(atan(steepest) * 180 / .pi)
  }
}

extension SiteSearch {
  /// The distances to the layers that sites must be near; nil where a place may not be a site.
  fileprivate func distances(at place: Position) -> [Length]? {
    guard inside.allSatisfy({ $0.contain(place) }), !outside.contains(where: { $0.contain(place) }),
      !apart.contains(where: { Ellipsoid.wgs84.distance(from: $0, to: place) < spacing })
    else { return nil }
    var distances: [Length] = []
    for nearness in near {
      guard let distance = nearness.features.distance(to: place, within: nearness.distance) else { return nil }
      distances.append(distance)
    }
    return distances
  }
}

/// High ground, before conditions.
private struct SiteCandidate {
  var kind: ProposedSite.Kind
  var cell: Int
  /// Metres; nil where nothing is higher, and for ridges.
  var isolation: Double?
  /// Metres.
  var prominence: Double

  /// Summits by isolation, then ridge points by the fall next to them.
  static func ranked(in grid: SummitGrid, _ search: SiteSearch) -> [SiteCandidate] {
    let cells = grid.summits(within: search.spacing / 2)
    let prominent = zip(cells, grid.prominences(of: cells)).filter { $1 >= search.minimumProminence.metres }
    let summits = zip(prominent, grid.isolations(of: prominent.map(\.0))).map { summit, isolation in
      SiteCandidate(kind: .summit, cell: summit.0, isolation: isolation, prominence: summit.1)
    }
    let known = Set(cells)
    let ridges = grid.ridges(within: search.spacing / 4, minimumFall: search.minimumProminence)
      .filter { !known.contains($0.cell) }
      .map { SiteCandidate(kind: .ridge, cell: $0.cell, isolation: nil, prominence: $0.fall) }
    func precedes(_ a: Double, _ b: Double, _ first: Int, _ second: Int) -> Bool {
      a == b ? grid.isHigher(first, than: second) : a > b
    }
    return summits.sorted { precedes($0.isolation ?? .infinity, $1.isolation ?? .infinity, $0.cell, $1.cell) }
      + ridges.sorted { precedes($0.prominence, $1.prominence, $0.cell, $1.cell) }
  }
}

/// The sites that were taken, by squares in which those within the spacing are looked for.
private struct TakenCells {
  private let grid: SummitGrid
  private let spacing: Double
  private let tall: Int
  private let wide: Int
  private var squares: [[Int]: [Int]] = [:]

  init(_ grid: SummitGrid, spacing: Length) {
    self.grid = grid
    self.spacing = spacing.metres
    tall = Int(clamping: min(spacing.metres / grid.down.lowerBound, Double(grid.rows))) + 2
    wide = Int(clamping: min(spacing.metres / grid.across.lowerBound, Double(grid.columns))) + 2
  }

  private func square(_ cell: Int) -> (Int, Int) { (cell / grid.columns / tall, cell % grid.columns / wide) }

  func isFree(_ cell: Int) -> Bool {
    let (row, column) = square(cell)
    for other in row - 1...row + 1 {
      for step in column - 1...column + 1 {
        if squares[[other, step]]?.contains(where: { grid.distance($0, cell) < spacing }) == true { return false }
      }
    }
    return true
  }

  mutating func take(_ cell: Int) {
    let (row, column) = square(cell)
    squares[[row, column], default: []].append(cell)
  }
}
