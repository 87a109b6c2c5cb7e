public import Units

/// Sea or flat ground in front of a radar, which reflects its wave.
public struct ReflectingSurface: Sendable, Hashable {
  /// What the surface is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Salt water.
    case sea
    /// Average land without cover.
    case land
  }

  /// What it is.
  public let kind: Kind
  /// The root mean square of its heights about their mean.
  public let rmsHeight: Length

  /// A surface of a roughness.
  /// - Parameter rmsHeight: Zero for a mirror.
  public init(_ kind: Kind, rmsHeight: Length = .zero) {
    self.kind = kind
    self.rmsHeight = max(rmsHeight, .zero)
  }

  /// Sea states that are known: Douglas's degrees.
  public static let seaStates = 0...9

  /// The sea of a state.
  ///
  /// The significant wave height is the middle of the degree's span, for 9 its beginning; the root mean square of the surface
  /// is a quarter of it.
  /// - Parameter state: 0, glassy, to 9, phenomenal; beyond counts as the nearer end.
  /// - Source: WMO, Manual on Codes, WMO-No. 306, code table 3700, state of the sea.
  public static func sea(state: Int) -> ReflectingSurface {
    let significant = [0, 0.05, 0.3, 0.875, 1.875, 3.25, 5, 7.5, 11.5, 14]
    return ReflectingSurface(.sea, rmsHeight: .metres(significant[min(max(state, 0), 9)] / 4))
  }

  /// What it is to a wave.
  var electrics: GroundElectrics { kind == .sea ? .sea : .land }
}
