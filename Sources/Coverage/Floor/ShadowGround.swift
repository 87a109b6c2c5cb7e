internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Radar
internal import Units

/// The ground around an antenna, for the profiles of its rays.
///
/// Rays are geodesics, straight between places 20 km apart, with points as far apart as posts; the ground is bilinear between
/// posts.
struct ShadowGround: Sendable {
  /// The ground with what stands on it.
  let surface: Grid<Float>
  /// The bare ground; nil where that is ``surface``.
  private let bare: Grid<Float>?
  private let track: ShadowTrack
  private let k: Double
  /// The antenna's altitude, m.
  let antenna: Double
  /// The bare ground under the antenna, m.
  let antennaGround: Double
  /// The distance between two points of a profile, m: the shorter side of a cell.
  let step: Double

  /// - Throws: ``FloorError`` where the grid's system has no place for the antenna.
  init(
    surface: Grid<Float>, bare: Grid<Float>?, from position: Position, antennaMetres: Double, k: Double
  ) throws(FloorError) {
    try self.init(surface: surface, bare: bare, .from(position.place, over: surface.frame), antennaMetres, k)
  }

  init(
    surface: Grid<Float>, bare: Grid<Float>?, _ track: GroundTrack, _ antenna: Double, _ k: Double
  ) throws(FloorError) {
    self.surface = surface
    self.bare = bare
    self.track = ShadowTrack(track)
    self.k = k
    self.antenna = antenna
    let (turn, other) = (track.jacobian, bare ?? surface)
    let across = (turn.columnEast * turn.columnEast + turn.columnNorth * turn.columnNorth).squareRoot()
    let along = (turn.rowEast * turn.rowEast + turn.rowNorth * turn.rowNorth).squareRoot()
    step = max(1 / max(across, along), 1)
    let ground = Self.height(other, track.column, track.row)
    antennaGround = min(ground.isNaN ? antenna : ground, antenna)
  }

  /// The radius of the effective Earth in an azimuth, m.
  func radius(azimuth: Double) -> Double { k * track.curvature.radius(azimuth: azimuth) }

  /// A ray's places.
  struct Way {
    fileprivate let nodes: [(column: Double, row: Double)]
    fileprivate static let spacing = 20_000.0

    /// Column and row at a distance, m.
    func place(_ distance: Double) -> (column: Double, row: Double) {
      let part = max(distance, 0) / Self.spacing
      let index = min(Int(clamping: part), nodes.count - 2)
      let (a, b, share) = (nodes[index], nodes[index + 1], part - Double(index))
      return (a.column + (b.column - a.column) * share, a.row + (b.row - a.row) * share)
    }
  }

  /// The way in an azimuth, radians, to a distance, m.
  func way(azimuth: Double, to distance: Double) -> Way {
    let count = max(2, Int(clamping: (distance / Way.spacing).rounded(.up)) + 1)
    return Way(nodes: track.posts(azimuth: azimuth, every: Way.spacing, count: count))
  }

  /// The ground with what stands on it, and the bare ground, at a place, m; NaN where unknown.
  func heights(_ place: (column: Double, row: Double)) -> (surface: Double, ground: Double) {
    let top = Self.height(surface, place.column, place.row)
    return (top, bare.map { Self.height($0, place.column, place.row) } ?? top)
  }

  /// The same with what stands on the ground as high as on the highest of the posts around the place: near an antenna the edge of
  /// its clearing takes most from the wave, and lies anywhere between two posts.
  func highest(_ place: (column: Double, row: Double)) -> (surface: Double, ground: Double) {
    let found = heights(place)
    guard let bare, !found.surface.isNaN, !found.ground.isNaN else { return found }
    var cover = found.surface - found.ground
    for (column, row) in [(0.0, 0.0), (1, 0), (0, 1), (1, 1)] {
      let post = (column: place.column.rounded(.down) + column, row: place.row.rounded(.down) + row)
      let other = Self.height(surface, post.column, post.row) - Self.height(bare, post.column, post.row)
      if other > cover { cover = other }
    }
    return (found.ground + cover, found.ground)
  }

  /// Bilinear; NaN where unknown, and half a post beyond the edge.
  @inline(__always)
  private static func height(_ grid: Grid<Float>, _ column: Double, _ row: Double) -> Double {
    let (columns, rows) = (grid.frame.columns, grid.frame.rows)
    guard column >= -0.5, row >= -0.5, column <= Double(columns) - 0.5, row <= Double(rows) - 0.5 else { return .nan }
    let (x, y) = (min(max(column, 0), Double(columns - 1)), min(max(row, 0), Double(rows - 1)))
    let (left, top) = (min(Int(x), max(columns - 2, 0)), min(Int(y), max(rows - 2, 0)))
    let (u, v) = (x - Double(left), y - Double(top))
    let (right, below) = (columns > 1 ? 1 : 0, rows > 1 ? columns : 0)
    let first = top * columns + left
    return grid.cells.withUnsafeBufferPointer { cells in
      // A post without weight does not count, known or not.
      let above =
        u == 0 ? Double(cells[first]) : Double(cells[first]) * (1 - u) + Double(cells[first + right]) * u
      if v == 0 { return above }
      let under =
        u == 0
        ? Double(cells[first + below])
        : Double(cells[first + below]) * (1 - u) + Double(cells[first + below + right]) * u
      return above * (1 - v) + under * v
    }
  }

  /// What diffraction takes on the way to a target, one way, dB; NaN over unknown ground.
  ///
  /// The delta-Bullington model on the whole profile, without approximation.
  /// - Parameters:
  ///   - azimuth: At the antenna, radians.
  ///   - distance: Along the ground, m.
  ///   - target: Its altitude, m.
  func loss(_ wave: LookWave, azimuth: Double, distance: Double, target: Double) -> Double {
    let count = Int(clamping: (distance / step).rounded(.up))
    let earth = EffectiveEarth(k: radius(azimuth: azimuth) / EffectiveEarth.meanRadius.metres)
    guard count >= 2, let model = wave.diffraction(over: earth) else { return 0 }
    let way = way(azimuth: azimuth, to: distance)
    var (kilometres, ground, cover) = ([0.0], [antennaGround], [0.0])
    for index in 1...count {
      let x = distance * Double(index) / Double(count)
      let height = heights(way.place(x))
      guard !height.surface.isNaN, !height.ground.isNaN else { return .nan }
      kilometres.append(x / 1000)
      ground.append(min(height.ground, index == count ? target : .infinity))
      cover.append(index == count ? 0 : height.surface - height.ground)
    }
    guard
      let profile = try? PathProfile(
        kilometres: kilometres, groundMetres: ground, coverMetres: bare == nil ? nil : cover)
    else { return .nan }
    return model.loss(along: profile, from: .metres(antenna), to: .metres(target)).total
  }
}

/// The way from an antenna that several threads may ask, one after the other.
private final class ShadowTrack: @unchecked Sendable {
  private let lock = NSLock()
  private let track: GroundTrack
  let curvature: EarthCurvature

  init(_ track: GroundTrack) {
    self.track = track
    curvature = track.curvature
  }

  /// Columns and rows at even distances in an azimuth, from the antenna on.
  func posts(azimuth: Double, every spacing: Double, count: Int) -> [(column: Double, row: Double)] {
    lock.withLock { (0..<count).map { track.post(azimuth: azimuth, distance: Double($0) * spacing) } }
  }
}
