public import Units

/// From where to where a radar sees a target at one height over a smooth Earth, and what sets each edge.
///
/// The edges are those of its ranges, its beam and its horizon, whether or not anything is left between them: a place within the
/// inner edge is not seen for what sets that, a place beyond the outer one for what sets the outer, and where the edges meet or
/// cross every place is one or the other.
public struct RingEdges: Sendable, Hashable {
  /// Ground distance within which the target is not seen; zero for none.
  public var inner: Length
  /// What sets the inner edge: the minimum range, the lowest or the highest elevation angle; nil for none.
  public var innerLimit: RadarLimits.Cause?
  /// Ground distance beyond which the target is not seen; zero where it is nowhere within range, or below the beam everywhere.
  public var outer: Length
  /// What sets the outer edge; never ``CoverageRing/Limit/blind``.
  public var outerLimit: CoverageRing.Limit

  /// Whether the target is seen at no distance.
  public var isEmpty: Bool { outer <= inner }

  mutating func shorten(to distance: Length, as limit: CoverageRing.Limit) {
    if distance < outer { (outer, outerLimit) = (distance, limit) }
  }

  mutating func widenHole(to distance: Length, as limit: RadarLimits.Cause) {
    if distance > inner { (inner, innerLimit) = (distance, limit) }
  }
}
