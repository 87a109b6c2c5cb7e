internal import Foundation
public import Units

/// The International Standard Atmosphere, from 5 km below to 47 km above sea level.
///
/// Altitudes are geopotential: pressure altitudes, which is what an altimeter set to 1013.25 hPa shows.
/// - Source: ISO 2533:1975; ICAO Doc 7488/3 (1993), the same figures.
/// - Accuracy: the tables printed there to their last digit (`the standard atmosphere is that of its tables`).
public enum StandardAtmosphere {
  /// Acceleration of free fall, m/s².
  static let gravity = 9.80665  // ISO 2533:1975, table 1
  /// Specific gas constant of dry air, J/(kg·K).
  static let gasConstant = 287.05287  // ISO 2533:1975, table 1
  /// Pressure at sea level, Pa.
  static let seaLevelPressure = 101_325.0  // ISO 2533:1975, table 1
  /// Temperature at sea level, K.
  package static let seaLevelTemperature = 288.15  // ISO 2533:1975, table 1
  /// Density at sea level, kg/m³: 1.225.
  static let seaLevelDensity = seaLevelPressure / (gasConstant * seaLevelTemperature)

  /// The altitudes that it is computed for here.
  public static let altitudes = Length.metres(-5000)...Length.metres(47_000)

  /// A layer in which temperature is linear in altitude.
  struct Layer {
    /// Altitude of its bottom, m.
    let base: Double
    /// Temperature there, K.
    let temperature: Double
    /// Change of temperature with altitude, K/m.
    let lapse: Double
    /// Pressure at its bottom, Pa.
    let pressure: Double

    func temperature(at altitude: Double) -> Double { temperature + lapse * (altitude - base) }

    func pressure(at altitude: Double) -> Double {
      guard lapse != 0 else {
        return pressure * exp(-gravity * (altitude - base) / (gasConstant * temperature))  // ISO 2533:1975, eq. 13
      }
      return pressure * pow(temperature(at: altitude) / temperature, -gravity / (gasConstant * lapse))  // eq. 12
    }

    func altitude(pressure other: Double) -> Double {
      guard lapse != 0 else { return base - gasConstant * temperature / gravity * log(other / pressure) }
      return base + temperature / lapse * (pow(other / pressure, -gasConstant * lapse / gravity) - 1)
    }

    func altitude(density: Double) -> Double {
      let ratio = density * gasConstant * temperature / pressure
      guard lapse != 0 else { return base - gasConstant * temperature / gravity * log(ratio) }
      // Density goes with the temperature to the power of that of the pressure, less one.
      return base + temperature / lapse * (pow(ratio, -1 / (gravity / (gasConstant * lapse) + 1)) - 1)
    }
  }

  /// The layers, from the ground.
  private static let layers: [Layer] = {
    var layers: [Layer] = []
    // ISO 2533:1975, table 4: altitude of the bottom and lapse.
    for (base, lapse) in [(0.0, -0.0065), (11_000, 0), (20_000, 0.001), (32_000, 0.0028)] {
      let below = layers.last
      layers.append(
        Layer(
          base: base, temperature: below?.temperature(at: base) ?? seaLevelTemperature, lapse: lapse,
          pressure: below?.pressure(at: base) ?? seaLevelPressure))
    }
    return layers
  }()

  private static func layer(_ isReached: (Layer) -> Bool) -> Layer { layers.last(where: isReached) ?? layers[0] }

  static func kelvins(atMetres altitude: Double) -> Double {
    layer { $0.base <= altitude }.temperature(at: altitude)
  }

  static func pascals(atMetres altitude: Double) -> Double { layer { $0.base <= altitude }.pressure(at: altitude) }

  static func metres(pascals: Double) -> Double { layer { $0.pressure >= pascals }.altitude(pressure: pascals) }

  static func metres(density: Double) -> Double {
    layer { $0.pressure / (gasConstant * $0.temperature) >= density }.altitude(density: density)
  }

  /// The temperature at a pressure altitude; beyond ``altitudes`` the outermost layer goes on.
  public static func temperature(at altitude: Length) -> Temperature { .kelvins(kelvins(atMetres: altitude.metres)) }

  /// The pressure at a pressure altitude, Pa.
  public static func pressurePascals(at altitude: Length) -> Double { pascals(atMetres: altitude.metres) }

  /// The density at a pressure altitude, kg/m³.
  public static func densityKilogramsPerCubicMetre(at altitude: Length) -> Double {
    pressurePascals(at: altitude) / (gasConstant * temperature(at: altitude).kelvins)
  }

  /// The pressure altitude of a pressure, above zero.
  public static func altitude(pressurePascals: Double) -> Length { .metres(metres(pascals: pressurePascals)) }

  /// The altitude at which the standard atmosphere has a density, above zero: the density altitude of such air.
  public static func altitude(densityKilogramsPerCubicMetre density: Double) -> Length {
    .metres(metres(density: density))
  }
}
