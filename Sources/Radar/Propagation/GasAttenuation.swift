internal import Foundation
public import Units

/// Attenuation by oxygen and water vapour, line by line.
///
/// Valid from 1 to 1,000 GHz; below 1 GHz the sum is far below a hundredth of a decibel a kilometre and goes on smoothly,
/// above 1,000 GHz there is no answer.
/// - Accuracy: the digits of the ITU-R's validation table, 350 rows (`specific attenuation by gases agrees with the
///   validation table`).
/// - Source: ITU-R P.676-13 (08/2022), Annex 1.
public struct GasAttenuation: Sendable, Hashable {
  /// The frequency.
  public let frequency: Frequency

  /// The attenuation at a frequency.
  /// - Throws: ``PropagationError`` with code `frequencyOutOfRange` for a frequency that is not above zero and up to
  ///   1,000 GHz.
  public init(frequency: Frequency) throws(PropagationError) {
    guard frequency > .zero, frequency <= .gigahertz(1000) else {
      throw PropagationError(
        .frequencyOutOfRange,
        "\(frequency.gigahertz) GHz: ITU-R P.676 gives gas attenuation up to 1000 GHz")
    }
    self.frequency = frequency
  }

  /// What dry air and water vapour take from a wave, dB/km.
  public struct Specific: Sendable, Hashable {
    /// By oxygen, and by nitrogen that pressure induces.
    public let oxygen: Double
    /// By water vapour.
    public let waterVapour: Double
    /// Both.
    public var total: Double { oxygen + waterVapour }
  }

  /// The specific attenuation in air of a state, dB/km.
  public func specific(in air: Air) -> Specific {
    let f = frequency.gigahertz
    let scale = 0.1820 * f  // eq. 1
    return Specific(oxygen: scale * oxygen(f, air), waterVapour: scale * waterVapour(f, air))
  }

  /// N″ of oxygen and of the dry continuum.
  private func oxygen(_ f: Double, _ air: Air) -> Double {
    let p = air.dryPressureHectopascals
    let e = air.vapourPressure
    let theta = 300 / air.temperatureKelvin
    let theta08 = pow(theta, 0.8)
    var sum = 0.0
    for line in OxygenLine.all {
      let strength = line.a1 * 1e-7 * p * theta * theta * theta * exp(line.a2 * (1 - theta))  // eq. 3
      let pressureWidth = line.a3 * 1e-4 * (p * pow(theta, 0.8 - line.a4) + 1.1 * e * theta)  // eq. 6a
      let width = (pressureWidth * pressureWidth + 2.25e-6).squareRoot()  // eq. 6b
      let overlap = (line.a5 + line.a6 * theta) * 1e-4 * (p + e) * theta08  // eq. 7
      sum += strength * Self.shape(f, line.f0, width, overlap)
    }
    let d = 5.6e-4 * (p + e) * theta08  // eq. 9
    let debye = 6.14e-5 / (d * (1 + (f / d) * (f / d)))
    let nitrogen = 1.4e-12 * p * pow(theta, 1.5) / (1 + 1.9e-5 * pow(f, 1.5))
    return sum + f * p * theta * theta * (debye + nitrogen)  // eq. 8
  }

  /// N″ of water vapour.
  private func waterVapour(_ f: Double, _ air: Air) -> Double {
    let p = air.dryPressureHectopascals
    let e = air.vapourPressure
    let theta = 300 / air.temperatureKelvin
    var sum = 0.0
    for line in WaterVapourLine.all {
      let strength = line.b1 * 1e-1 * e * pow(theta, 3.5) * exp(line.b2 * (1 - theta))  // eq. 3
      let pressureWidth = line.b3 * 1e-4 * (p * pow(theta, line.b4) + line.b5 * e * pow(theta, line.b6))  // eq. 6a
      let doppler = 2.1316e-12 * line.f0 * line.f0 / theta
      let width = 0.535 * pressureWidth + (0.217 * pressureWidth * pressureWidth + doppler).squareRoot()  // eq. 6b
      sum += strength * Self.shape(f, line.f0, width, 0)
    }
    return sum
  }

  /// The shape of a line.
  private static func shape(_ f: Double, _ f0: Double, _ width: Double, _ overlap: Double) -> Double {
    let below = f0 - f
    let above = f0 + f
    return f / f0
      * ((width - overlap * below) / (below * below + width * width)
        + (width - overlap * above) / (above * above + width * width))  // eq. 5
  }
}
