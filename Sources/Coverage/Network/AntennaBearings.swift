internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Terrain
internal import Units

/// Distance and azimuth from an antenna to the posts of a region, as a vector to the east and to the north.
///
/// Geodesics are solved for nodes at most 2 km and 16 posts apart; between them the vectors, which are smooth everywhere
/// (also over the antenna), are interpolated bilinearly. The curve of a parallel, tan φ / R, leaves (2 km)² / 8 · tan φ / R
/// = 0.14 m at 60° of latitude.
struct AntennaBearings: Sendable {
  private var rows: Range<Int>
  private var columns: Range<Int>
  private let step: Int
  private let nodesAcross: Int
  private let east: [Double]
  private let north: [Double]

  private init(_ window: TerrainRegion.Window, step: Int, nodesAcross: Int, _ east: [Double], _ north: [Double]) {
    (rows, columns) = (window.rows, window.columns)
    (self.step, self.nodesAcross) = (step, nodesAcross)
    (self.east, self.north) = (east, north)
  }

  /// To the posts of a region.
  /// - Parameter cache: Where the nodes are kept from run to run; nil keeps none.
  init(
    from antenna: Position, over region: TerrainRegion, _ window: TerrainRegion.Window, cache: FloorCache? = nil
  ) throws(TerrainError) {
    let key = [
      "bearings \(FloorCache.version)", "\(region.terrain.frame)",
      "from \(region.firstRow) \(region.firstColumn) by \(region.reduction)", "\(window)",
      "at \(antenna.latitudeDegrees) \(antenna.longitudeDegrees)",
    ].joined(separator: "\n")
    if var entry = cache?.entry(of: key), let steps: [Int64] = entry.take(2), let east: [Double] = entry.take(),
      let north: [Double] = entry.take(east.count), steps[0] > 0
    {
      self.init(window, step: Int(steps[0]), nodesAcross: Int(steps[1]), east, north)
      return
    }
    try self.init(from: antenna, region.terrain, window, reduction: region.reduction) {
      (columns, rows) throws(TerrainError) in try region.positions(columns: columns, rows: rows)
    }
    // Without room for them the next run solves them again.
    try? cache?.write(key, size: 16 * east.count, parts: 3) {
      $0.add([Int64(step), Int64(nodesAcross)])
      $0.add(east)
      $0.add(north)
    }
  }

  /// To the posts of a terrain.
  init(from antenna: Position, over terrain: Terrain, _ window: TerrainRegion.Window) throws(TerrainError) {
    try self.init(from: antenna, terrain, window, reduction: 1) { (columns, rows) throws(TerrainError) in
      do throws(GeodesyError) { return try terrain.positions(columns: columns, rows: rows) } catch {
        throw .geodesy(error)
      }
    }
  }

  private init(
    from antenna: Position, _ terrain: Terrain, _ window: TerrainRegion.Window, reduction: Int,
    positions: (_ columns: [Double], _ rows: [Double]) throws(TerrainError) -> [Position?]
  ) throws(TerrainError) {
    let size: Length?
    do { size = try terrain.cellSize(near: antenna) } catch { throw .geodesy(error) }
    let post = (size?.metres ?? 100) * Double(reduction)
    // A cell is at most a few times longer than wide; half the step leaves room for that.
    let step = max(1, min(16, Int(1000 / max(post, 1))))
    let nodesAcross = (window.columns.count + step - 1) / step + 1
    let nodesDown = (window.rows.count + step - 1) / step + 1
    var (toEast, toNorth) = ([Double](), [Double]())
    toEast.reserveCapacity(nodesAcross * nodesDown)
    toNorth.reserveCapacity(nodesAcross * nodesDown)
    let across = (0..<nodesAcross).map { Double(window.columns.lowerBound + $0 * step) }
    for node in 0..<nodesDown {
      let row = Double(window.rows.lowerBound + node * step)
      let places = try positions(across, [Double](repeating: row, count: nodesAcross))
      for place in places {
        guard let place else {
          toEast.append(.nan)
          toNorth.append(.nan)
          continue
        }
        let way = Ellipsoid.wgs84.inverse(from: antenna, to: place)
        toEast.append(way.distance.metres * sin(way.azimuth.radians))
        toNorth.append(way.distance.metres * cos(way.azimuth.radians))
      }
    }
    self.init(window, step: step, nodesAcross: nodesAcross, toEast, toNorth)
  }

  /// The same vectors for the same posts of another region, in which they have other rows and columns.
  func moved(to window: TerrainRegion.Window) -> AntennaBearings {
    precondition(window.rows.count == rows.count && window.columns.count == columns.count, "the same posts")
    var moved = self
    (moved.rows, moved.columns) = (window.rows, window.columns)
    return moved
  }

  /// What they take, bytes.
  var bytes: Int { 16 * east.count }

  /// The vectors to some posts of a row of the region, metres; NaN where the grid's system has no answer.
  @inline(__always)
  func forEachVector(
    columns these: Range<Int>, row: Int, _ body: (_ column: Int, _ east: Double, _ north: Double) -> Void
  ) {
    precondition(
      rows.contains(row) && columns.lowerBound <= these.lowerBound && columns.upperBound >= these.upperBound,
      "posts of the window")
    let y = (Double(row) - Double(rows.lowerBound)) / Double(step)
    let top = y.rounded(.down)
    let (v, line) = (y - top, Int(top) * nodesAcross)
    let first = Double(columns.lowerBound)
    east.withUnsafeBufferPointer { east in
      north.withUnsafeBufferPointer { north in
        for column in these {
          let x = (Double(column) - first) / Double(step)
          let left = x.rounded(.down)
          let (u, index) = (x - left, line + Int(left))
          body(column, Self.mix(east, index, nodesAcross, u, v), Self.mix(north, index, nodesAcross, u, v))
        }
      }
    }
  }

  @inline(__always)
  private static func mix(
    _ nodes: UnsafeBufferPointer<Double>, _ index: Int, _ across: Int, _ u: Double, _ v: Double
  ) -> Double {
    let above = nodes[index] + (nodes[index + 1] - nodes[index]) * u
    let below = nodes[index + across] + (nodes[index + across + 1] - nodes[index + across]) * u
    return above + (below - above) * v
  }

  /// The vector to a post of the region, metres; nil outside the window and where the grid's system has no answer.
  func vector(column: Double, row: Double) -> (east: Double, north: Double)? {
    let x = (column - Double(columns.lowerBound)) / Double(step)
    let y = (row - Double(rows.lowerBound)) / Double(step)
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    guard x >= 0, y >= 0, Int(left) < nodesAcross - 1, (Int(top) + 1) * nodesAcross < east.count else { return nil }
    let index = Int(top) * nodesAcross + Int(left)
    let (u, v) = (x - left, y - top)
    let vector = (
      east.withUnsafeBufferPointer { Self.mix($0, index, nodesAcross, u, v) },
      north.withUnsafeBufferPointer { Self.mix($0, index, nodesAcross, u, v) }
    )
    return vector.0.isNaN ? nil : vector
  }
}
