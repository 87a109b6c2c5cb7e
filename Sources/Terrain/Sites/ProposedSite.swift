public import Geodesy
public import Units

/// A place where a radar could stand, found in terrain.
public struct ProposedSite: Sendable, Hashable {
  /// What kind of high ground it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Higher than all ground around it, within half the spacing of the search at least.
    case summit
    /// On a ridge: the ground falls on both sides of a line through it.
    case ridge
  }

  /// What kind of high ground it is.
  public var kind: Kind
  /// Where: a post of the terrain.
  public var position: Position
  /// Elevation of that post above mean sea level.
  public var elevation: Length
  /// Distance to the nearest higher ground; nil where nothing in the area is higher, and for ridge points, which have
  /// higher ground next to them.
  public var isolation: Length?
  /// Of a summit its topographic prominence: how far one has to descend at least on the way to higher ground; of the
  /// highest one its height over the lowest ground of the area. Of a ridge point by how much the ground falls on the
  /// side where it falls less.
  public var prominence: Length
  /// The steepest descent or ascent at the post, from the eight posts around it.
  public var slope: Angle
  /// Distance to the nearest feature of each layer of ``SiteSearch/near``, in their order.
  public var nearby: [Length]
}

extension ProposedSite {
  /// Name for people: `Summit at 5183 m`.
  public var name: String { "\(kind == .summit ? "Summit" : "Ridge") at \(elevation.heightText)" }
}

extension [ProposedSite] {
  /// A key for each: what it is and its rank among all, as in `summit-07`.
  public var ids: [String] {
    let digits = Swift.max(2, String(count).count)
    return enumerated().map { index, site in
      let number = String(index + 1)
      return "\(site.kind.rawValue)-" + String(repeating: "0", count: digits - number.count) + number
    }
  }
}
