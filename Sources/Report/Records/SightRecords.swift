internal import Coverage
internal import Geodesy
internal import Radar
internal import Units

extension Records {
  /// A row of `profile … --format csv`.
  /// - Parameters:
  ///   - isCovered: Whether something stands on the ground, whose top then has a column.
  ///   - hasLosses: Whether the losses to the target's height over each place have columns.
  static func sample(isCovered: Bool, hasLosses: Bool = false) -> Record<SightSample> {
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
    return Record(
      ground + (isCovered ? [top] : []) + sight + (hasLosses ? [.optionalObject("loss", pathLoss, \.loss)] : []))
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
      .length("distance", \.line.profile.distance), .angle("azimuth", \.azimuth),
      .angle("back_azimuth", \.backAzimuth), .angle("elevation", \.line.elevation),
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
      .json("losses", schema: sightLosses.schema) { $0.losses.map(sightLosses.object) },
    ]
  }

  fileprivate static var sightRadar: Record<SightReport.Radar> {
    [
      .text("name", \.name), .flag("sees_target", { $0.blindness == nil }), .text("cause", \.blindness?.rawValue),
      Field.share(
        "look_probability", \.look?.probability,
        meaning: "The probability with which one look detects the target, where looks count."
      ).inDocumentsIfAny,
      Field.share("wanted_probability", \.look?.wanted, meaning: "The detection.probability of the scenario.")
        .inDocumentsIfAny,
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

/// A place of a sight line where the ground comes near it or hides it.
private struct ObstacleRow {
  var obstacle: SightLine.Obstacle
  var position: Position?
}

extension SightReport {
  /// Nil along a profile file, which has no places.
  var azimuth: Angle? { line.profile.antenna == nil ? nil : line.profile.azimuth }
  var backAzimuth: Angle? { line.profile.antenna == nil ? nil : line.profile.backAzimuth }

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
