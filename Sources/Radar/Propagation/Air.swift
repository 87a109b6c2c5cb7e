internal import Foundation
public import Units

/// The state of air at one place, as far as radio waves feel it.
public struct Air: Sendable, Hashable {
  /// The pressure of the dry part, hPa; the barometric pressure is this and ``vapourPressure`` together.
  public let dryPressureHectopascals: Double
  /// The temperature, K.
  public let temperatureKelvin: Double
  /// The density of water vapour, g/m³.
  public let vapourDensity: Double

  /// A state of air.
  /// - Parameters:
  ///   - dryPressureHectopascals: Pressure without that of the water vapour, 0 to 1,200 hPa.
  ///   - temperatureKelvin: 100 to 400 K.
  ///   - vapourDensity: Water vapour, 0 to 100 g/m³.
  /// - Throws: ``PropagationError`` with code `airOutOfRange`.
  public init(
    dryPressureHectopascals: Double, temperatureKelvin: Double, vapourDensity: Double
  ) throws(PropagationError) {
    guard (0...1200).contains(dryPressureHectopascals), (100...400).contains(temperatureKelvin),
      (0...100).contains(vapourDensity)
    else {
      throw PropagationError(
        .airOutOfRange,
        "air of \(dryPressureHectopascals) hPa, \(temperatureKelvin) K and \(vapourDensity) g/m³",
        remedy: "give 0 to 1200 hPa, 100 to 400 K and 0 to 100 g/m³")
    }
    self.init(state: dryPressureHectopascals, temperatureKelvin, vapourDensity)
  }

  /// A state within the limits.
  init(state pressure: Double, _ temperature: Double, _ vapour: Double) {
    dryPressureHectopascals = pressure
    temperatureKelvin = temperature
    vapourDensity = vapour
  }

  /// The partial pressure of the water vapour, hPa.
  /// - Source: ITU-R P.676-13, eq. 4.
  public var vapourPressure: Double { vapourDensity * temperatureKelvin / 216.7 }

  /// The refractivity N = (n − 1)·10⁶.
  /// - Source: ITU-R P.453-14, eq. 3 and 4.
  public var refractivity: Double {
    77.6 * dryPressureHectopascals / temperatureKelvin + 72 * vapourPressure / temperatureKelvin
      + 3.75e5 * vapourPressure / (temperatureKelvin * temperatureKelvin)
  }

  /// The mean annual global reference atmosphere, up to 86 km.
  ///
  /// Valid from 0 to 86 km above mean sea level; a height outside takes the state at the nearer end. The reference's
  /// pressure is that of dry air.
  /// - Parameters:
  ///   - altitude: Geometric height above mean sea level.
  ///   - surfaceVapourDensity: Water vapour at sea level, g/m³; 7.5 is the reference's.
  /// - Source: ITU-R P.835-6, Annex 1, eq. 1 to 6; above 2 ppm of water vapour the exponential profile, below it the
  ///   constant mixing ratio (eq. 7).
  public static func reference(at altitude: Length, surfaceVapourDensity: Double = 7.5) -> Air {
    let z = min(max(altitude.kilometres, 0), 86)
    let h = 6356.766 * z / (6356.766 + z)  // eq. 1a, geopotential kilometres
    let (temperature, pressure) = layers(geopotentialKilometres: h)
    let wanted = min(max(surfaceVapourDensity, 0), 100) * exp(-z / 2)  // eq. 6
    let least = surfaceVapourDensity > 0 ? 2e-6 * pressure * 216.7 / temperature : 0
    let vapour = max(wanted, least)
    return Air(state: pressure, temperature, vapour)
  }

  /// Temperature, K, and pressure, hPa, of the reference's seven layers.
  private static func layers(geopotentialKilometres h: Double) -> (temperature: Double, pressure: Double) {
    switch h {
    case ...11: (288.15 - 6.5 * h, 1013.25 * pow(288.15 / (288.15 - 6.5 * h), -34.1632 / 6.5))
    case ...20: (216.65, 226.3226 * exp(-34.1632 * (h - 11) / 216.65))
    case ...32: (216.65 + (h - 20), 54.74980 * pow(216.65 / (216.65 + (h - 20)), 34.1632))
    case ...47: (228.65 + 2.8 * (h - 32), 8.680422 * pow(228.65 / (228.65 + 2.8 * (h - 32)), 34.1632 / 2.8))
    case ...51: (270.65, 1.109106 * exp(-34.1632 * (h - 47) / 270.65))
    case ...71: (270.65 - 2.8 * (h - 51), 0.6694167 * pow(270.65 / (270.65 - 2.8 * (h - 51)), -34.1632 / 2.8))
    default: (214.65 - 2 * (h - 71), 0.03956649 * pow(214.65 / (214.65 - 2 * (h - 71)), -34.1632 / 2))
    }
  }
}
