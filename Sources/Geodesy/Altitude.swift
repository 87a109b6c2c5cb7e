public import Units

/// A height with its datum: above ground or above mean sea level.
public enum Altitude: Sendable, Hashable {
  /// Above ground level (AGL).
  case aboveGround(Length)
  /// Above mean sea level (AMSL).
  case aboveSeaLevel(Length)

  /// The height above a ground of a known elevation; negative when it lies under that ground.
  public func height(overGroundAt elevation: Length) -> Length {
    switch self {
    case .aboveGround(let height): height
    case .aboveSeaLevel(let altitude): altitude - elevation
    }
  }
}
