/// How the echo of a target varies from pulse to pulse and from scan to scan, in Swerling's cases.
/// - Source: P. Swerling, Probability of Detection for Fluctuating Targets, RAND RM-1217, 1954.
public enum TargetFluctuation: Int, Sendable, Hashable, CaseIterable {
  /// A steady echo (Marcum; case 0, also called 5).
  case steady = 0
  /// Many alike scatterers, steady within a scan: one exponential draw for all pulses.
  case swerling1 = 1
  /// Many alike scatterers, a new exponential draw for every pulse.
  case swerling2 = 2
  /// One dominant scatterer among small ones, steady within a scan: one chi-square draw of four degrees of freedom.
  case swerling3 = 3
  /// One dominant scatterer among small ones, a new draw for every pulse.
  case swerling4 = 4

  /// The shape of the gamma distribution of the pulses' summed energy; nil for a steady echo.
  func shape(pulses: Int) -> Double? {
    switch self {
    case .steady: nil
    case .swerling1: 1
    case .swerling2: Double(pulses)
    case .swerling3: 2
    case .swerling4: 2 * Double(pulses)
    }
  }
}
