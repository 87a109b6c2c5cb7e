internal import Foundation
public import Units

/// The pattern-propagation factor over a smooth Earth whose surface reflects: a direct and a reflected ray, which add up and
/// cancel by turns, the lobes of a coverage chart.
///
/// F = |1 + (f(θᵣ)/f(θ_d))·Γ·D·ρ·exp(−2πi·δ/λ)|, with Fresnel's reflection coefficient Γ of the surface, the divergence D of a
/// sphere, the share ρ of the field that a rough surface keeps coherent, and the difference δ of the ways. The antenna's field
/// f towards both rays is the caller's. Near the horizon, where the ray clears the Earth by less than 0.55 of the first
/// Fresnel zone, two rays do not describe the field: there the loss of diffraction over the smooth Earth counts, which is
/// zero where two rays off a mirror give F = 1 (`the factor of two rays joins diffraction where the Earth is cleared`).
/// - Accuracy: closed forms of flat mirrors (`lobes stand where the difference of the ways is half a wave`).
/// - Source: D. E. Kerr (ed.), Propagation of Short Radio Waves, 1951, ch. 2 and 5; L. V. Blake, NRL 6930 (1969); W. S. Ament,
///   Proc. IRE 41 (1953), with the correction of A. R. Miller, R. M. Brown, E. Vegh, IEE Proc. F 131 (1984); ITU-R P.526-15,
///   § 3.2.
public struct SurfaceReflection: Sendable, Hashable {
  /// The surface.
  public let surface: ReflectingSurface
  /// The frequency.
  public let frequency: Frequency
  /// How the wave is polarized; of a circular one the sense that the antenna receives is counted.
  public let polarization: Polarization
  /// The Earth, whose sphere is the surface.
  public let earth: EffectiveEarth
  private let diffraction: SphericalEarthDiffraction

  /// Reflection at a surface.
  /// - Parameter earth: Its radius is that of the surface.
  /// - Throws: ``PropagationError`` with code `frequencyOutOfRange` below 10 MHz and above 1,000 GHz.
  public init(
    _ surface: ReflectingSurface, frequency: Frequency, polarization: Polarization = .horizontal,
    over earth: EffectiveEarth
  ) throws(PropagationError) {
    diffraction = try SphericalEarthDiffraction(
      frequency: frequency, over: earth, polarization: polarization, seaShare: surface.kind == .sea ? 1 : 0)
    (self.surface, self.frequency, self.polarization, self.earth) = (surface, frequency, polarization, earth)
  }

  /// A complex number, for fields.
  struct Complex: Sendable, Hashable {
    var re, im: Double
    var magnitude: Double { (re * re + im * im).squareRoot() }
    static func + (a: Self, b: Self) -> Self { Complex(re: a.re + b.re, im: a.im + b.im) }
    static func - (a: Self, b: Self) -> Self { Complex(re: a.re - b.re, im: a.im - b.im) }
    static func * (a: Self, b: Self) -> Self {
      Complex(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re)
    }
    static func * (a: Double, b: Self) -> Self { Complex(re: a * b.re, im: a * b.im) }
    static func / (a: Self, b: Self) -> Self {
      let square = b.re * b.re + b.im * b.im
      return Complex(re: (a.re * b.re + a.im * b.im) / square, im: (a.im * b.re - a.re * b.im) / square)
    }
    /// The root with a real part that is not negative.
    var root: Complex {
      let size = magnitude
      let part = ((size + abs(re)) / 2).squareRoot()
      guard part > 0 else { return Complex(re: 0, im: 0) }
      return re >= 0
        ? Complex(re: part, im: im / (2 * part)) : Complex(re: abs(im) / (2 * part), im: im < 0 ? -part : part)
    }
  }

  /// Fresnel's coefficient at a grazing angle.
  /// - Source: Kerr, ch. 5, eq. 1 and 2, with ε = ε′ − 60i·σ·λ.
  static func fresnel(_ electrics: GroundElectrics, wavelength: Double, grazing: Double, _ polarization: Polarization)
    -> Complex
  {
    let (s, c) = (sin(grazing), cos(grazing))
    let epsilon = Complex(re: electrics.permittivity, im: -60 * electrics.conductivity * wavelength)
    let root = (epsilon - Complex(re: c * c, im: 0)).root
    let sine = Complex(re: s, im: 0)
    let horizontal = (sine - root) / (sine + root)
    let vertical = (s * epsilon - root) / (s * epsilon + root)
    switch polarization {
    case .horizontal: return horizontal
    case .vertical: return vertical
    case .circular: return 0.5 * (horizontal + vertical)
    }
  }

  /// The share of the field that a rough surface reflects as a mirror would: exp(−2g²)·I₀(2g²) with g = 2π·σ·sin ψ/λ.
  static func roughness(_ rmsHeight: Double, wavelength: Double, grazing: Double) -> Double {
    let g = 2 * .pi * rmsHeight * sin(grazing) / wavelength
    return scaledBessel(2 * g * g)
  }

