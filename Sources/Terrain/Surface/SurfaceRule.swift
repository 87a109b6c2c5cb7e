internal import Geodesy

/// Which regions of posts are the sea, and at what level its surface lies.
struct SurfaceRule: Sendable {
  /// What the user or, by default, the files say.
  let sea: SeaTerrain
  let evidence: SeaEvidence
  let voids: MissingTerrain

  /// Whether heights below sea level may be the floor of the sea.
  var looksBelow: Bool { sea == .surface || sea == .detect && evidence != .land }

  /// A void that is open to the edge is the sea where ground around it comes down to this, metres: coasts do somewhere.
  static let openRim: Float = 100
  /// A void inside the terrain is the sea, or water at its level, where ground around it comes down to this, metres.
  static let closedRim: Float = 10

  /// The surface that stands for a region below sea level; nil for land.
  ///
  /// Nowhere is there dry land below −160 m but in the valley of the Dead Sea. What is lower, and what hangs together with it,
  /// is the sea; a pit that land surrounds must be lower than any land. Where files or the user name the floor of the sea,
  /// so is whatever reaches the edge and is not a known depression.
  func level(of region: PostRegions.Region, at place: Position?) -> Float? {
    guard looksBelow else { return nil }
    let depression = place.flatMap(Depression.around)
    if let depression {
      return region.lowest < depression.lowestLand - Depression.margin ? depression.level ?? 0 : nil
    }
    if region.lowest < Self.lowestLand { return 0 }
    guard region.isOpen else { return nil }
    let isNamed = sea == .surface || evidence == .seaFloor
    return isNamed || region.lowest < Depression.lowestElsewhere ? 0 : nil
  }

  /// Below this there is no dry land on the Earth, metres: 20 m below the shore of the Dead Sea.
  static let lowestLand: Float = -450

  /// Whether a void would be the sea.
  static func isSea(void region: PostRegions.Region) -> Bool {
    region.lowest <= (region.isOpen ? openRim : closedRim)
  }
}
