public import Units

/// Diffraction by the delta-Bullington model over smooth ground: the greater of the spherical Earth's and of Bullington's edge.
///
/// The edge stands for points 90 m apart.
/// - Accuracy: within 0.1 dB of ``DeltaBullington`` over such points (`smooth ground has the loss of its profile`).
/// - Source: ITU-R P.526-15, § 4.5.4 over a profile without obstacles.
public struct SmoothDiffraction: Sendable, Hashable {
  private let sphere: SphericalEarthDiffraction
  private static let step = 0.09

  init(_ model: DeltaBullington) { sphere = model.sphere }

  /// The loss over free space between two antennas.
  /// - Parameters:
  ///   - distance: Along the ground.
  ///   - first: Height of one antenna above the smooth ground.
  ///   - second: Height of the other one.
  /// - Returns: Decibels, zero and more.
  public func loss(distance: Length, from first: Length, to second: Length) -> Decibels {
    let d = distance.kilometres
    guard d > 2 * Self.step else { return Decibels(0) }
    let edge = sphere.bullington(kilometres: d, first.metres, second.metres, step: Self.step)
    return Decibels(max(edge, sphere.loss(kilometres: d, first.metres, second.metres)))
  }
}

extension LookWave {
  /// Diffraction over smooth ground; nil where it does not count.
  public func smoothDiffraction(over earth: EffectiveEarth) -> SmoothDiffraction? {
    diffraction(over: earth).map { SmoothDiffraction($0) }
  }
}
