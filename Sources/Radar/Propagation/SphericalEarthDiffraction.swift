internal import Foundation
public import Units

/// Diffraction over a smooth, spherical, effective Earth.
///
/// Valid from 10 MHz up. Ground beneath the path may be land and sea by shares.
/// - Accuracy: within 2e-4 dB of the ITU-R's validation tables (`delta-Bullington agrees with the validation tables`).
/// - Source: ITU-R P.526-15, § 3.2; ITU-R P.452-18, § 4.2.2.
public struct SphericalEarthDiffraction: Sendable, Hashable {
  /// The frequency, GHz.
  let frequency: Double
  /// The wavelength, m.
  let wavelength: Double
  /// The radius of the effective Earth, km.
  let radius: Double
  /// The share of the path that lies over the sea, 0 to 1.
  let seaShare: Double
  /// Whether the field is vertical.
  let isVertical: Bool

  /// Diffraction at a frequency over an Earth.
  /// - Parameters:
  ///   - frequency: From 10 MHz to 1,000 GHz.
  ///   - earth: The effective Earth.
  ///   - polarization: Circular counts as horizontal, whose loss is the greater.
  ///   - seaShare: The share of the path over the sea, 0 to 1.
  /// - Throws: ``PropagationError`` with code `frequencyOutOfRange`.
  public init(
    frequency: Frequency, over earth: EffectiveEarth, polarization: Polarization, seaShare: Double = 0
  ) throws(PropagationError) {
    guard frequency >= .megahertz(10), frequency <= .gigahertz(1000) else {
      throw PropagationError(
        .frequencyOutOfRange,
        "\(frequency.gigahertz) GHz: ITU-R P.526 gives diffraction from 0.01 to 1000 GHz")
    }
    self.frequency = frequency.gigahertz
    wavelength = frequency.wavelength.metres
    radius = earth.radius.kilometres
    self.seaShare = min(max(seaShare, 0), 1)
    isVertical = polarization == .vertical
  }

  /// The loss over free space between two antennas above the smooth Earth.
  /// - Parameters:
  ///   - distance: Along the ground.
  ///   - first: Height of one antenna above the smooth Earth; a negative one counts as zero.
  ///   - second: Height of the other one.
  /// - Returns: Decibels, zero and more.
  public func loss(distance: Length, from first: Length, to second: Length) -> Decibels {
    Decibels(loss(kilometres: distance.kilometres, first.metres, second.metres))
  }

  /// The same in raw units: km along the ground, heights in m; dB.
  func loss(kilometres d: Double, _ first: Double, _ second: Double) -> Double {
    guard d > 0 else { return 0 }
    let (hte, hre) = (max(first, 0), max(second, 0))
    let sight = (2 * radius).squareRoot() * ((0.001 * hte).squareRoot() + (0.001 * hre).squareRoot())  // eq. 22
    if d >= sight { return max(0, firstTerm(d, hte, hre, radius: radius)) }

    let (clearance, d1, d2) = leastClearance(kilometres: d, hte, hre)
    let required = 17.456 * (max(d1 * d2 * wavelength / d, 0)).squareRoot()  // eq. 25
    // An antenna on the ground: the clearance vanishes with the distance to it, the required one with its root only.
    let isOnGround = required < 1e-5
    guard isOnGround || clearance < required else { return 0 }
    let heights = hte.squareRoot() + hre.squareRoot()
    let modified = 500 * (d / heights) * (d / heights)  // eq. 26
    let marginal = firstTerm(d, hte, hre, radius: modified)
    return max(0, isOnGround ? marginal : (1 - clearance / required) * marginal)  // eq. 27
  }

  /// The smallest clearance between the curved path and the ray, m, and where it is: km from both ends.
  ///
  /// The place is also the one of the greatest ν, for both are roots of the same cubic.
  func leastClearance(kilometres d: Double, _ hte: Double, _ hre: Double) -> (
    metres: Double, first: Double, second: Double
  ) {
    let sum = hte + hre
    let c = (hte - hre) / sum  // eq. 24d
    let m = 250 * d * d / (radius * sum)  // eq. 24e
    let inner = 3 * c / 2 * (3 * m / ((m + 1) * (m + 1) * (m + 1))).squareRoot()
    let b =
      2 * ((m + 1) / (3 * m)).squareRoot() * cos(Double.pi / 3 + acos(min(max(inner, -1), 1)) / 3)  // eq. 24c
    let d1 = d / 2 * (1 + b)  // eq. 24a
    let d2 = d - d1  // eq. 24b
    let clearance =
      ((hte - 500 * d1 * d1 / radius) * d2 + (hre - 500 * d2 * d2 / radius) * d1) / d  // eq. 23
    return (clearance, d1, d2)
  }

  /// The first term of the residue series, over land and sea by their shares, dB.
  private func firstTerm(_ d: Double, _ hte: Double, _ hre: Double, radius: Double) -> Double {
    var sum = 0.0
    for (share, ground) in [(seaShare, GroundElectrics.sea), (1 - seaShare, .land)] where share > 0 {
      sum += share * firstTerm(d, hte, hre, radius: radius, over: ground)  // P.452 eq. 28
    }
    return sum
  }

  private func firstTerm(
    _ d: Double, _ hte: Double, _ hre: Double, radius: Double, over ground: GroundElectrics
  ) -> Double {
    let loss = 18 * ground.conductivity / frequency
    let e1 = ground.permittivity - 1
    var k = 0.036 * pow(radius * frequency, -1.0 / 3) * pow(e1 * e1 + loss * loss, -0.25)  // eq. 30a
    if isVertical { k *= (ground.permittivity * ground.permittivity + loss * loss).squareRoot() }  // eq. 30b
    let k2 = k * k
    let beta = (1 + 1.6 * k2 + 0.67 * k2 * k2) / (1 + 4.5 * k2 + 1.53 * k2 * k2)  // eq. 31
    let x = 21.88 * beta * cbrt(frequency / (radius * radius)) * d  // eq. 32
    let unit = 0.9575 * beta * cbrt(frequency * frequency / radius)  // eq. 33
    let distance =
      x >= 1.6 ? 11 + 10 * log10(x) - 17.6 * x : -20 * log10(x) - 5.6488 * pow(x, 1.425)  // eq. 34
    return -distance - gain(unit * hte, beta, k) - gain(unit * hre, beta, k)  // eq. 37
  }

  /// The gain of an antenna's height, dB.
  private func gain(_ y: Double, _ beta: Double, _ k: Double) -> Double {
    let b = beta * y  // eq. 35a
    let gain =
      b > 2
      ? 17.6 * (b - 1.1).squareRoot() - 5 * log10(b - 1.1) - 8
      : 20 * log10(b + 0.1 * b * b * b)  // eq. 35
    return max(gain, 2 + 20 * log10(k))
  }
}
