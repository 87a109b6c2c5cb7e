/// What lies where no tile is.
public enum MissingTerrain: String, Sendable, Hashable, CaseIterable {
  /// Nobody knows.
  case unknown
  /// The sea at 0 m: archives hold no tiles of the ocean.
  case sea
}

/// What heights below sea level are where the sea may lie.
public enum SeaTerrain: String, Sendable, Hashable, CaseIterable {
  /// Found out from the files: ``SeaEvidence``.
  case detect
  /// The floor of the sea, whose surface at 0 m is the ground that counts.
  case surface
  /// Ground, as the files have it: land below sea level, or terrain whose sea is at 0 m already.
  case floor
}

/// The unit of heights.
public enum HeightUnit: String, Sendable, Hashable, CaseIterable {
  /// Metres.
  case metres = "m"
  /// International feet.
  case feet = "ft"
  /// US survey feet.
  case surveyFeet = "us-ft"

  /// Metres in one.
  public var metres: Double {
    switch self {
    case .metres: 1
    case .feet: 0.3048
    case .surveyFeet: 1200.0 / 3937
    }
  }
}

/// What is stated about terrain beyond its files.
public struct TerrainReading: Sendable, Hashable {
  /// What lies where no tile is.
  public var missing: MissingTerrain
  /// What heights below sea level are.
  public var sea: SeaTerrain
  /// What lies where a tile has no value: unknown, or the sea where the void is open to it.
  public var voids: MissingTerrain
  /// The unit of heights; nil for what the files state, metres where they state none.
  public var heights: HeightUnit?

  /// The usual reading, with what differs.
  public init(
    missing: MissingTerrain = .unknown, sea: SeaTerrain = .detect, voids: MissingTerrain = .unknown,
    heights: HeightUnit? = nil
  ) {
    self.missing = missing
    self.sea = sea
    self.voids = voids
    self.heights = heights
  }
}
