public import Coverage
internal import Geodesy
internal import Units

/// A sight line for reading, for files and as a drawing.
public struct SightReport: Sendable {
  /// The line.
  public var line: SightLine
  /// What the antenna's place is called; nil for no name.
  public var antennaName: String?
  /// What the target's place is called; nil for no name.
  public var targetName: String?
  /// The radar whose limits count as well, and why it does not see the target; nil when only the line is asked for.
  public var radar: Radar?

  /// A radar at the line's start.
  public struct Radar: Sendable {
    /// Its name for people.
    public var name: String
    /// Why it does not see the target; nil when it does.
    public var blindness: Blindness?

    /// A radar at the line's start.
    public init(name: String, blindness: Blindness?) {
      self.name = name
      self.blindness = blindness
    }
  }

  /// A report of a line.
  public init(_ line: SightLine, antennaName: String? = nil, targetName: String? = nil, radar: Radar? = nil) {
    self.line = line
    self.antennaName = antennaName
    self.targetName = targetName
    self.radar = radar
  }

  /// The samples: place, ground, line and the clearance between them.
  public var table: ReportTable {
    var table = ReportTable([
      .shown("distance_m", "distance", "m", decimals: 3, console: 0),
      .fileOnly("latitude_deg", decimals: 8),
      .fileOnly("longitude_deg", decimals: 8),
      .shown("ground_amsl_m", "ground", "m AMSL", decimals: 3, console: 1),
      .shown("sight_line_amsl_m", "line", "m AMSL", decimals: 3, console: 1),
      .shown("clearance_m", "clearance", "m", decimals: 3, console: 1),
    ])
    for sample in line.profile.samples {
      let place = line.profile.position(at: sample.distance)
      let altitude = line.altitude(at: sample.distance)
      table.append([
        .number(sample.distance.metres), .optional(place?.latitudeDegrees), .optional(place?.longitudeDegrees),
        .optional(sample.ground?.metres), .number(altitude.metres),
        .optional(sample.ground.map { (altitude - $0).metres }),
      ])
    }
    return table
  }

  /// Everything that the text says, with units in the keys; the samples are in ``table``.
  public var json: String {
    let profile = line.profile
    func metres(_ length: Length?) -> JSON { length.map { .number($0.metres, decimals: 3) } ?? .null }
    func degrees(_ angle: Angle?) -> JSON { angle.map { .number($0.degrees, decimals: 6) } ?? .null }
    func end(_ name: String?, _ place: Position?, _ ground: Length?, _ altitude: Length) -> JSON {
      .object([
        "name": name.map { .string($0) } ?? .null,
        "latitude_deg": place.map { .number($0.latitudeDegrees, decimals: 8) } ?? .null,
        "longitude_deg": place.map { .number($0.longitudeDegrees, decimals: 8) } ?? .null,
        "ground_amsl_m": metres(ground), "altitude_amsl_m": metres(altitude),
        "height_agl_m": metres(ground.map { altitude - $0 }),
      ])
    }
    func obstacle(_ obstacle: SightLine.Obstacle?) -> JSON {
      guard let obstacle else { return .null }
      let place = profile.position(at: obstacle.distance)
      return .object([
        "distance_m": metres(obstacle.distance),
        "latitude_deg": place.map { .number($0.latitudeDegrees, decimals: 8) } ?? .null,
        "longitude_deg": place.map { .number($0.longitudeDegrees, decimals: 8) } ?? .null,
        "ground_amsl_m": metres(obstacle.ground), "sight_line_amsl_m": metres(obstacle.sightAltitude),
        "above_sight_line_m": metres(obstacle.obstruction),
      ])
    }
    var members: [JSON.Member] = []
    func add(_ key: String, _ value: JSON) { members.append(JSON.Member(key: key, value: value)) }
    add("antenna", end(antennaName, profile.antenna, profile.antennaGround, line.antennaAltitude))
    add("target", end(targetName, profile.target, profile.targetGround, line.targetAltitude))
    add("effective_earth_k", .number(line.k, decimals: 6))
    add("distance_m", metres(profile.distance))
    add("azimuth_deg", degrees(profile.azimuth))
    add("back_azimuth_deg", degrees(profile.backAzimuth))
    add("elevation_deg", degrees(line.elevation))
    add("in_sight", .bool(line.isVisible))
    add("cause", line.cause.map { .string($0.rawValue) } ?? .null)
    add("lowest_visible_amsl_m", metres(line.lowestVisibleAltitude))
    add("lowest_visible_agl_m", metres(line.lowestVisibleHeight))
    add("lowest_visible_elevation_deg", degrees(line.lowestElevation))
    add("blocking_point", obstacle(line.blockingPoint))
    add("tightest_point", obstacle(line.tightest))
    add("first_unknown_m", metres(line.firstUnknown))
    add("clearing_antenna_amsl_m", metres(line.clearingAntennaAltitude))
    add("mast_to_clear_m", metres(line.mastToClear))
    if let radar {
      add(
        "radar",
        .object([
          "name": .string(radar.name), "sees_target": .bool(radar.blindness == nil),
          "cause": radar.blindness.map { .string($0.rawValue) } ?? .null,
        ]))
    }
    return JSON.object(members).text
  }
}
