internal import Foundation

/// Water vapour in the air.
enum WaterVapour {
  /// Ratio of the molar masses of water and dry air.
  static let massRatio = 0.62198  // WMO-No. 8 (2018), vol. I, annex 4.A

  /// The vapour pressure of air with a dew point, Pa: that of saturation over water, also below freezing.
  ///
  /// The enhancement of some 0.4 % by the pressure of the air is left out; it is worth 2 m of density altitude in the tropics.
  /// - Source: WMO-No. 8 (2018), vol. I, annex 4.B, Magnus formula over water, −45 to 60 °C.
  static func pressure(dewPointCelsius t: Double) -> Double {
    611.2 * exp(17.62 * t / (243.12 + t))  // WMO-No. 8, annex 4.B, e_w(t)
  }

  /// The dew point of a vapour pressure, °C; the inverse of ``pressure(dewPointCelsius:)``.
  static func dewPointCelsius(pressure: Double) -> Double {
    let ratio = log(pressure / 611.2)
    return 243.12 * ratio / (17.62 - ratio)  // WMO-No. 8, annex 4.B, t_d
  }
}
