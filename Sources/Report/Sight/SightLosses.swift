internal import Coverage
internal import Geodesy
public import Radar
public import Units

/// What the path of a sight line takes from a radar's wave.
public struct SightLosses: Sendable {
  /// How the losses are computed.
  public let model: PathLossModel
  /// The path's losses; nil where ground on the way is unknown or the target lies below the ground.
  public let loss: PathLoss?
  /// The losses from the antenna to the target's height over each sample of the line, in the samples' order; nil at the
  /// antenna, and where the target would be below the ground or ground on the way is unknown.
  public let alongTheWay: [PathLoss?]
  /// What limits the answer.
  public let warnings: [RadarWarning]
  /// What one look of the radar at the antenna's place makes of the target with these losses; nil without a radar whose
  /// type says enough, and where ``loss`` is nil.
  public internal(set) var look: Look?
  /// The factor of the effective Earth radius; nil where it is not known.
  var k: Double?

  /// One look.
  public struct Look: Sendable {
    /// The target's cross-section.
    public let crossSection: Area
    /// The signal-to-noise ratio of one pulse.
    public let signalToNoise: Decibels
    /// The probability that the look detects the target: zero outside the limits of range and beam.
    public let probability: DetectionProbability
    /// The probability of false alarm in the same resolution cell.
    let falseAlarm: Double
  }

  /// The same with what a look of a radar makes of them.
  func looked(by radar: RadarModel, along line: SightLine, at crossSection: Area) -> SightLosses {
    guard let loss else { return self }
    let slant = model.earth.slantRange(
      groundDistance: line.profile.distance, from: line.antennaAltitude, to: line.targetAltitude)
    var result = self
    result.look = Look(
      crossSection: crossSection,
      signalToNoise: radar.signalToNoise(
        slantRange: slant, elevation: line.elevation, crossSection: crossSection, loss: loss.beyondFreeSpace.twice),
      probability: radar.probability(
        slantRange: slant, elevation: line.elevation, crossSection: crossSection, loss: loss.beyondFreeSpace.twice),
      falseAlarm: radar.detector.falseAlarmProbability)
    return result
  }

  /// Losses of a line.
  /// - Parameters:
  ///   - path: The ground below it.
  ///   - target: The target's height, which counts over every sample as well.
  ///   - hasCurve: Whether ``alongTheWay`` is wanted, which takes the square of the samples; else it is empty.
  init(_ model: PathLossModel, of line: SightLine, path: PathProfile?, target: Altitude, hasCurve: Bool) {
    self.model = model
    let samples = line.profile.samples
    let antenna = line.antennaAltitude
    var warnings = model.warnings
    guard let path, line.cause != .belowGround else {
      loss = nil
      alongTheWay = samples.map { _ in nil }
      self.warnings =
        warnings + [
          RadarWarning(
            .noLosses, "losses are unknown where ground is unknown, and none where the target lies below it")
        ]
      return
    }
    let whole = model.loss(along: path, from: antenna, to: line.targetAltitude)
    warnings += model.warnings(of: whole, from: antenna, to: line.targetAltitude)
    loss = whole
    self.warnings = warnings
    alongTheWay =
      hasCurve
      ? samples.indices.map { index in
        if index == samples.count - 1 { return whole }
        guard index > 0 else { return nil }
        let ground = Length.metres(path.groundMetres[index])
        let height = target.height(overGroundAt: ground)
        guard height >= .zero else { return nil }
        return model.loss(along: path.prefix(through: index), from: antenna, to: ground + height)
      } : []
  }
}

extension SightProfile {
  /// The ground as propagation takes it; nil where some is unknown.
  var path: PathProfile? {
    var kilometres = samples.map(\.distance.kilometres)
    // Two crossings of posts may be one place.
    for index in kilometres.indices.dropFirst() {
      kilometres[index] = max(kilometres[index], kilometres[index - 1].nextUp)
    }
    let ground = samples.compactMap { $0.ground?.metres }
    let cover = samples.compactMap { sample in
      sample.top.flatMap { top in sample.ground.map { (top - $0).metres } }
    }
    guard ground.count == samples.count, cover.count == samples.count else { return nil }
    return try? PathProfile(kilometres: kilometres, groundMetres: ground, coverMetres: cover)
  }
}
