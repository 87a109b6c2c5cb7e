internal import Foundation
public import Units

/// The air at one place: how thin it is to a wing, a rotor and an engine.
///
/// Density altitude is the altitude of the standard atmosphere at which it has this density. Water vapour is lighter than air:
/// with a dew point the density is that of the mixture, without one that of dry air.
/// - Accuracy: 0.5 m dry and 5 m humid (`density altitudes are those of the reference`).
public struct AirState: Sendable, Hashable {
  /// Pressure altitude: what an altimeter set to 1013.25 hPa shows.
  public let pressureAltitude: Length
  /// Temperature.
  public let temperature: Temperature
  /// Dew point; nil where the air is taken as dry.
  public let dewPoint: Temperature?

  /// The air at a pressure altitude.
  /// - Throws: ``ConditionsError``: `altitudeOutOfRange` outside −5,000 to 47,000 m, `impossibleTemperature` for what is not
  ///   above absolute zero and for a dew point above the temperature.
  public init(
    pressureAltitude: Length, temperature: Temperature, dewPoint: Temperature? = nil
  ) throws(ConditionsError) {
    guard pressureAltitude.isFinite, StandardAtmosphere.altitudes.contains(pressureAltitude) else {
      throw Self.outside(pressureAltitude)
    }
    guard temperature.kelvins > 0, temperature.kelvins.isFinite else {
      throw ConditionsError(
        .impossibleTemperature, "\(temperature.celsius) °C is not above absolute zero",
        remedy: "write the temperature in °C")
    }
    if let dewPoint {
      guard dewPoint <= temperature else {
        throw ConditionsError(
          .impossibleTemperature,
          "the dew point, \(dewPoint.celsius.significant(4)) °C, is above the temperature, "
            + "\(temperature.celsius.significant(4)) °C",
          remedy: "a dew point is at most the temperature, which it equals in fog")
      }
      // Below, the formula of the vapour pressure ends, and there is no vapour to speak of.
      guard dewPoint.celsius >= -100 else {
        throw ConditionsError(
          .impossibleTemperature, "the dew point \(dewPoint.celsius.significant(4)) °C is below -100 °C",
          remedy: "leave it out where the air is dry")
      }
    }
    self.init(unchecked: pressureAltitude, temperature, dewPoint)
  }

  /// The dry air at a pressure altitude on a day that is warmer or colder than the standard atmosphere.
  /// - Throws: ``ConditionsError`` as ``init(pressureAltitude:temperature:dewPoint:)``.
  public init(pressureAltitude: Length, isaDeviationKelvins: Double) throws(ConditionsError) {
    try self.init(
      pressureAltitude: pressureAltitude,
      temperature: .kelvins(StandardAtmosphere.temperature(at: pressureAltitude).kelvins + isaDeviationKelvins))
  }

  init(unchecked pressureAltitude: Length, _ temperature: Temperature, _ dewPoint: Temperature?) {
    self.pressureAltitude = pressureAltitude
    self.temperature = temperature
    self.dewPoint = dewPoint
  }

  private static func outside(_ altitude: Length) -> ConditionsError {
    ConditionsError(
      .altitudeOutOfRange,
      "a pressure altitude of \(altitude.metres.significant(6)) m is outside the standard atmosphere",
      remedy: "write one from -5000 to 47000 m")
  }
}

extension AirState {
  /// Its pressure, Pa.
  public var pressurePascals: Double { StandardAtmosphere.pressurePascals(at: pressureAltitude) }

  /// The part of the pressure that is water vapour, Pa; zero for dry air.
  public var vapourPressurePascals: Double {
    dewPoint.map { WaterVapour.pressure(dewPointCelsius: $0.celsius) } ?? 0
  }

  /// Its density, kg/m³.
  public var densityKilogramsPerCubicMetre: Double {
    Self.dryPressure(pressurePascals, vapourPressurePascals) / (StandardAtmosphere.gasConstant * temperature.kelvins)
  }

  /// Density altitude, to a tenth of a millimetre: in standard air it is the altitude, so that limits at it hold.
  public var densityAltitude: Length {
    let exact = StandardAtmosphere.altitude(densityKilogramsPerCubicMetre: densityKilogramsPerCubicMetre).metres
    return .metres((exact * 1e4).rounded() / 1e4)
  }

  /// How much warmer it is than the standard atmosphere at its pressure altitude, K.
  public var isaDeviationKelvins: Double {
    temperature.kelvins - StandardAtmosphere.temperature(at: pressureAltitude).kelvins
  }

  /// The pressure of dry air of the same temperature and density: p − (1 − ε)e.
  static func dryPressure(_ pressure: Double, _ vapour: Double) -> Double {
    pressure - (1 - WaterVapour.massRatio) * vapour  // from ρ = (p − e)/(R T) + ε e/(R T)
  }
}
