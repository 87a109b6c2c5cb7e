extension Temperature {
  /// The dew point of air of this temperature that holds a share of the vapour that saturates it over water.
  ///
  /// - Parameter relativeHumidity: From 0 to 1; air drier than one in a thousand counts as that, for dry air has no dew point.
  /// - Source: WMO-No. 8 (2018), vol. I, annex 4.B.
  public func dewPoint(relativeHumidity: Double) -> Temperature {
    let share = relativeHumidity.isFinite ? Swift.min(Swift.max(relativeHumidity, 1e-3), 1) : 1e-3
    let pressure = share * WaterVapour.pressure(dewPointCelsius: celsius)
    return Swift.min(
      .celsius(Swift.max(WaterVapour.dewPointCelsius(pressure: pressure), -100)), self)
  }
}
