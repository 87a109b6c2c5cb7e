public import Radar
public import Units

/// The wave and the air whose losses on the way are wanted.
public struct SightWave: Sendable, Hashable {
  /// The frequency.
  public var frequency: Frequency
  /// How the wave is polarized.
  public var polarization: Polarization
  /// The share of the way over the sea, 0 to 1; nil for that of the profile file's zones, else none.
  public var seaShare: Double?
  /// The air at sea level.
  public var air: SurfaceAir
  /// The rain; nil for none.
  public var rain: Rain?
  /// The share of time for which diffraction is wanted; nil for the median.
  public var timeShare: DiffractionTimeShare?

  /// A wave in the reference atmosphere without rain.
  public init(
    frequency: Frequency, polarization: Polarization = .horizontal, seaShare: Double? = nil,
    air: SurfaceAir = SurfaceAir(), rain: Rain? = nil, timeShare: DiffractionTimeShare? = nil
  ) {
    self.frequency = frequency
    self.polarization = polarization
    self.seaShare = seaShare
    self.air = air
    self.rain = rain
    self.timeShare = timeShare
  }

  func model(over earth: EffectiveEarth, seaShare share: Double?) throws(PropagationError) -> PathLossModel {
    try PathLossModel(
      frequency: frequency, over: earth, polarization: polarization, seaShare: seaShare ?? share ?? 0,
      air: air, rain: rain, timeShare: timeShare)
  }
}
