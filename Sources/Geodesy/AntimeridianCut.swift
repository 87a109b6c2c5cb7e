/// Cuts the ring of a circle where it crosses the antimeridian.
///
/// A meridian from pole to pole meets a circle at most twice, and a circle around a pole once; that keeps the pieces
/// simple.
struct AntimeridianCut {
  private typealias Vertex = (longitude: Double, latitude: Double)
  /// The ring, anticlockwise, longitudes unwrapped, with a vertex wherever it crosses ±180° (plus whole turns).
  private var ring: [Vertex] = []
  private let turn: Double

  /// - Parameters:
  ///   - vertices: Anticlockwise, not closed.
  ///   - azimuths: Of each from the centre, falling from 0° to −360°.
  ///   - point: The place at an azimuth, to find where the circle crosses the antimeridian.
  init(vertices: [Position], azimuths: [Double], point: (Double) -> Position) {
    var longitude = vertices[0].longitudeDegrees
    for (i, vertex) in vertices.enumerated() {
      let last = i + 1 == vertices.count
      let next = last ? vertices[0] : vertices[i + 1]
      let step = (next.longitudeDegrees - vertex.longitudeDegrees).remainder(dividingBy: 360)
      ring.append((longitude, vertex.latitudeDegrees))
      // Whole turns are added to the vertex's own longitude, so that no rounding piles up.
      let following = next.longitudeDegrees + ((longitude + step - next.longitudeDegrees) / 360).rounded() * 360
      if let meridian = AntimeridianCut.meridian(between: longitude, and: following) {
        let latitude = AntimeridianCut.latitude(
          at: meridian, from: (azimuths[i], longitude), to: (last ? -360 : azimuths[i + 1]), point)
        ring.append((meridian, latitude))
      }
      longitude = following
    }
    turn = longitude - vertices[0].longitudeDegrees
  }

  /// The ±180° meridian, unwrapped, that lies strictly between two longitudes.
  private static func meridian(between a: Double, and b: Double) -> Double? {
    let low = min(a, b)
    let high = max(a, b)
    let meridian = ((low - 180) / 360).rounded(.down) * 360 + 540
    return meridian < high && meridian > low ? meridian : nil
  }

  /// The latitude at which the circle crosses a meridian, by bisection over azimuth.
  private static func latitude(
    at meridian: Double, from a: (azimuth: Double, longitude: Double), to end: Double, _ point: (Double) -> Position
  ) -> Double {
    var low = a.azimuth
    var high = end
    let before = a.longitude < meridian
    var latitude = 0.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let place = point(middle)
      latitude = place.latitudeDegrees
      let offset = (place.longitudeDegrees - meridian).remainder(dividingBy: 360)
      if offset == 0 { break }
      if (offset < 0) == before { low = middle } else { high = middle }
    }
    return latitude
  }

  private static func position(_ vertex: Vertex, shift: Double) -> Position {
    Position(latitudeDegrees: vertex.latitude, longitudeDegrees: vertex.longitude - shift)
  }

  /// The pieces of the ring between its crossings, each with the whole turns by which it lies off; one piece when none.
  private var pieces: [(vertices: [Vertex], shift: Double)] {
    func isCrossing(_ vertex: Vertex) -> Bool { (vertex.longitude - 180).remainder(dividingBy: 360) == 0 }
    func shift(_ vertices: [Vertex]) -> Double {
      // A vertex off the antimeridian shows on which turn the piece lies.
      let inner = vertices.first { !isCrossing($0) } ?? vertices[0]
      return ((inner.longitude + 180) / 360).rounded(.down) * 360
    }
    let crossings = ring.indices.filter { isCrossing(ring[$0]) }
    // A single vertex on the antimeridian touches it and goes back.
    guard crossings.count >= 2 else { return [(ring, shift(ring))] }
    return crossings.indices.compactMap { i in
      let start = crossings[i]
      let end = crossings[(i + 1) % crossings.count]
      let piece: [Vertex]
      if start < end {
        piece = Array(ring[start...end])
      } else {
        piece = ring[start...] + ring[...end].map { ($0.longitude + turn, $0.latitude) }
      }
      guard piece.count > 2 else { return nil }
      return (piece, shift(piece))
    }
  }

  /// A disc without poles: one polygon, or one on each side.
  var discs: [[[Position]]] {
    pieces.map { piece in
      var ring = piece.vertices.map { AntimeridianCut.position($0, shift: piece.shift) }
      if let first = ring.first, ring.last != first { ring.append(first) }
      return [ring]
    }
  }

  /// A disc that holds one pole: the ring runs once round the Earth, and the polygon is closed along the pole.
  func cap(pole latitude: Double) -> [[[Position]]] {
    // Begin at the crossing of the antimeridian; eastward round the north pole, westward round the south pole.
    guard
      let start = ring.firstIndex(where: { ($0.longitude - 180).remainder(dividingBy: 360) == 0 })
    else { return discs }
    let eastward = turn > 0
    let opening = eastward ? -180.0 : 180.0
    let shift = ring[start].longitude - opening
    let walk = ring[start...] + ring[...start].map { ($0.longitude + turn, $0.latitude) }
    var path = walk.map { AntimeridianCut.position($0, shift: shift) }
    path[path.count - 1].longitudeDegrees = -opening
    path.append(Position(latitudeDegrees: latitude, longitudeDegrees: -opening))
    path.append(Position(latitudeDegrees: latitude, longitudeDegrees: opening))
    path.append(path[0])
    return [[path]]
  }

  private static let corners = [(-180.0, -90.0), (180, -90), (180, 90), (-180, 90)].map {
    Position(latitudeDegrees: $0.1, longitudeDegrees: $0.0)
  }

  /// The whole world.
  static let world: [[[Position]]] = [[corners + [corners[0]]]]

  /// A disc that holds both poles: the world with a hole, or with a notch on each side of the antimeridian.
  var worldWithout: [[[Position]]] {
    let holes = pieces.map { piece in piece.vertices.map { AntimeridianCut.position($0, shift: piece.shift) } }
    guard holes.count == 2 else {
      // The ring runs anticlockwise round the centre, which is clockwise round what the disc does not reach.
      return holes.map { hole in [Self.corners + [Self.corners[0]], hole + [hole[0]]] }
    }
    // Seen from the middle of the map both notches are walked as the ring runs.
    let east = holes.first { $0[0].longitudeDegrees > 0 } ?? holes[0]
    let west = holes.first { $0[0].longitudeDegrees < 0 } ?? holes[1]
    return [
      [[Self.corners[0], Self.corners[1]] + east + [Self.corners[2], Self.corners[3]] + west + [Self.corners[0]]]
    ]
  }
}
