package import Units

/// States of the world that are compared with the one of a network: other refraction, another cross-section of the target.
package struct SmoothEarthStates: Sendable {
  /// The network in each, and the target's cross-section over that in the state compared.
  package let others: [(network: SmoothEarthCoverage, crossSection: Double)]
  /// Whether a station has to see the target in all of them, or in any.
  package let needsAll: Bool

  /// States that are compared.
  package init(others: [(network: SmoothEarthCoverage, crossSection: Double)], needsAll: Bool) {
    (self.others, self.needsAll) = (others, needsAll)
  }
}

extension RingEdges {
  /// What lies within both.
  func intersection(_ other: RingEdges) -> RingEdges {
    var edges = self
    if other.outer < outer { (edges.outer, edges.outerLimit) = (other.outer, other.outerLimit) }
    if other.inner > inner { (edges.inner, edges.innerLimit) = (other.inner, other.innerLimit) }
    return edges
  }

  /// What lies within either, and between them.
  func hull(_ other: RingEdges) -> RingEdges {
    if other.isEmpty { return self }
    if isEmpty { return other }
    var edges = self
    if other.outer > outer { (edges.outer, edges.outerLimit) = (other.outer, other.outerLimit) }
    if other.inner < inner { (edges.inner, edges.innerLimit) = (other.inner, other.innerLimit) }
    return edges
  }
}
