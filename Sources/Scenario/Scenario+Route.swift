public import Geodesy
internal import Units

extension Scenario {
  /// A route as the scenario has it, before flights join it to their strips.
  public struct Route: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Its points, in its order; an altitude is nil where the flight states it.
    public var points: [Point]

    /// A point of a route.
    public struct Point: Sendable, Hashable {
      /// Its position.
      public var position: Position
      /// How high it is flown over; nil where the route does not say.
      public var altitude: Altitude?

      /// A point of a route.
      public init(position: Position, altitude: Altitude? = nil) {
        self.position = position
        self.altitude = altitude
      }
    }

    /// A route.
    public init(id: String, points: [Point]) {
      self.id = id
      self.points = points
    }
  }

  /// The point of a route that a text names, `R1:2` or `route:R1:2` for the second of R1; nil for a text that names none.
  /// - Throws: ``LookupError`` for a number beyond the route's points, and for an unknown route behind `route:`.
  func routePoint(named text: String) throws(LookupError) -> NamedPlace? {
    let prefix = "\(NamedPlace.Kind.route.rawValue):"
    let isStated = text.lowercased().hasPrefix(prefix)
    let rest = isStated ? String(text.dropFirst(prefix.count)) : text
    guard let colon = rest.lastIndex(of: ":"), let number = Int(rest[rest.index(after: colon)...]) else {
      guard isStated else { return nil }
      throw LookupError(
        .unknown, "“\(text)” names no point of a route: write \(prefix)ID:NUMBER, the first point being 1")
    }
    let id = String(rest[..<colon])
    guard let route = routes.first(where: { $0.id == id }) else {
      guard isStated else { return nil }
      throw .unknown("route", id, among: routes.map(\.id))
    }
    guard route.points.indices.contains(number - 1) else {
      throw LookupError(.unknown, "the route “\(id)” has points 1 to \(route.points.count), not \(number)")
    }
    let point = route.points[number - 1]
    return NamedPlace(
      kind: .route, id: "\(id):\(number)", name: "point \(number) of \(id)", position: point.position,
      altitude: point.altitude)
  }
}
