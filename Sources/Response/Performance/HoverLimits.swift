public import Units

/// Whether a helicopter hovers low over flat ground, which carries it, or high, where nothing does.
public enum GroundEffect: String, Sendable, Hashable, CaseIterable {
  /// In ground effect: a wheel's height above flat ground.
  case inside = "ige"
  /// Out of ground effect: above trees, on a rope, over a slope.
  case outside = "oge"
}

/// The hover ceilings of a helicopter in and out of ground effect.
public struct HoverLimits: Sendable, Hashable {
  /// In ground effect; nil when not stated.
  public let inGroundEffect: HoverTable?
  /// Out of ground effect; nil when not stated.
  public let outOfGroundEffect: HoverTable?

  /// Limits.
  /// - Throws: ``PerformanceFault/upsideDown`` where a mass would hover higher out of ground effect than in it.
  public init(inGroundEffect: HoverTable?, outOfGroundEffect: HoverTable?) throws(PerformanceError) {
    if let low = inGroundEffect, let high = outOfGroundEffect {
      for row in low.rows + high.rows {
        guard let inside = low.ceiling(at: row.mass), let outside = high.ceiling(at: row.mass), outside > inside else {
          continue
        }
        throw PerformanceError(
          .upsideDown,
          "at \(row.mass.text) the ceiling out of ground effect, \(outside.heightText), is above that in ground effect, "
            + "\(inside.heightText)", remedy: "the ground helps a helicopter hover; are the two tables swapped?")
      }
    }
    self.inGroundEffect = inGroundEffect
    self.outOfGroundEffect = outOfGroundEffect
  }

  /// The table of one effect.
  public func table(_ effect: GroundEffect) -> HoverTable? {
    effect == .inside ? inGroundEffect : outOfGroundEffect
  }

  /// Whether nothing is stated.
  public var isEmpty: Bool { inGroundEffect == nil && outOfGroundEffect == nil }

  /// Whether a mass hovers at a density altitude; nil where the tables do not say.
  ///
  /// What hovers out of ground effect hovers in it as well, and what does not in ground effect does not out of it.
  public func canHover(_ effect: GroundEffect, _ mass: Mass, at densityAltitude: Length) -> Bool? {
    if let own = table(effect)?.canHover(mass, at: densityAltitude) { return own }
    let other = table(effect == .inside ? .outside : .inside)?.canHover(mass, at: densityAltitude)
    return other == (effect == .inside) ? other : nil
  }
}
