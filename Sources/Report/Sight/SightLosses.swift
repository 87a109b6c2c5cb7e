internal import Coverage
internal import Geodesy
public import Radar
internal import Units

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
  public let warnings: [String]

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
      self.warnings = warnings + ["losses are unknown where ground is unknown, and none where the target lies below it"]
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
