public import Units

/// What the way takes from looks, of all that may be counted.
public struct LookLosses: Sendable, Hashable {
  /// Whether oxygen and water vapour count, ITU-R P.676.
  public var gases: Bool
  /// Whether the rain of ``weather`` counts, ITU-R P.838.
  public var rain: Bool
  /// Whether diffraction over the terrain counts, ITU-R P.526: shadows have a soft edge then.
  public var diffraction: Bool
  /// The air and the rain.
  public var weather: Weather

  /// Losses; none unless stated.
  public init(gases: Bool = false, rain: Bool = false, diffraction: Bool = false, weather: Weather = Weather()) {
    self.gases = gases
    self.rain = rain
    self.diffraction = diffraction
    self.weather = weather
  }

  /// Whether anything counts.
  public var areCounted: Bool { gases || rain || diffraction }
}

/// The wave of a radar whose looks lose some of it on their way.
public struct LookWave: Sendable, Hashable {
  /// The lowest frequency for which diffraction has figures.
  /// - Source: ITU-R P.526-15, § 3.
  public static let lowestOfDiffraction = Frequency.megahertz(10)
  /// The lowest frequency for which rain has figures: below, rain of any rate takes less than 0.01 dB/km, and none is counted.
  /// - Source: ITU-R P.838-3.
  public static let lowestOfRain = Frequency.gigahertz(1)

  /// The frequency.
  public let frequency: Frequency
  /// How it is polarized.
  public let polarization: Polarization
  /// What counts.
  public let losses: LookLosses

  /// The wave of a type; nil where nothing counts and where the type states no frequency.
  init?(of parameters: RadarParameters, _ losses: LookLosses?) {
    guard let losses, losses.areCounted, let frequency = parameters.frequency else { return nil }
    self.frequency = frequency
    polarization = parameters.polarization ?? .horizontal
    self.losses = losses
  }

  /// Whether gases or rain count.
  public var countsAir: Bool { losses.gases || losses.rain }

  /// What gases and rain take on rays from an antenna; nil where neither counts.
  /// - Parameters:
  ///   - antenna: Above mean sea level.
  ///   - earth: The Earth over which rays are straight.
  public func air(from antenna: Length, over earth: EffectiveEarth) -> RayLoss? {
    guard countsAir else { return nil }
    var weather = losses.weather
    if !losses.rain || frequency < Self.lowestOfRain { weather.rainRate = 0 }
    // What it refuses was refused when the type was read.
    return try? RayLoss(
      frequency: frequency, polarization: polarization, weather: weather, countsGas: losses.gases, antenna: antenna,
      earth: earth)
  }

  /// Diffraction over an Earth; nil where it does not count, and below ``lowestOfDiffraction``.
  public func diffraction(over earth: EffectiveEarth) -> DeltaBullington? {
    guard losses.diffraction else { return nil }
    return try? DeltaBullington(frequency: frequency, over: earth, polarization: polarization)
  }
}
