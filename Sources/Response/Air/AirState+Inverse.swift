internal import Foundation
public import Units

extension AirState {
  /// The temperature at which air of a pressure altitude has a density altitude: the hottest in which an aircraft with that
  /// limit still does what the limit is about.
  ///
  /// - Parameter dewPoint: The dew point; nil for dry air. The answer can be below it: then no air with it is so dense.
  public static func temperature(
    pressureAltitude: Length, densityAltitude: Length, dewPoint: Temperature? = nil
  ) -> Temperature {
    let vapour = dewPoint.map { WaterVapour.pressure(dewPointCelsius: $0.celsius) } ?? 0
    let pressure = StandardAtmosphere.pressurePascals(at: pressureAltitude)
    let density = StandardAtmosphere.densityKilogramsPerCubicMetre(at: densityAltitude)
    return .kelvins(dryPressure(pressure, vapour) / (StandardAtmosphere.gasConstant * density))
  }

  /// The pressure altitude at which dry air, warmer or colder than standard by so much, has a density altitude.
  ///
  /// - Returns: To a millimetre; nil outside −5,000 to 47,000 m.
  public static func pressureAltitude(densityAltitude: Length, isaDeviationKelvins: Double) -> Length? {
    func excess(_ metres: Double) -> Double {
      let kelvins = max(StandardAtmosphere.kelvins(atMetres: metres) + isaDeviationKelvins, 1)
      let density = StandardAtmosphere.pascals(atMetres: metres) / (StandardAtmosphere.gasConstant * kelvins)
      return StandardAtmosphere.metres(density: density) - densityAltitude.metres
    }
    var (low, high) = (
      StandardAtmosphere.altitudes.lowerBound.metres, StandardAtmosphere.altitudes.upperBound.metres
    )
    guard excess(low) <= 0, excess(high) >= 0 else { return nil }
    while high - low > 1e-3 {
      let middle = (low + high) / 2
      if excess(middle) <= 0 { low = middle } else { high = middle }
    }
    return .metres((low + high) / 2)
  }
}