  /// exp(−x)·I₀(x) for x of zero and more.
  /// - Accuracy: 2e-7.
  /// - Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 9.8.1 and 9.8.2.
  static func scaledBessel(_ x: Double) -> Double {
    guard x > 3.75 else {
      let t = (x / 3.75) * (x / 3.75)
      let sum =
        1 + t
        * (3.5156229 + t * (3.0899424 + t * (1.2067492 + t * (0.2659732 + t * (0.0360768 + t * 0.0045813)))))
      return exp(-x) * sum
    }
    let t = 3.75 / x
    let low = 0.39894228 + t * (0.01328592 + t * (0.00225319 + t * (-0.00157565 + t * 0.00916281)))
    let high = t * t * t * t * t * (-0.02057706 + t * (0.02635537 + t * (-0.01647633 + t * 0.00392377)))
    return (low + high) / x.squareRoot()
  }

  /// Both rays between an antenna and a target above the surface.
  struct Rays {
    /// The reflected ray's grazing angle, radians.
    var grazing: Double
    /// The angle below the antenna's horizontal under which it leaves, radians.
    var depression: Double
    /// By how much its way is longer, m.
    var difference: Double
    /// The share of its field that the sphere's divergence leaves.
    var divergence: Double
  }

  /// The rays; nil where the Earth hides the target.
  /// - Parameters:
  ///   - ground: Distance along the surface, m.
  ///   - antenna: Height above the surface, m.
  ///   - target: Height above the surface, m.
  func rays(ground: Double, antenna: Double, target: Double) -> Rays? {
    guard ground > 0, antenna > 0, target > 0 else { return nil }
    let radius = earth.radius.metres
    // The elevation of a place at a height, seen from the surface at an angle φ at the centre.
    func rise(_ height: Double, _ angle: Double) -> (up: Double, out: Double) {
      let half = sin(angle / 2)
      let r = radius + height
      return (height - 2 * r * half * half, r * sin(angle))
    }
    func elevation(_ height: Double, _ angle: Double) -> Double {
      let (up, out) = rise(height, angle)
      return atan2(up, out)
    }
    let whole = ground / radius
    // Towards the antenna the angle falls with the distance from it: where both are equal the ray is reflected.
    var (low, high) = (0.0, whole)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if elevation(antenna, middle) > elevation(target, whole - middle) { low = middle } else { high = middle }
    }
    let first = (low + high) / 2
    let (a, b) = (rise(antenna, first), rise(target, whole - first))
    let grazing = elevation(antenna, first)
    guard grazing > 0 else { return nil }
    let (r1, r2) = ((a.up * a.up + a.out * a.out).squareRoot(), (b.up * b.up + b.out * b.out).squareRoot())
    let (heights, half) = (antenna - target, sin(whole / 2))
    let direct = (heights * heights + 4 * (radius + antenna) * (radius + target) * half * half).squareRoot()
    let s = sin(grazing)
    let (g1, g2) = (first * radius, (whole - first) * radius)
    return Rays(
      grazing: grazing, depression: grazing + first,
      // The law of cosines, without the difference of long ways.
      difference: 4 * r1 * r2 * s * s / (r1 + r2 + direct),
      divergence: 1 / (1 + 2 * g1 * g2 / (radius * (g1 + g2) * tan(grazing))).squareRoot())  // Kerr, ch. 5, eq. 31
  }

  /// The factor in decibels, 20·log₁₀ F, from an antenna to a target above the surface: one way, relative to free space with the
  /// antenna's field towards the target.
  ///
  /// The same both ways, so that an echo changes by twice as much.
  /// - Parameters:
  ///   - groundRange: Along the surface.
  ///   - antenna: Height above the surface.
  ///   - target: Height above the surface.
  ///   - field: The antenna's field towards an elevation above its local horizontal, relative to that towards the target.
  /// - Returns: At most 6 dB for a field that is nowhere greater than towards the target; minus infinity in a null.
  public func factor(
    groundRange: Length, antenna: Length, target: Length, field: (Angle) -> Double = { _ in 1 }
  ) -> Decibels {
    let loss = diffraction.loss(distance: groundRange, from: antenna, to: target)
    guard loss.value <= 0,
      let rays = rays(ground: groundRange.metres, antenna: antenna.metres, target: target.metres)
    else { return Decibels(-loss.value) }
    let wavelength = frequency.wavelength.metres
    let fresnel = Self.fresnel(
      surface.electrics, wavelength: wavelength, grazing: rays.grazing, polarization)
    let share =
      rays.divergence
      * Self.roughness(surface.rmsHeight.metres, wavelength: wavelength, grazing: rays.grazing)
      * field(.radians(-rays.depression))
    let turn = 2 * .pi * (rays.difference / wavelength).truncatingRemainder(dividingBy: 1)
    let sum = Complex(re: 1, im: 0) + share * fresnel * Complex(re: cos(turn), im: -sin(turn))
    return Decibels(20 * log10(sum.magnitude))
  }
}
