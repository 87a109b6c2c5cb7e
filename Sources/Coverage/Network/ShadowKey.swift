internal import Radar
internal import Units

/// What the soft edges of the shadows around one antenna depend on.
struct ShadowKey: Sendable, Hashable {
  /// The wave.
  let wave: LookWave
  /// The slant range for the target on the axis of the beam, without losses on the way.
  let range: Length
  /// Of the antenna.
  let tilt: Angle
  /// The antenna's gain by elevation.
  let pattern: ElevationPattern
}
