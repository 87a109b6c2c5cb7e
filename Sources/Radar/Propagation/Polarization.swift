public import Units

/// The polarization of a wave, as its tilt from the horizontal.
public enum Polarization: String, Sendable, Hashable, CaseIterable {
  /// The electric field is horizontal.
  case horizontal
  /// The electric field is vertical.
  case vertical
  /// The electric field turns.
  case circular

  /// The tilt that stands for it in ITU-R P.838: 0° for horizontal, 90° for vertical, 45° for circular.
  public var tilt: Angle {
    switch self {
    case .horizontal: .zero
    case .vertical: .degrees(90)
    case .circular: .degrees(45)
    }
  }
}
