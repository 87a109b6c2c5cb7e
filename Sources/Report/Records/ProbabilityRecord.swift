internal import Coverage
internal import Units

extension Records {
  /// `probability` of a band or an altitude in plan.json.
  static var probability: Record<ProbabilityRow> {
    [
      .inside(probabilityAreas, \.areas),
      .objectIfAny("region", Record(probabilityAreas), \.interest),
    ]
  }

  private static var probabilityAreas: [Field<DetectionAreas>] {
    [
      .list(
        "per_look", probabilityLevel,
        meaning: "Where one look of each radar detects the target with at least so much."
      ) { areas in LevelArea.all { areas.perLook(atLeast: $0) } },
      .list(
        "per_minute", probabilityLevel, meaning: "Where a minute of looks detects the target with at least so much."
      ) { areas in LevelArea.all { areas.perMinute(atLeast: $0) } },
      .area("unknown_area", \.unknown),
    ]
  }

  private static var probabilityLevel: Record<LevelArea> {
    [.number("at_least", \.level), .area("area", \.area)]
  }
}

/// The area over which a probability is reached.
private struct LevelArea {
  var level: Double
  var area: Area

  static func all(_ area: (Int) -> Area) -> [LevelArea] {
    DetectionAreas.levels.enumerated().map { LevelArea(level: $1, area: area($0)) }
  }
}
