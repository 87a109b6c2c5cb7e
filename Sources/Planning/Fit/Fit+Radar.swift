internal import Coverage
internal import Geodesy
internal import Radar
internal import Scenario
internal import Units

extension Fit {
  /// The radar that is meant.
  /// - Throws: ``LookupError`` for an id that no radar has; ``FitError`` where several could be meant.
  static func station(_ question: FitQuestion, of scenario: Scenario) throws -> RadarStation {
    let station = try meant(question, of: scenario)
    guard station.type.kind.rule.arrangement != .illuminators else {
      throw FitError(
        .radar, "“\(station.id)” is a passive sensor, whose echoes depend on illuminators too",
        remedy: "fit radars, receivers and stations that see by themselves")
    }
    // A station of a system is fitted by what it hears itself.
    return station.alone
  }

  private static func meant(_ question: FitQuestion, of scenario: Scenario) throws -> RadarStation {
    let stations = scenario.existingStations
    let ids = stations.map(\.id)
    func named(_ id: String) throws(LookupError) -> RadarStation {
      guard let station = stations.first(where: { $0.id == id }) else { throw .unknown("radar", id, among: ids) }
      return station
    }
    if let id = question.radar { return try named(id) }
    guard !stations.isEmpty else {
      throw FitError(.radar, "the scenario has no radar", remedy: "give a site the type of the radar that stands there")
    }
    let stated = Set(question.observed.observations.compactMap(\.radar))
    let known = stated.intersection(ids)
    if known.count == 1, let id = known.first { return try named(id) }
    if known.isEmpty, let id = stated.min() { return try named(id) }
    if known.count > 1 {
      throw FitError(
        .radar, "\(question.observed.name) has observations of \(known.sorted().joined(separator: ", "))",
        remedy: "name one with --radar; the others then tell what it did not see")
    }
    if let centre = question.observed.centre {
      let near = stations.filter { Ellipsoid.wgs84.distance(from: $0.position, to: centre) < .kilometres(5) }
      if near.count == 1 { return near[0] }
      if near.isEmpty {
        throw FitError(
          .radar, "\(question.observed.name) is of an antenna at \(centre.decimal()), where the scenario has no radar",
          remedy: "name the radar with --radar, or correct the position of its site")
      }
    }
    guard stations.count == 1 else {
      throw FitError(
        .radar, "\(question.observed.name) does not say which radar it is of",
        remedy: "name it with --radar: \(ids.joined(separator: ", "))")
    }
    return stations[0]
  }

  /// Refuses observations that lie where this radar sees nothing, and says why they may.
  static func checkPlaces(_ own: [Observation], of station: RadarStation, _ name: String) throws(FitError) {
    guard !own.isEmpty else { return }
    let most = max(station.instrumentedRange * 2.5, .kilometres(100))
    func near(_ position: (Observation) -> Position) -> Int {
      own.count { Ellipsoid.wgs84.distance(from: station.position, to: position($0)) <= most }
    }
    let inside = near(\.position)
    guard inside * 2 < own.count else { return }
    let swapped = near { observation in
      let (north, east) = (observation.position.longitudeDegrees, observation.position.latitudeDegrees)
      return abs(north) <= 90 ? Position(latitudeDegrees: north, longitudeDegrees: east) : observation.position
    }
    let first = own[0].position
    let far = Ellipsoid.wgs84.distance(from: station.position, to: first)
    let what =
      "\(own.count - inside) of \(own.count) observations of \(name) lie farther than \(most.text) from “\(station.id)”, the first \(far.text) away at \(first.decimal())"
    throw FitError(
      .position, what,
      remedy: swapped * 2 > own.count
        ? "latitude and longitude are swapped: with the columns the other way round they lie around it"
        : "is the file in another coordinate reference system (--crs), or of another radar (--radar)?")
  }
}
