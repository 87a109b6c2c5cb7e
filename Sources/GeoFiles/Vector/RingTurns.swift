internal import Geodesy

/// How a closed ring runs around the Earth: its longitudes as they go on from place to place.
///
/// A jump of more than half a turn is a way across the antimeridian, but for edges from −180° to 180° along a pole or between
/// two pieces of the antimeridian: such a ring is drawn in the plane, as Antarctica usually is.
struct RingTurns {
  /// The ring, its longitudes without jumps; closed unless it goes round a pole.
  let places: [Position]
  /// Whether it is drawn in the plane from −180° to 180°, so that its longest edges do not cross the antimeridian.
  let isDrawnInPlane: Bool
  /// Whether it ends a turn away from where it begins.
  var isRoundPole: Bool { abs(turn) > 180 }
  private var turn: Double { (places.last?.longitudeDegrees ?? 0) - (places.first?.longitudeDegrees ?? 0) }

  init(_ ring: [Position]) {
    let jumps = zip(ring, ring.dropFirst()).contains { abs($1.longitudeDegrees - $0.longitudeDegrees) > 180 }
    guard jumps else {
      (places, isDrawnInPlane) = (ring, false)
      return
    }
    let unwrapped = ring.unwrapped()
    isDrawnInPlane = Self.hasEdgesOfPlane(ring) || Self.isFlat(unwrapped) && !Self.isFlat(ring)
    places = isDrawnInPlane ? ring.withShortEdges : unwrapped
  }

  private static func isFlat(_ ring: [Position]) -> Bool {
    let isClosed = (ring.first?.longitudeDegrees ?? 0) == (ring.last?.longitudeDegrees ?? 0)
    return isClosed && ring.doubledPlaneArea == 0
  }

  private static func hasEdgesOfPlane(_ ring: [Position]) -> Bool {
    let places = ring.first == ring.last ? Array(ring.dropLast()) : ring
    func place(_ index: Int) -> Position { places[(index + places.count) % places.count] }
    return places.indices.contains { index in
      let (a, b) = (place(index), place(index + 1))
      guard abs(a.longitudeDegrees) == 180, b.longitudeDegrees == -a.longitudeDegrees else { return false }
      let isAlongPole = abs(a.latitudeDegrees) == 90 && a.latitudeDegrees == b.latitudeDegrees
      return isAlongPole
        || place(index - 1).longitudeDegrees == a.longitudeDegrees
          && place(index + 2).longitudeDegrees == b.longitudeDegrees
    }
  }

  /// A ring round a pole as one in the plane, a whole turn wide: closed over the pole of the hemisphere in which it lies.
  /// - Throws: ``GeoFileError`` when the ring lies in both hemispheres.
  func overPole() throws(GeoFileError) -> [Position] {
    let latitudes = places.map(\.latitudeDegrees)
    guard let south = latitudes.min(), let north = latitudes.max(), south > 0 || north < 0, let first = places.first
    else {
      throw GeoFileError(
        .badGeometry, path: "polygon",
        problem: "the ring goes round the Earth on both sides of the equator, so that either pole may be inside",
        remedy: "draw it from −180° to 180° and along the pole that is inside")
    }
    let pole = south > 0 ? 90.0 : -90
    let ends = [first.longitudeDegrees + turn, first.longitudeDegrees].map {
      Position(latitudeDegrees: pole, longitudeDegrees: $0)
    }
    return (places + ends).closed.withShortEdges
  }
}

extension [Position] {
  /// The ring with its first place at its end.
  var closed: [Position] {
    guard let first, last != first else { return self }
    return self + [first]
  }

  /// The same places on another turn around the Earth.
  func turned(by degrees: Double) -> [Position] {
    map { Position(latitudeDegrees: $0.latitudeDegrees, longitudeDegrees: $0.longitudeDegrees + degrees) }
  }

  /// The same ring with further places on edges of more than half a turn, so that no reader takes them for ways across the
  /// antimeridian.
  var withShortEdges: [Position] {
    guard let first else { return self }
    return zip(self, dropFirst()).reduce(into: [first]) { ring, edge in
      let (a, b) = edge
      let east = b.longitudeDegrees - a.longitudeDegrees
      let parts = abs(east) > 180 ? 4 : 1
      for part in 1..<parts {
        let share = Double(part) / Double(parts)
        ring.append(
          Position(
            latitudeDegrees: a.latitudeDegrees + (b.latitudeDegrees - a.latitudeDegrees) * share,
            longitudeDegrees: a.longitudeDegrees + east * share))
      }
      ring.append(b)
    }
  }

  /// A hole on the turn around the Earth on which its outer ring lies.
  func onTurn(of outer: [Position]) -> [Position] {
    func middle(_ ring: [Position]) -> Double {
      let longitudes = ring.map(\.longitudeDegrees)
      return ((longitudes.min() ?? 0) + (longitudes.max() ?? 0)) / 2
    }
    let longitudes = outer.map(\.longitudeDegrees)
    guard let west = longitudes.min(), let east = longitudes.max() else { return self }
    let own = middle(self)
    guard own < west || own > east else { return self }
    let turns = ((middle(outer) - own) / 360).rounded()
    return turned(by: turns * 360)
  }
}
