internal import Foundation
public import Units

extension RadarType {
  /// The slant range at which a target of a cross-section is detected.
  ///
  /// By the law of its kind (``SensorRule/RangeLaw``). The fourth-root law of the radar range equation is
  /// R = R_ref·(σ/σ_ref)^¼, from the catalogue's reference: everything else in the equation stays as it was for the
  /// reference figure.
  /// Where looks count (``looks``) it is the range at which one look has the wanted probability, and for a target of boundless
  /// cross-section the instrumented range.
  /// - Returns: The range; zero for a cross-section of zero where the range depends on it; the instrumented range when the
  ///   catalogue states no detection range.
  /// - Source: Skolnik, Introduction to Radar Systems, 3rd ed., eq. 1.8.
  public func detectionRange(of crossSection: Area) -> Length {
    if let looks {
      guard crossSection.isFinite else { return instrumentedRange }
      guard let reference = looks.crossSection else { return looks.range }
      return crossSection > .zero ? looks.range * pow(crossSection / reference, 0.25) : .zero
    }
    guard let detectionRange else { return instrumentedRange }
    switch kind.rule.rangeLaw {
    case .constant: return detectionRange
    case .fourthRoot:
      guard let reference = referenceCrossSection, reference > .zero else { return instrumentedRange }
      return crossSection > .zero ? detectionRange * pow(crossSection / reference, 0.25) : .zero
    }
  }
}
