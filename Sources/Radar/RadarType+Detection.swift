internal import Foundation
public import Units

extension RadarType {
  /// The slant range at which a target of a cross-section is detected.
  ///
  /// The fourth-root law of the radar range equation, R = R_ref·(σ/σ_ref)^¼, from the catalogue's reference: everything
  /// else in the equation stays as it was for the reference figure.
  /// - Returns: The range; zero for a cross-section of zero; the instrumented range when the catalogue states no
  ///   detection range (a secondary radar, whose range does not depend on the echo).
  /// - Source: Skolnik, Introduction to Radar Systems, 3rd ed., eq. 1.8.
  public func detectionRange(of crossSection: Area) -> Length {
    guard let detectionRange, let reference = referenceCrossSection, reference > .zero else { return instrumentedRange }
    guard kind == .primary else { return detectionRange }
    guard crossSection > .zero else { return .zero }
    return detectionRange * pow(crossSection / reference, 0.25)
  }
}
