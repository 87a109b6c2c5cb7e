internal import Coverage
public import Geodesy
internal import Radar
public import Scenario
public import Terrain
public import Units

/// A question about the line of sight of one antenna over terrain.
public struct SightQuestion: Sendable {
  /// The terrain; nil for a question of a profile file.
  public var terrain: Terrain?
  /// The scenario that names places, and whose radars, factor and target count; nil for none.
  public var scenario: Scenario?
  /// How high the antenna stands; nil for that of the radar at its place, else 20 m above ground.
  public var antenna: Altitude?
  /// The factor of the effective Earth radius; nil for the scenario's, else 4/3.
  public var k: Double?
  /// The radius of the effective Earth itself, in place of a factor; nil for the factor.
  public var effectiveRadius: Length?
  /// The wave whose losses are wanted; nil for none.
  public var wave: SightWave?
  /// Whether losses are wanted for the target's height over every sample of the line as well.
  public var hasLossCurve = false
  /// Limits of a radar of its own; nil for those of the radar at the antenna's place, if there is one.
  public var limits: BeamLimits?

  /// A question.
  public init(terrain: Terrain?, scenario: Scenario? = nil) {
    self.terrain = terrain
    self.scenario = scenario
  }

  /// The line from an antenna to a target.
  /// - Parameters:
  ///   - a: The antenna's place: a position, or the key of a site, base, strip or point of a route.
  ///   - b: The target's place.
  ///   - target: How high the target is; nil for what the place says, else 100 m above ground.
  /// - Throws: An error that names the place that cannot be used.
  public func line(from a: String, to b: String, target: Altitude? = nil) throws -> SightReport {
    let (antenna, other) = (try place(a, "antenna"), try place(b, "target"))
    let target = target ?? other.altitude ?? Self.usualTarget
    let profile = try SightProfile.along(from: antenna.position, to: other.position, over: try ground)
    let line = try SightLine(over: profile, antenna: height(at: antenna), target: target, k: factor(over: profile))
    var report = SightReport(
      line, antennaName: antenna.name, targetName: other.name, radar: radar(at: antenna, line))
    if let terrain {
      report.hasCover = terrain.cover != nil
      report.heightsFrom = terrain.model.heightsClause
      if terrain.raise != .zero { report.raise = (terrain.raise, terrain.reading.errorRadius) }
    }
    report.worst = worstText
    report.losses = try losses(of: line, path: profile.path, target: target)
    if let losses = report.losses, let station = antenna.station, let sought = scenario?.coverageTarget,
      let radar = try RadarModel(station.type, tilt: station.tilt)
    {
      report.losses = losses.looked(by: radar, along: line, at: sought.crossSection)
    }
    return report
  }

  /// The line from the first point of a profile file to the last.
  /// - Parameters:
  ///   - file: The profile.
  ///   - target: How high the target is.
  /// - Throws: An error that says which height cannot be used, or why there are no losses.
  public func line(along file: SightFile, target: Altitude) throws -> SightReport {
    let profile = SightProfile(
      distances: file.path.kilometres.map { .kilometres($0) }, ground: file.path.groundMetres.map { .metres($0) },
      top: file.path.surfaceMetres.map { .metres($0) })
    let line = try SightLine(
      over: profile, antenna: antenna ?? .aboveGround(.metres(20)), target: target, k: factor(over: profile))
    var report = SightReport(line)
    report.losses = try losses(of: line, path: file.path, target: target, seaShare: file.seaShare)
    return report
  }

  /// The middle of the way between two places, or the first where there is no other.
  /// - Throws: An error that names the place that cannot be used.
  public func middle(from a: String, to b: String?) throws -> Position {
    let first = try place(a, "antenna").position
    guard let b else { return first }
    let way = Ellipsoid.wgs84.inverse(from: first, to: try place(b, "target").position)
    return Ellipsoid.wgs84.direct(from: first, azimuth: way.azimuth, distance: way.distance / 2).position
  }

  /// How high a target is of which nobody says so.
  public static let usualTarget = Altitude.aboveGround(.metres(100))

