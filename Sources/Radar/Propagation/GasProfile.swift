internal import Foundation
public import Units

/// Gas attenuation by altitude, as a table, for questions that ask for it often.
///
/// Rows are 100 m apart from 500 m below mean sea level to 30 km, joined by exponentials; above, nothing is counted.
/// - Accuracy: within 0.1 % of ``GasAttenuation`` between its rows (`the table of gas attenuation agrees with the lines`).
public struct GasProfile: Sendable, Hashable {
  private static let bottomMetres = -500.0
  private static let stepMetres = 100.0
  private static let count = 306

  /// ln of dB/km.
  private let logarithms: [Double]

  /// The attenuation at a frequency.
  /// - Parameter surface: The air at sea level.
  /// - Throws: ``PropagationError`` as ``GasAttenuation/init(frequency:)``.
  public init(frequency: Frequency, surface: SurfaceAir = SurfaceAir()) throws(PropagationError) {
    let gas = try GasAttenuation(frequency: frequency)
    logarithms = (0..<Self.count).map { index in
      let altitude = Length.metres(Self.bottomMetres + Double(index) * Self.stepMetres)
      return log(gas.specific(in: surface.air(at: altitude)).total)
    }
  }

  /// The specific attenuation at an altitude, dB/km.
  public func specific(at altitude: Length) -> Double {
    let place = max((altitude.metres - Self.bottomMetres) / Self.stepMetres, 0)
    guard place < Double(Self.count - 1) else { return 0 }
    let index = Int(exactly: place.rounded(.down)) ?? 0
    let share = place - Double(index)
    return exp(logarithms[index] * (1 - share) + logarithms[index + 1] * share)
  }
}
