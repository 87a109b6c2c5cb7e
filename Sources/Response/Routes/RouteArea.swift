public import Geodesy
public import Units

/// An area to keep out of, between two altitudes.
///
/// Its sides are straight in longitude and latitude, as maps in degrees draw them. Whether it counts at the time of the
/// flight is the caller's to say: by listing it or not.
public struct RouteArea: Sendable, Hashable {
  /// Its name, for messages.
  public var name: String
  /// The corners, closed or not; longitudes may go on beyond ±180°.
  public let ring: [Position]
  /// Its lowest altitude above mean sea level; nil for the ground.
  public let bottom: Length?
  /// Its highest; nil for no limit.
  public let top: Length?

  /// An area.
  /// - Throws: ``RouteFault/area`` with fewer than three corners, with a corner off the map, and with its top below its bottom.
  public init(name: String, ring: [Position], bottom: Length? = nil, top: Length? = nil) throws(RouteError) {
    var corners = ring.unwrapped()
    if let first = corners.first, let last = corners.last, corners.count > 1, first == last { corners.removeLast() }
    guard corners.count >= 3, corners.allSatisfy({ abs($0.latitudeDegrees) <= 90 && $0.longitudeDegrees.isFinite })
    else {
      throw RouteError(.area, "the area \(name) has no inside", remedy: "state three corners or more, on the map")
    }
    if let bottom, let top, !(bottom <= top) {
      throw RouteError(.area, "the area \(name) has its top below its bottom", remedy: "are the altitudes swapped?")
    }
    self.name = name
    self.ring = corners
    self.bottom = bottom
    self.top = top
  }

  /// Whether a place lies inside.
  func contains(_ place: Position) -> Bool {
    let y = place.latitudeDegrees
    let x = longitude(of: place)
    var isInside = false
    var before = ring[ring.count - 1]
    for corner in ring {
      if (corner.latitudeDegrees > y) != (before.latitudeDegrees > y) {
        let share = (y - corner.latitudeDegrees) / (before.latitudeDegrees - corner.latitudeDegrees)
        if x < corner.longitudeDegrees + share * (before.longitudeDegrees - corner.longitudeDegrees) {
          isInside.toggle()
        }
      }
      before = corner
    }
    return isInside
  }

  /// Whether a short line enters it: an end is inside, or it crosses a side.
  package func touches(_ a: Position, _ b: Position) -> Bool {
    if contains(a) || contains(b) { return true }
    let (ax, ay, bx, by) = (longitude(of: a), a.latitudeDegrees, longitude(of: b), b.latitudeDegrees)
    var before = ring[ring.count - 1]
    for corner in ring {
      let (cx, cy, dx, dy) = (
        before.longitudeDegrees, before.latitudeDegrees, corner.longitudeDegrees, corner.latitudeDegrees
      )
      func side(_ px: Double, _ py: Double, _ qx: Double, _ qy: Double, _ rx: Double, _ ry: Double) -> Double {
        (qx - px) * (ry - py) - (qy - py) * (rx - px)
      }
      if side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0,
        side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0,
        max(min(ax, bx), min(cx, dx)) <= min(max(ax, bx), max(cx, dx)),
        max(min(ay, by), min(cy, dy)) <= min(max(ay, by), max(cy, dy))
      {
        return true
      }
      before = corner
    }
    return false
  }

  /// A longitude on the turn around the Earth that the ring is on.
  private func longitude(of place: Position) -> Double {
    let middle = ring.map(\.longitudeDegrees).reduce(0, +) / Double(ring.count)
    return middle + (place.longitudeDegrees - middle).remainder(dividingBy: 360)
  }

  /// The lowest altitude at which a place inside it may be passed.
  func floor(over ground: Double) -> Double {
    if let bottom, bottom.metres > ground { return ground }
    return max(ground, top?.metres ?? .infinity)
  }
}
