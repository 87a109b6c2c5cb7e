internal import Coverage
internal import Geodesy
internal import Units

/// A sample of a sight line.
struct SightSample {
  var line: SightLine
  var sample: SightProfile.Sample
  fileprivate var altitude: Length { line.altitude(at: sample.distance) }
}

extension Records {
  /// A row of `profile … --format csv`.
  /// - Parameter isCovered: Whether something stands on the ground, whose top then has a column.
  static func sample(isCovered: Bool) -> Record<SightSample> {
    let ground: [Field<SightSample>] = [
      .length("distance", \.sample.distance, heading: "distance", csv: .metres(3)),
      .place({ $0.line.profile.position(at: $0.sample.distance) }, suffix: "_deg", csv: 8),
      .signedLength("ground_amsl", \.sample.ground, heading: "ground", csv: .metres(3), unit: "m AMSL", console: 1),
    ]
    let top: Field<SightSample> = .signedLength(
      "top_amsl", \.sample.top, heading: "top", csv: .metres(3), unit: "m AMSL", console: 1)
    let sight: [Field<SightSample>] = [
      .signedLength("sight_line_amsl", \.altitude, heading: "line", csv: .metres(3), unit: "m AMSL", console: 1),
      .signedLength(
        "clearance", { row in row.sample.top.map { row.altitude - $0 } }, heading: "clearance", csv: .metres(3),
        console: 1),
    ]
    return Record(ground + (isCovered ? [top] : []) + sight)
  }

  fileprivate static var end: Record<SightEnd> {
    [
      .text("name", \.name), .place(\.position, suffix: "_deg", json: 8),
      .signedLength("ground_amsl", \.ground), .signedLength("altitude_amsl", \.altitude),
      .signedLength("height_agl", { end in end.ground.map { end.altitude - $0 } }),
    ]
  }

  fileprivate static var point: Record<ObstacleRow> {
    [
      .length("distance", \.obstacle.distance), .place(\.position, suffix: "_deg", json: 8),
      .signedLength("ground_amsl", \.obstacle.ground), .signedLength("sight_line_amsl", \.obstacle.sightAltitude),
      .signedLength("above_sight_line", \.obstacle.obstruction),
    ]
  }

  /// Everything that the text of a sight line says; the samples are in ``SightReport/table``.
  static var sight: Record<SightReport> {
    [
      .object("antenna", end, \.antenna), .object("target", end, \.target), .number("effective_earth_k", \.line.k),
      .length("distance", \.line.profile.distance), .angle("azimuth", \.line.profile.azimuth),
      .angle("back_azimuth", \.line.profile.backAzimuth), .angle("elevation", \.line.elevation),
      .flag("in_sight", \.line.isVisible), .text("cause", \.line.cause?.rawValue),
      .signedLength("lowest_visible_amsl", \.line.lowestVisibleAltitude),
      .signedLength("lowest_visible_agl", \.line.lowestVisibleHeight),
      .angle("lowest_visible_elevation", \.line.lowestElevation),
      .optionalObject("blocking_point", point) { $0.point($0.line.blockingPoint) },
      .optionalObject("tightest_point", point) { $0.point($0.line.tightest) },
      .length("first_unknown", \.line.firstUnknown),
      .signedLength("clearing_antenna_amsl", \.line.clearingAntennaAltitude),
      .length("mast_to_clear", \.line.mastToClear),
      .json("radar", schema: sightRadar.schema) { $0.radar.map(sightRadar.object) },
    ]
  }

  fileprivate static var sightRadar: Record<SightReport.Radar> {
    [
      .text("name", \.name), .flag("sees_target", { $0.blindness == nil }), .text("cause", \.blindness?.rawValue),
    ]
  }

  /// A row of `profile … --horizon --format csv`.
  static var skyline: Record<SkylineRow> {
    [
      .angle("azimuth", \.direction.azimuth, heading: "azimuth", csv: .degrees(6), console: 1),
      .angle("elevation", \.direction.elevation, heading: "skyline", csv: .degrees(6), console: 3),
      .length("distance", \.direction.distance, heading: "distance", csv: .metres(3)),
      .signedLength("ground_amsl", \.direction.ground, heading: "ground", csv: .metres(3), unit: "m AMSL", console: 1),
      .place(\.position, suffix: "_deg", csv: 8),
      .length("known_to", \.direction.knownTo, heading: "known to", csv: .metres(3)),
    ]
  }

  /// A skyline with what it belongs to.
  static var horizon: Record<HorizonReport> {
    [
      .object("antenna", horizonAntenna, \.self), .number("effective_earth_k", \.profile.k),
      .length("range", \.profile.range), .rows("skyline", skyline, \.table),
    ]
  }

  fileprivate static var horizonAntenna: Record<HorizonReport> {
    [
      .text("name", \.name), .place(\.antenna, suffix: "_deg", json: 8),
      .signedLength("altitude_amsl", \.profile.antennaAltitude),
    ]
  }
}

/// An end of a sight line.
struct SightEnd {
  var name: String?
  var position: Position?
  var ground: Length?
  var altitude: Length
}

/// A place of a sight line where the ground comes near it or hides it.
private struct ObstacleRow {
  var obstacle: SightLine.Obstacle
  var position: Position?
}

extension SightReport {
  var antenna: SightEnd {
    let profile = line.profile
    return SightEnd(
      name: antennaName, position: profile.antenna, ground: profile.antennaGround, altitude: line.antennaAltitude)
  }

  var target: SightEnd {
    let profile = line.profile
    return SightEnd(
      name: targetName, position: profile.target, ground: profile.targetGround, altitude: line.targetAltitude)
  }

  fileprivate func point(_ obstacle: SightLine.Obstacle?) -> ObstacleRow? {
    obstacle.map { ObstacleRow(obstacle: $0, position: line.profile.position(at: $0.distance)) }
  }
}

/// The skyline in one azimuth.
struct SkylineRow {
  var direction: HorizonProfile.Direction
  /// Where the highest ground is.
  var position: Position?

  init(_ direction: HorizonProfile.Direction, from antenna: Position) {
    self.direction = direction
    position = direction.distance.map {
      Ellipsoid.wgs84.direct(from: antenna, azimuth: direction.azimuth, distance: $0).position.normalized
    }
  }
}
