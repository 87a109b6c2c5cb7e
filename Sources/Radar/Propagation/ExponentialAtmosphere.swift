internal import Foundation
public import Units

/// Air whose refractivity falls exponentially with height, and the rays that it bends.
///
/// The central radio propagation laboratory's exponential reference: N(h) = Nₛ·exp(−cₑ·h), with
/// cₑ = ln(Nₛ/(Nₛ + ΔN)) per kilometre and ΔN = −7.32·exp(0.005577·Nₛ). Nₛ = 313 is its mean.
/// - Accuracy: the printed digits of a radar toolbox's examples (`the exponential atmosphere gives the printed examples`).
/// - Source: B. R. Bean, G. D. Thayer, CRPL Exponential Reference Atmosphere, NBS Monograph 4 (1959); L. V. Blake, NRL
///   6930 (1969), appendix C.
public struct ExponentialAtmosphere: Sendable, Hashable {
  /// The refractivity at the surface, N-units.
  public let surfaceRefractivity: Double
  /// The decay of refractivity with height, 1/km.
  public let decayPerKilometre: Double

  /// Air of a surface refractivity.
  /// - Parameter surfaceRefractivity: N-units, 200 to 450.
  /// - Throws: ``PropagationError`` with code `airOutOfRange` outside that range.
  public init(surfaceRefractivity: Double = 313) throws(PropagationError) {
    guard (200...450).contains(surfaceRefractivity) else {
      throw PropagationError(
        .airOutOfRange, "a surface refractivity of \(surfaceRefractivity)", remedy: "give 200 to 450 N-units")
    }
    self.surfaceRefractivity = surfaceRefractivity
    let step = -7.32 * exp(0.005577 * surfaceRefractivity)
    decayPerKilometre = log(surfaceRefractivity / (surfaceRefractivity + step))
  }

  /// The refractive index at a height.
  public func index(at height: Length) -> Double {
    1 + 1e-6 * surfaceRefractivity * exp(-decayPerKilometre * height.kilometres)
  }

  /// A way through bent rays.
  public struct Way: Sendable, Hashable {
    /// Along the Earth's surface.
    public let ground: Length
    /// The length of the ray.
    public let ray: Length
    /// The length of the ray times the refractive index: what a clock on the echo measures.
    public let optical: Length
  }

  /// The way of a rising ray from an antenna up to a height.
  ///
  /// By Snell's law on the sphere, n·r·cos θ is constant along the ray; the integrals over the height are taken by Gauss's
  /// rule over equal steps of its square root, which keeps rays that start level smooth.
  /// - Parameters:
  ///   - elevation: Where it starts: 0 to 90°.
  ///   - antenna: Above the Earth of the mean radius.
  ///   - target: Above the antenna.
  /// - Returns: Nil for a ray that starts downwards, and for a target that is not above the antenna.
  public func way(elevation: Angle, from antenna: Length, to target: Length) -> Way? {
    guard elevation >= .zero, elevation <= .degrees(90), target > antenna else { return nil }
    let radius = EffectiveEarth.meanRadius.metres
    let r0 = radius + antenna.metres
    let n0 = index(at: antenna)
    let (sine, cosine) = (sin(elevation.radians), cos(elevation.radians))
    let rise = (target - antenna).metres
    // h = rise·u²: dh = 2·rise·u·du cancels the root of a level start.
    let steps = 400
    let nodes = (0.5 - 0.5 / 3.0.squareRoot(), 0.5 + 0.5 / 3.0.squareRoot())
    var (angle, ray, optical) = (0.0, 0.0, 0.0)
    for step in 0..<steps {
      for node in [nodes.0, nodes.1] {
        let u = (Double(step) + node) / Double(steps)
        let above = rise * u * u
        let n = index(at: antenna + .metres(above))
        let ratio = n * (r0 + above) / (n0 * r0)
        // (n·r)² − (n₀·r₀·cos θ₀)² over (n₀·r₀)², without the loss of digits near a level start.
        let growth = above / r0 + (n - n0) / n0 * (1 + above / r0)
        let root = (sine * sine + growth * (2 + growth)).squareRoot()
        let weight = rise * u / Double(steps)  // Half of 2·rise·u·du, for two nodes.
        angle += weight * cosine / ((r0 + above) * root)
        ray += weight * ratio / root
        optical += weight * ratio / root * n
      }
    }
    return Way(ground: .metres(angle * radius), ray: .metres(ray), optical: .metres(optical))
  }
}
