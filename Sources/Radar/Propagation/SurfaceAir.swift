internal import Foundation
public import Units

/// The air at sea level, from which that of every height follows.
///
/// Without temperature and pressure it is the mean annual global reference (``Air/reference(at:surfaceVapourDensity:)``), to
/// the last bit. With them the reference's layers keep their lapse rates: every temperature is shifted by as much as that at
/// sea level, and the pressure of the dry air follows in hydrostatic balance from that at sea level. Water vapour falls
/// exponentially with a scale height of 2 km, as in the reference.
public struct SurfaceAir: Sendable, Hashable {
  /// Water vapour, g/m³: 7.5 is the reference's, 20 and more is found in the wet tropics.
  public var vapourDensity: Double
  /// Temperature, K; nil for the reference's 288.15 K.
  public var temperatureKelvin: Double?
  /// Barometric pressure, hPa: of dry air and water vapour together; nil for the reference's 1013.25 hPa of dry air.
  public var pressureHectopascals: Double?

  /// Temperatures that are accepted, °C: between the extremes at weather stations.
  public static let temperatures = -90.0...60.0
  /// Barometric pressures that are accepted, hPa: between the extremes reduced to sea level.
  public static let pressures = 850.0...1100.0
  /// Water vapour that is accepted, g/m³.
  public static let vapourDensities = 0.0...100.0

  /// The reference's air, unless stated.
  public init(
    vapourDensity: Double = 7.5, temperatureKelvin: Double? = nil, pressureHectopascals: Double? = nil
  ) {
    self.vapourDensity = vapourDensity
    self.temperatureKelvin = temperatureKelvin
    self.pressureHectopascals = pressureHectopascals
  }

  /// Temperature, K, of the reference at sea level.
  public static let referenceTemperature = 288.15
  /// Pressure, hPa, of the reference's dry air at sea level.
  public static let referencePressure = 1013.25

  /// The state of the air at an altitude.
  ///
  /// Valid from 0 to 86 km above mean sea level; a height outside takes the state at the nearer end.
  /// - Accuracy: that of the reference's numbers to 1e-4 of pressure where temperature and pressure are the reference's
  ///   (`stated air of the reference's temperature and pressure is the reference`).
  /// - Source: ITU-R P.835-6, Annex 1, eq. 1 to 7, with the layers shifted.
  public func air(at altitude: Length) -> Air {
    guard temperatureKelvin != nil || pressureHectopascals != nil else {
      return .reference(at: altitude, surfaceVapourDensity: vapourDensity)
    }
    let surface = temperatureKelvin ?? Self.referenceTemperature
    let z = min(max(altitude.kilometres, 0), 86)
    let h = 6356.766 * z / (6356.766 + z)  // eq. 1a, geopotential kilometres
    let (temperature, share) = Self.layers(surface: surface, geopotentialKilometres: h)
    let vapourPressure = vapourDensity * surface / 216.7  // P.676-13, eq. 4
    let dry = pressureHectopascals.map { max($0 - vapourPressure, 0) } ?? Self.referencePressure
    let pressure = dry * share
    let wanted = min(max(vapourDensity, 0), 100) * exp(-z / 2)  // eq. 6
    let least = vapourDensity > 0 ? 2e-6 * pressure * 216.7 / temperature : 0  // eq. 7
    return Air(state: pressure, temperature, max(wanted, least))
  }

  /// Geopotential kilometres at which the reference's layers begin, and how the temperature rises in each, K/km.
  private static let lapses: [(base: Double, rise: Double)] = [
    (0, -6.5), (11, 0), (20, 1), (32, 2.8), (47, 0), (51, -2.8), (71, -2),
  ]

  /// Temperature, K, and the pressure's share of that at sea level.
  private static func layers(surface: Double, geopotentialKilometres h: Double) -> (temperature: Double, share: Double)
  {
    var (temperature, share) = (surface, 1.0)
    for (index, layer) in lapses.enumerated() {
      let end = index + 1 < lapses.count ? min(lapses[index + 1].base, h) : h
      guard end > layer.base else { break }
      let depth = end - layer.base
      let next = temperature + layer.rise * depth
      share *=
        layer.rise == 0
        ? exp(-34.1632 * depth / temperature) : pow(temperature / next, 34.1632 / layer.rise)
      temperature = next
    }
    return (temperature, share)
  }

  /// The density of water vapour, g/m³, of air of a relative humidity.
  /// - Parameters:
  ///   - humidity: Over water, 0 to 1.
  ///   - celsius: Temperature, −80 to 50 °C or so.
  ///   - pressure: Barometric, hPa.
  /// - Source: ITU-R P.453-14, eq. 8 and 9 with the coefficients for water; P.676-13, eq. 4.
  public static func vapourDensity(
    relativeHumidity humidity: Double, celsius t: Double, pressureHectopascals pressure: Double = referencePressure
  ) -> Double {
    let enhancement = 1 + 1e-4 * (7.2 + pressure * (0.0320 + 5.9e-6 * t * t))
    let saturated = enhancement * 6.1121 * exp((18.678 - t / 234.5) * t / (t + 257.14))
    return 216.7 * humidity * saturated / (t + 273.15)
  }
}
