public import Units

extension RadarType {
  /// The type with looks that count: its range for a target becomes the one at which a look has the wanted probability.
  /// - Throws: ``DetectionError``, ``RangeEquationError`` for what the type or the settings state out of range.
  public func looking(_ settings: DetectionSettings) throws -> RadarType {
    var type = self
    guard let model = try RadarModel(self, assuming: settings.defaults) else { return self }
    let needed = try model.requiredSignalToNoise(detection: settings.probability)
    let excess = model.referenceSignalToNoise.value - needed.value
    let isEcho = model.crossSection != nil
    type.looks = TypeLooks(
      settings: settings, range: model.range * Decibels(excess / (isEcho ? 4 : 2)).ratio,
      crossSection: model.crossSection, signalToNoise: needed,
      wave: LookWave(of: self, settings.losses))
    return type
  }

  /// The model of its looks; nil for a type whose looks do not count (``looking(_:)``).
  /// - Parameter tilt: The antenna's mechanical tilt, upwards positive.
  public func lookModel(tilt: Angle = .zero) -> RadarModel? {
    guard let looks else { return nil }
    // It could be made for ``looking(_:)``.
    return (try? RadarModel(self, tilt: tilt, assuming: looks.settings.defaults)) ?? nil
  }

  /// Which radial speeds its looks do not detect; nil for a type that states none, and for replies.
  public var movingTargetLimit: MovingTargetLimit? {
    guard kind.rule.signal == .echo, let least = parameters.minimumRadialSpeed, least > .zero else { return nil }
    let blind =
      parameters.isStaggered
      ? nil
      : parameters.frequency.flatMap { frequency in
        parameters.pulseRepetition.map { MovingTargetLimit.blindSpeed(frequency: frequency, pulseRepetition: $0) }
      }
    return MovingTargetLimit(minimumRadialSpeed: least, blindSpeed: blind)
  }
}

extension DetectionSettings {
  /// What types assume that state nothing.
  public var defaults: RadarDefaults {
    RadarDefaults(falseAlarmProbability: falseAlarmProbability, fluctuation: fluctuation)
  }
}
