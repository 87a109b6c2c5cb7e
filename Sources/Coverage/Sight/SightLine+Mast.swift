public import Units

extension SightLine {
  /// The antenna's lowest altitude above mean sea level from which the target is in sight.
  ///
  /// For each place on the way it is the altitude at which the line from the target over that place's ground meets the
  /// vertical of the antenna; the highest of them counts, and never less than the ground under the antenna. It may be
  /// lower than the antenna stands.
  /// - Returns: Nil when ground on the way is unknown, when the target lies below the ground, or when no mast is high
  ///   enough.
  /// - Accuracy: a line from that altitude grazes to the rounding of doubles (`a mast of that height clears the line
  ///   and a lower one does not`).
  public var clearingAntennaAltitude: Length? {
    guard cause != .belowGround, cause != .unknownTerrain else { return nil }
    let target = (distance: profile.distance.metres, altitude: targetAltitude.metres)
    var lowest = profile.samples[0].groundMetres
    if lowest.isNaN { lowest = -.infinity }
    for sample in profile.samples.dropFirst().dropLast() {
      lowest = max(lowest, geometry.antenna(target: target, over: (sample.metres, sample.topMetres)))
    }
    return lowest.isFinite ? .metres(lowest) : nil
  }

  /// How much higher the antenna would have to stand for the target to be in sight; zero when it is.
  /// - Returns: Nil when no mast is of use; see ``clearingAntennaAltitude``.
  public var mastToClear: Length? {
    if isVisible { return .zero }
    return clearingAntennaAltitude.map { max($0 - antennaAltitude, .zero) }
  }
}
