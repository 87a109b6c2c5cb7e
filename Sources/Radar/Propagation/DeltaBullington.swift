internal import Foundation
public import Units

/// Diffraction over terrain by the delta-Bullington model.
///
/// The terrain is an equivalent knife edge (Bullington's construction), corrected by how much a smooth Earth differs from
/// its own equivalent edge. The path is reciprocal.
/// - Accuracy: within 2e-4 dB of every row of the ITU-R's validation tables (`delta-Bullington agrees with the validation
///   tables`).
/// - Source: ITU-R P.526-15, § 4.5.3 and 4.5.4; ITU-R P.452-18, § 4.2.
public struct DeltaBullington: Sendable, Hashable {
  /// Parts of the loss, in decibels.
  public struct Loss: Sendable, Hashable {
    /// Bullington's edge of the terrain.
    public let bullington: Double
    /// Bullington's edge of the smooth Earth.
    public let bullingtonSmooth: Double
    /// The smooth Earth's own diffraction.
    public let sphericalEarth: Double
    /// The terrain's loss over free space.
    public var total: Double { bullington + max(sphericalEarth - bullingtonSmooth, 0) }
  }

  let sphere: SphericalEarthDiffraction

  /// The model at a frequency over an Earth; parameters and errors as for ``SphericalEarthDiffraction``.
  public init(
    frequency: Frequency, over earth: EffectiveEarth, polarization: Polarization = .horizontal, seaShare: Double = 0
  ) throws(PropagationError) {
    sphere = try SphericalEarthDiffraction(
      frequency: frequency, over: earth, polarization: polarization, seaShare: seaShare)
  }

  /// The loss of a path between antennas at these altitudes above mean sea level.
  /// - Complexity: O(points of the profile).
  public func loss(along profile: PathProfile, from first: Length, to second: Length) -> Loss {
    let (hts, hrs) = (first.metres, second.metres)
    let smooth = SmoothPath(profile, from: hts, to: hrs)
    let (htc, hrc) = (hts - smooth.first, hrs - smooth.second)  // eq. 38, 39
    return Loss(
      bullington: bullington(profile.kilometres, profile.surfaceMetres, hts, hrs),
      bullingtonSmooth: bullington(
        profile.kilometres, [Double](repeating: 0, count: profile.kilometres.count), htc, hrc),
      sphericalEarth: sphere.loss(kilometres: profile.length, htc, hrc))
  }

  /// The loss of Bullington's equivalent edge, dB, and its correction for several edges.
  private func bullington(_ d: [Double], _ g: [Double], _ hts: Double, _ hrs: Double) -> Double {
    let total = d[d.count - 1]
    let curvature = 500 / sphere.radius  // 500·Cₑ, so that the bulge of the Earth is in metres
    let wavelength = sphere.wavelength
    var steepest = -Double.infinity
    for i in 1..<(d.count - 1) {
      steepest = max(steepest, (g[i] + curvature * d[i] * (total - d[i]) - hts) / d[i])  // eq. 13
    }
    let direct = (hrs - hts) / total  // eq. 14
    let nu =
      (steepest < direct ? nil : self.edge(d, g, hts, hrs, steepest))
      ?? d.indices.dropFirst().dropLast().reduce(-Double.infinity) { nu, i in
        let over =
          g[i] + curvature * d[i] * (total - d[i]) - (hts * (total - d[i]) + hrs * d[i]) / total
        return max(nu, over * (0.002 * total / (wavelength * d[i] * (total - d[i]))).squareRoot())  // eq. 15
      }
    let loss = KnifeEdge.loss(nu)  // eq. 16, 20
    return loss + (1 - exp(-loss / 6)) * (10 + 0.02 * total)  // eq. 21
  }

  /// ν of the edge where both ends' steepest lines meet; nil where one line grazes all, so that they meet nowhere or
  /// everywhere.
  private func edge(_ d: [Double], _ g: [Double], _ hts: Double, _ hrs: Double, _ steepest: Double) -> Double? {
    let total = d[d.count - 1]
    let curvature = 500 / sphere.radius
    var back = -Double.infinity
    for i in 1..<(d.count - 1) {
      back = max(back, (g[i] + curvature * d[i] * (total - d[i]) - hrs) / (total - d[i]))  // eq. 17
    }
    let edge = (hrs - hts + back * total) / (steepest + back)  // eq. 18
    guard edge > 0, edge < total else { return nil }
    let over = hts + steepest * edge - (hts * (total - edge) + hrs * edge) / total
    return over * (0.002 * total / (sphere.wavelength * edge * (total - edge))).squareRoot()  // eq. 19
  }
}
