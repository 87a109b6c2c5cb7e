public import Units

/// What the losses of paths are made of: a wave, an Earth, ground and air.
public struct PathLossModel: Sendable, Hashable {
  /// The frequency.
  public let frequency: Frequency
  /// The Earth over which rays are straight.
  public let earth: EffectiveEarth
  /// How the wave is polarized.
  public let polarization: Polarization
  /// The share of the path over the sea, 0 to 1.
  public let seaShare: Double
  /// The air at sea level.
  public let air: SurfaceAir
  /// The rain; nil for none.
  public let rain: Rain?
  /// The share of time for which diffraction is wanted; nil for the median.
  public let timeShare: DiffractionTimeShare?

  private let diffraction: DeltaBullington
  private let enhanced: DeltaBullington?
  private let gas: GasAttenuation

  /// A model.
  /// - Parameters:
  ///   - frequency: 10 MHz to 1,000 GHz.
  ///   - earth: The effective Earth.
  ///   - seaShare: The share of the path over the sea, 0 to 1.
  ///   - air: The air at sea level; its water vapour 0 to 100 g/m³.
  /// - Throws: ``PropagationError`` with code `frequencyOutOfRange` or `airOutOfRange`.
  public init(
    frequency: Frequency, over earth: EffectiveEarth, polarization: Polarization = .horizontal, seaShare: Double = 0,
    air: SurfaceAir = SurfaceAir(), rain: Rain? = nil, timeShare: DiffractionTimeShare? = nil
  ) throws(PropagationError) {
    guard SurfaceAir.vapourDensities.contains(air.vapourDensity) else {
      throw PropagationError(
        .airOutOfRange, "\(air.vapourDensity) g/m³ of water vapour", remedy: "give 0 to 100, as in 7.5 or 20")
    }
    func model(_ earth: EffectiveEarth) throws(PropagationError) -> DeltaBullington {
      try DeltaBullington(frequency: frequency, over: earth, polarization: polarization, seaShare: seaShare)
    }
    diffraction = try model(earth)
    if timeShare == nil { enhanced = nil } else { enhanced = try model(DiffractionTimeShare.enhancedEarth) }
    gas = try GasAttenuation(frequency: frequency)
    self.frequency = frequency
    self.earth = earth
    self.polarization = polarization
    self.seaShare = seaShare
    self.air = air
    self.rain = rain
    self.timeShare = timeShare
  }

  /// The losses of a path between antennas at these altitudes above mean sea level.
  /// - Complexity: O(points of the profile).
  public func loss(along profile: PathProfile, from first: Length, to second: Length) -> PathLoss {
    let distance = Length.kilometres(profile.length)
    let terrain = diffraction.loss(along: profile, from: first, to: second)
    var counted = terrain.total
    if let timeShare, let enhanced {
      let best = enhanced.loss(along: profile, from: first, to: second).total
      counted += timeShare.weight * (best - counted)
    }
    return PathLoss(
      freeSpace: FreeSpaceLoss.oneWay(
        distance: earth.slantRange(groundDistance: distance, from: first, to: second), frequency: frequency),
      terrain: terrain, diffraction: Decibels(counted),
      gas: gas.loss(
        groundDistance: distance, from: first, to: second, over: earth, surface: air),
      rain: rainLoss(distance, first, second),
      rainyWay: rain?.way(groundDistance: distance, from: first, to: second, over: earth) ?? .zero)
  }

  /// Zero where ITU-R P.838 gives no figures, below 1 GHz: rain of any rate takes less than 0.01 dB/km there.
  private func rainLoss(_ distance: Length, _ first: Length, _ second: Length) -> Decibels {
    guard let rain else { return Decibels(0) }
    return
      (try? RainAttenuation.loss(
        in: rain, frequency: frequency, polarization: polarization, groundDistance: distance, from: first, to: second,
        over: earth)) ?? Decibels(0)
  }

  /// Where the frequency lies beyond what a Recommendation gives figures for.
  public var warnings: [RadarWarning] {
    let f = frequency.gigahertz
    var result: [RadarWarning] = []
    if !(0.1...50).contains(f) {
      result.append(
        RadarWarning(
          .diffractionFrequency,
          "ITU-R P.452 uses the delta-Bullington model from 0.1 to 50 GHz: beyond, diffraction is less certain"))
    }
    guard f < 1 else { return result }
    result.append(
      RadarWarning(.gasFrequency, "ITU-R P.676 gives gas attenuation from 1 GHz: below, its sum is continued"))
    if rain != nil {
      result.append(
        RadarWarning(.rainFrequency, "ITU-R P.838 gives rain attenuation from 1 GHz: none is counted below"))
    }
    return result
  }

  /// Where a path's losses lie beyond what the model counts.
  public func warnings(of loss: PathLoss, from first: Length, to second: Length) -> [RadarWarning] {
    var result: [RadarWarning] = []
    if loss.diffraction.value > 50 {
      result.append(
        RadarWarning(
          .troposcatter,
          "diffraction takes more than 50 dB: what the troposphere scatters, which is not counted, may be stronger"))
    }
    if max(first, second) > .kilometres(86) {
      result.append(
        RadarWarning(.airHeight, "ITU-R P.835 gives air up to 86 km: above, it is taken as that of 86 km"))
    }
    return result
  }
}
