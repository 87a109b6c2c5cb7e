public import Units

/// The air and the rain through which a radar looks.
public struct Weather: Sendable, Hashable {
  /// Water vapour at sea level, g/m³: 7.5 in the mean atmosphere of the world, 20 and more in the wet tropics.
  public var surfaceVapourDensity: Double
  /// Temperature at sea level, K; nil for that of the reference atmosphere.
  public var surfaceTemperatureKelvin: Double?
  /// Barometric pressure at sea level, hPa; nil for that of the reference atmosphere.
  public var surfacePressureHectopascals: Double?
  /// Rain rate, mm/h; zero for none.
  public var rainRate: Double
  /// How high it rains, above mean sea level.
  public var rainHeight: Length
  /// The length of a ray that the rain covers at most, from where the ray enters it; nil for rain everywhere.
  public var rainExtent: Length?

  /// Weather; without arguments that of the mean atmosphere, without rain.
  ///
  /// The rain height of 5 km is that of latitudes below 23° in ITU-R P.839-2; later editions take it from a map.
  public init(
    surfaceVapourDensity: Double = 7.5, rainRate: Double = 0, rainHeight: Length = .kilometres(5),
    rainExtent: Length? = nil
  ) {
    self.surfaceVapourDensity = surfaceVapourDensity
    self.rainRate = rainRate
    self.rainHeight = rainHeight
    self.rainExtent = rainExtent
  }

  /// Weather in air of a state at sea level.
  public init(
    air: SurfaceAir, rainRate: Double = 0, rainHeight: Length = .kilometres(5), rainExtent: Length? = nil
  ) {
    self.init(
      surfaceVapourDensity: air.vapourDensity, rainRate: rainRate, rainHeight: rainHeight, rainExtent: rainExtent)
    (surfaceTemperatureKelvin, surfacePressureHectopascals) = (air.temperatureKelvin, air.pressureHectopascals)
  }

  /// The air at sea level.
  public var air: SurfaceAir {
    SurfaceAir(
      vapourDensity: surfaceVapourDensity, temperatureKelvin: surfaceTemperatureKelvin,
      pressureHectopascals: surfacePressureHectopascals)
  }
}
