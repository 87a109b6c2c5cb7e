internal import Foundation
public import GeoFiles
public import Geodesy
public import Units

/// Points, lines and polygons to which distances are measured.
///
/// Edges are straight in longitude and latitude, as maps draw them.
public struct MapFeatures: Sendable {
  /// A line or ring in pieces that lie together, so that most of it is passed over by one look.
  private struct Piece: Sendable {
    var places: [Position]
    var south: Double
    var north: Double
    /// Longitude of the first place, from which the others run on without a jump.
    var west: Double
    var east: Double
  }

  private let pieces: [Piece]
  /// For each polygon its rings; longitudes run on without a jump.
  private let polygons: [[[Position]]]
  /// Whether there are no features.
  public var isEmpty: Bool { pieces.isEmpty }
  /// Whether any feature is a polygon.
  public var hasPolygons: Bool { !polygons.isEmpty }

  /// Some geometries.
  public init(_ geometries: [Geometry]) {
    var pieces: [Piece] = []
    var polygons: [[[Position]]] = []
    for geometry in geometries {
      switch geometry {
      case .point(let place): pieces += Self.pieces(of: [place])
      case .lines(let lines): pieces += lines.flatMap { Self.pieces(of: $0.unwrapped()) }
      case .polygons(let shapes):
        let shapes = shapes.map { $0.map { $0.unwrapped() } }
        polygons += shapes
        pieces += shapes.flatMap { $0.flatMap(Self.pieces) }
      }
    }
    self.pieces = pieces
    self.polygons = polygons
  }

  private static func pieces(of line: [Position]) -> [Piece] {
    guard line.count > 1 else { return line.isEmpty ? [] : [piece(line)] }
    return stride(from: 0, to: line.count - 1, by: 16).map { piece(Array(line[$0..<min($0 + 17, line.count)])) }
  }

  private static func piece(_ places: [Position]) -> Piece {
    let (latitudes, longitudes) = (places.map(\.latitudeDegrees), places.map(\.longitudeDegrees))
    return Piece(
      places: places, south: latitudes.min() ?? 0, north: latitudes.max() ?? 0, west: longitudes.min() ?? 0,
      east: longitudes.max() ?? 0)
  }

  /// Whether a place lies in a polygon, by the even-odd rule, so that holes are outside.
  public func contain(_ place: Position) -> Bool {
    polygons.contains { rings in
      var isInside = false
      for ring in rings {
        guard let first = ring.first else { continue }
        let x = first.longitudeDegrees + (place.longitudeDegrees - first.longitudeDegrees).remainder(dividingBy: 360)
        // The ring may reach a turn farther than half a circle from its first place.
        for turn in [0.0, 360, -360] where Self.isOdd(ring, x + turn, place.latitudeDegrees) { isInside.toggle() }
      }
      return isInside
    }
  }

  private static func isOdd(_ ring: [Position], _ x: Double, _ y: Double) -> Bool {
    var isOdd = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.latitudeDegrees > y) != (b.latitudeDegrees > y) {
      let share = (y - a.latitudeDegrees) / (b.latitudeDegrees - a.latitudeDegrees)
      if x < a.longitudeDegrees + share * (b.longitudeDegrees - a.longitudeDegrees) { isOdd.toggle() }
    }
    return isOdd
  }

  /// The distance to the nearest feature, zero inside a polygon.
  /// - Parameter limit: Features beyond it are ignored.
  /// - Returns: Nil when nothing lies within the limit.
  /// - Accuracy: the ellipsoid's distance to the foot of the perpendicular in a plane of longitude and latitude that is
  ///   true at the place: within 0.1 % up to 50 km below 60° of latitude
  ///   (`distances to features agree with a search along them`).
  public func distance(to place: Position, within limit: Length) -> Length? {
    if contain(place) { return .zero }
    // A degree of latitude is at least 110.5 km long.
    let reach = limit.metres / 110_500
    let cosine = max(1e-6, cos(place.latitudeDegrees * .pi / 180))
    // Meridians converge: measured where they are closest together.
    let sideways = reach / max(1e-6, cos(min(90, abs(place.latitudeDegrees) + reach) * .pi / 180))
    var nearest: Length?
    for piece in pieces {
      guard piece.south <= place.latitudeDegrees + reach, piece.north >= place.latitudeDegrees - reach else { continue }
      let middle = (piece.west + piece.east) / 2
      let offset = (middle - place.longitudeDegrees).remainder(dividingBy: 360)
      guard abs(offset) <= sideways + (piece.east - piece.west) / 2 else { continue }
      let turn = middle - place.longitudeDegrees - offset
      let found = Self.foot(on: piece.places, from: place, cosine: cosine, turn: turn)
      let distance = Ellipsoid.wgs84.distance(from: place, to: found)
      if distance <= limit, nearest.map({ distance < $0 }) ?? true { nearest = distance }
    }
    return nearest
  }

  /// The nearest place of a line in the plane that is true at a place.
  private static func foot(on line: [Position], from place: Position, cosine: Double, turn: Double) -> Position {
    var best = line[0]
    var least = Double.infinity
    func look(_ found: Position) {
      let x = (found.longitudeDegrees - turn - place.longitudeDegrees) * cosine
      let y = found.latitudeDegrees - place.latitudeDegrees
      if x * x + y * y < least { (least, best) = (x * x + y * y, found) }
    }
    if line.count == 1 { look(line[0]) }
    for (a, b) in zip(line, line.dropFirst()) {
      let (ax, ay) = (
        (a.longitudeDegrees - turn - place.longitudeDegrees) * cosine, a.latitudeDegrees - place.latitudeDegrees
      )
      let (dx, dy) = ((b.longitudeDegrees - a.longitudeDegrees) * cosine, b.latitudeDegrees - a.latitudeDegrees)
      let square = dx * dx + dy * dy
      let share = square > 0 ? min(1, max(0, -(ax * dx + ay * dy) / square)) : 0
      look(
        Position(
          latitudeDegrees: a.latitudeDegrees + share * (b.latitudeDegrees - a.latitudeDegrees),
          longitudeDegrees: a.longitudeDegrees + share * (b.longitudeDegrees - a.longitudeDegrees)))
    }
    return best
  }
}