  private func losses(
    of line: SightLine, path: PathProfile?, target: Altitude, seaShare: Double? = nil
  ) throws -> SightLosses? {
    guard let wave else { return nil }
    // The same Earth as the line's.
    let earth = EffectiveEarth(k: line.k * line.profile.radiusOfCurvature.metres / EffectiveEarth.meanRadius.metres)
    let model = try wave.model(over: earth, seaShare: seaShare)
    var losses = SightLosses(model, of: line, path: path, target: target, hasCurve: hasLossCurve)
    losses.k = line.k
    return losses
  }

  private var ground: Terrain {
    get throws {
      guard let terrain else { throw OutsideError(description: "no terrain: a line between places needs one") }
      return terrain
    }
  }

  /// Which ends of the scenario's bands count; nil where it states none, or the question has a factor of its own.
  private var worstText: String? {
    guard let scenario, let doubt = scenario.doubt else { return nil }
    let isBand = k == nil && effectiveRadius == nil && doubt.low.k != doubt.high.k
    let parts = [
      isBand ? "k \(factor.fixed(3)) (atmosphere: k_band)" : nil,
      scenario.countedText.map { _ in
        "a cross-section of \(scenario.coverageTarget.crossSection.crossSectionText) for "
          + "\(scenario.statedCrossSection.crossSectionText) (rcs_spread_db)"
      },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func factor(over profile: SightProfile) -> Double {
    effectiveRadius.map { $0 / profile.radiusOfCurvature } ?? factor
  }

  /// The skyline around an antenna.
  /// - Parameters:
  ///   - a: The antenna's place: a position, or the key of a site, base, strip or point of a route.
  ///   - count: Azimuths around the circle.
  /// - Throws: An error that says why the place cannot be used.
  public func skyline(of a: String, range: Length, count: Int, workers: Int) throws -> HorizonReport {
    let (antenna, terrain) = (try place(a, "antenna"), try ground)
    let altitude = try height(at: antenna).ofAntenna(at: antenna.position, over: terrain).altitude
    let window = try terrain.surface(around: antenna.position, radius: range)
    let spot = AntennaPlace.position(
      latitudeDegrees: antenna.position.latitudeDegrees, longitudeDegrees: antenna.position.longitudeDegrees)
    return HorizonReport(
      try HorizonProfile.compute(
        terrain: window, antenna: spot, antennaAltitude: altitude, range: range, k: factor, count: count,
        workers: workers),
      antenna: antenna.position, name: antenna.name)
  }

  private var factor: Double { k ?? scenario?.effectiveEarthFactor ?? EffectiveEarth.standardFactor }

  private func height(at place: Spot) -> Altitude {
    antenna ?? place.station?.antenna ?? .aboveGround(.metres(20))
  }

  /// A position, with its name and its radar where the scenario has them.
  private struct Spot {
    var position: Position
    var name: String?
    var station: RadarStation?
    /// How high a target flies over it; nil where it does not say.
    var altitude: Altitude?
  }

  private func place(_ text: String, _ what: String) throws -> Spot {
    let (place, terrain) = (try named(text) ?? Spot(position: try Position(parsing: text)), try ground)
    guard try terrain.isInside([place.position])[0] || terrain.missing == .sea else {
      throw OutsideError(
        description:
          "the \(what) at \(place.position.decimal()) lies outside the terrain \(terrain.name): atalaya terrain info "
          + "prints its bounds")
    }
    return place
  }

  /// Nil for a text that is a position and not a key.
  private func named(_ text: String) throws -> Spot? {
    do {
      return (try scenario?.place(named: text)).map {
        Spot(position: $0.position, name: $0.name, station: $0.station, altitude: $0.altitude)
      }
    } catch {
      if (try? Position(parsing: text)) != nil { return nil }
      throw error
    }
  }

  /// The radar at the antenna's place, judged by its own limits too: those that are stated, else the site's.
  private func radar(at antenna: Spot, _ line: SightLine) -> SightReport.Radar? {
    if let limits {
      // Farther than any line is followed.
      let station = BeamLimits.station(
        limits, at: antenna.position, range: .kilometres(10_000), antennaHeight: .zero)
      return judged(station, BeamLimits.target, line, name: "a radar \(limits.words)")
    }
    guard let station = antenna.station, let target = scenario?.coverageTarget,
      station.type.kind.rule.arrangement != .illuminators
    else { return nil }
    return judged(station, target, line, name: "\(station.type.name) at \(station.name)")
  }

  private struct OutsideError: Error, CustomStringConvertible { let description: String }
}
