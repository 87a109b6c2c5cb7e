public import Coverage
public import Geodesy
internal import Radar
internal import Response
public import Units

extension Scenario {
  /// A site, base or strip by its id.
  public struct NamedPlace: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// A radar's site.
      case site
      /// A base.
      case base
      /// A strip.
      case strip
      /// A point of a route.
      case route
    }
    /// What it is.
    public var kind: Kind
    /// Its id.
    public var id: String
    /// Its name for people.
    public var name: String
    /// Its position.
    public var position: Position
    /// The radar at the site; nil for none.
    public var station: RadarStation?
    /// How high it is flown over: of a point of a route that says so.
    public var altitude: Altitude?
  }

  /// Sites, bases and strips, in this order.
  public var places: [NamedPlace] {
    sites.map { site in
      NamedPlace(
        kind: .site, id: site.id, name: site.name, position: site.position,
        station: site.radar.map { site.station(with: $0) })
    } + bases.map { NamedPlace(kind: .base, id: $0.id, name: $0.name, position: $0.position) }
      + strips.map { NamedPlace(kind: .strip, id: $0.id, name: $0.name, position: $0.position) }
  }

  /// The place with an id, or with a kind and an id as in `strip:S01`; a point of a route as in `R1:2` or `route:R1:2`.
  /// - Throws: ``LookupError`` when there is none, or when places of different kinds share that id.
  public func place(named text: String) throws(LookupError) -> NamedPlace {
    if !places.contains(where: { $0.id == text }), let point = try routePoint(named: text) { return point }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let kind = parts.count == 2 ? NamedPlace.Kind(rawValue: parts[0].lowercased()) : nil
    let id = kind == nil ? text : parts[1]
    let found = places.filter { $0.id == id && (kind == nil || $0.kind == kind) }
    guard let first = found.first else {
      let others = places.filter { kind == nil || $0.kind == kind }.map(\.id)
      let all = routes.isEmpty ? "site, base or strip" : "site, base, strip or point of a route"
      throw .unknown(kind?.rawValue ?? all, id, among: others)
    }
    guard found.count == 1 else {
      let ways = found.map { "\($0.kind.rawValue):\($0.id)" }.joined(separator: " or ")
      throw LookupError(.ambiguous, "“\(text)” is more than one place: write \(ways)")
    }
    return first
  }
}
