public import Units

/// What a path between two antennas takes from a wave, one way, part by part.
///
/// Between isotropic antennas. An echo takes the path twice: see ``twice``.
public struct PathLoss: Sendable, Hashable {
  /// The spreading of the wave in free space.
  public let freeSpace: Decibels
  /// Diffraction over the terrain in the median of time, part by part.
  public let terrain: DeltaBullington.Loss
  /// Diffraction as it counts in ``total``: that of ``terrain``, or what is not exceeded for a share of the time.
  public let diffraction: Decibels
  /// Oxygen and water vapour.
  public let gas: Decibels
  /// Rain.
  public let rain: Decibels
  /// How much of the slant path is in rain.
  public let rainyWay: Length

  /// All parts.
  public var total: Decibels { Decibels(freeSpace.value + beyondFreeSpace.value) }
  /// All parts but free space.
  public var beyondFreeSpace: Decibels { Decibels(diffraction.value + gas.value + rain.value) }
}

extension Decibels {
  /// The loss there and back again.
  public var twice: Decibels { Decibels(2 * value) }
}
