internal import Foundation
internal import GeoFiles
package import Geodesy
internal import Units

extension Route {
  /// The fastest route over a ground in memory.
  ///
  /// Where the proof leaves room for a faster one, ever finer grids look for it there.
  /// - Parameters:
  ///   - aim: By how much the time may exceed what is proven to be the least, as a share, before the search ends; it also ends
  ///     where grids become too large, or bring little.
  ///   - limit: Seconds beyond which a route is not worth the search.
  ///   - isProven: Whether that search is made. Without it one coarser grid has to do, unless it shows no way at all, and what is
  ///     proven is the straight line at the greatest speed.
  /// - Throws: ``RouteError`` that says why there is none.
  package static func find(
    from start: Position, to end: Position, _ aircraft: RouteAircraft, wind: RouteWind = .calm,
    areas: [RouteArea] = [], over ground: RouteGround, aim: Double = 0.03, limit: Double = .infinity,
    isProven: Bool = true
  ) throws(RouteError) -> Route {
    let question = try RouteQuestion(ground, aircraft, wind, areas, near: start)
    let first = try altitude(over: start, named: "start", question)
    let last = try altitude(over: end, named: "end", question)
    let lowest = min(ground.lowest + question.clearance, first, last)
    let marks = [first, last] + RouteSearch.marks(question)
    let length = Ellipsoid.wgs84.distance(from: start, to: end).metres
    let coarse = AirColumn(aircraft, wind, lowest: lowest, step: 150, marks: marks)
    guard !coarse.airspeeds.isEmpty else { throw RouteError(.aboveCeiling, "the ceiling is below all ground") }
    let step = gridStep(ground, nodes: isProven ? 250_000 : 60_000)
    var search = RouteSearch(
      question: question, grid: try RouteGrid(ground, step: step), start: start, end: end, first: first, last: last,
      lowest: lowest, column: coarse, interval: max(length / 250, question.fineStep),
      fineInterval: max(length / (isProven ? 1000 : 300), question.fineStep))
    let ways = [[start, end]]
    let straight = try RouteLine(through: [start, end], question, interval: search.fineInterval)
    var open = straight
    open.floors = open.floors.map { _ in -.infinity }
    open.closed = open.closed.map { _ in [] }
    let free = profile(open, question, lowest: lowest, first, last)?.profile.seconds
    let direct = profile(straight, question, lowest: lowest, first, last)
    if let free, let direct, direct.profile.seconds <= free * (1 + 1e-6), wind.isCalm,
      aircraft.airspeed.speeds.count == 1
    {
      // Nothing is in the way of the shortest line: no way is shorter, and none climbs or descends faster.
      let (up, down) = (
        search.clock(isReversed: false, isLoose: true).time(to: last),
        search.clock(isReversed: true, isLoose: true).time(to: first)
      )
      return try assemble(
        straight, direct, question, free: free, direct: direct.profile.seconds,
        least: max(length / coarse.airspeeds[0], up, down), first, last)
    }
    // What is slower than the straight line is not worth a look; a little, since moving corners still gains.
    let useful = isProven ? .infinity : (direct?.profile.seconds ?? .infinity) * 1.02
    var best = try search.best(of: ways, isOpen: nil, tries: isProven ? 3 : 1, within: useful)
    if let direct, direct.profile.seconds < (best?.flown.profile.seconds ?? .infinity) {
      best = RouteSearch.Found(way: [start, end], line: straight, flown: direct)
    }
    let coarsest = search
    var least = 0.0
    var room = Double.infinity
    var isOpen: [Bool]?
    if !isProven, best != nil {
      let winds = coarse.winds.map { ($0.east * $0.east + $0.north * $0.north).squareRoot() }
      least = length / zip(coarse.airspeeds, winds).reduce(1e-9) { max($0, $1.0 + $1.1) }
    }
    while isProven || best == nil {
      let known = best?.flown.profile.seconds ?? .infinity
      let proof = try RouteBound(search, known: known, isOpen: isOpen).proof()
      least = max(least, proof.least)
      let rest = best == nil ? .infinity : known / least - 1
      // Little room that hardly shrinks is not the ground's but the proof's own.
      if rest <= aim || (known > limit && best != nil) || (rest < 0.05 && rest > room * 0.8) { break }
      room = rest
      guard let finer = try search.finer(where: proof.isOpen) else { break }
      (search, isOpen) = (finer.search, finer.isOpen)
      if let better = try search.best(of: best.map { [$0.way] } ?? [], isOpen: isOpen, tries: 2),
        better.flown.profile.seconds < known - 1e-6
      {
        best = better
      }
    }
    guard let best else { throw try coarsest.reason(areas) }
    return try assemble(
      best.line, best.flown, question, free: free, direct: direct?.profile.seconds, least: least, first, last)
  }

  /// The fastest flight along a way that is given; nil where it cannot be flown.
  /// - Throws: ``RouteError`` where its ends cannot be used.
  package static func along(
    _ way: [Position], _ aircraft: RouteAircraft, wind: RouteWind = .calm, areas: [RouteArea] = [],
    over ground: RouteGround
  ) throws(RouteError) -> Route? {
    guard let start = way.first, let end = way.last, way.count > 1 else { return nil }
    let question = try RouteQuestion(ground, aircraft, wind, areas, near: start)
    let first = try altitude(over: start, named: "start", question)
    let last = try altitude(over: end, named: "end", question)
    let lowest = min(ground.lowest + question.clearance, first, last)
    let length = Ellipsoid.wgs84.distance(from: start, to: end).metres
    let line = try RouteLine(through: way, question, interval: max(length / 300, question.fineStep))
    guard let flown = profile(line, question, lowest: lowest, first, last) else { return nil }
    let fastest = zip(flown.column.airspeeds, flown.column.winds).reduce(1e-9) { fastest, level in
      let (airspeed, wind) = level
      return max(fastest, airspeed + (wind.east * wind.east + wind.north * wind.north).squareRoot())
    }
    return try assemble(
      line, flown, question, free: nil, direct: nil, least: length / fastest, first, last)
  }

  /// A node or several for each post, so that the grid has about as many nodes as wanted.
  private static func gridStep(_ ground: RouteGround, nodes: Double) -> Double {
    let posts = Double((ground.frame.rows - 1) * (ground.frame.columns - 1))
    let ratio = (posts / nodes).squareRoot()
    return ratio >= 1 ? ratio.rounded(.up) : 1 / max(1, min((1 / ratio).rounded(.down), 8))
  }

  /// The profile of a line over fine levels, the crests of the ground under it among them.
  static func profile(
    _ line: RouteLine, _ question: RouteQuestion, lowest: Double, _ first: Double, _ last: Double
  ) -> RouteSearch.Flown? {
    let top = question.aircraft.ceiling.metres
    var crests: [Double] = []
    for index in line.floors.indices.dropFirst().dropLast()
    where line.floors[index] >= line.floors[index - 1] && line.floors[index] > line.floors[index + 1] {
      crests.append(line.floors[index])
    }
    var chosen: [Double] = []
    for crest in crests.sorted(by: >) where crest <= top && chosen.count < 20 {
      if chosen.allSatisfy({ abs($0 - crest) > 20 }) { chosen.append(crest) }
    }
    let column = AirColumn(
      question.aircraft, question.wind, lowest: lowest, step: 60,
      marks: [first, last] + chosen + RouteSearch.marks(question))
    let (from, to) = (column.level(of: first), column.level(of: last))
    let isSteady = column.isCalm && column.airspeeds.allSatisfy { $0 == column.airspeeds[0] }
    let profile =
      isSteady && line.closed.allSatisfy(\.isEmpty) && !line.lengths.isEmpty
      ? FlightProfile(steady: line, column, from: from, to: to) : FlightProfile(line, column, from: from, to: to)
    return profile.map { RouteSearch.Flown(profile: $0, column: column) }
  }

  /// The altitude over an end: the clearance above its ground.
  static func altitude(
    over place: Position, named name: String, _ question: RouteQuestion
  ) throws(RouteError) -> Double {
    let cell = try question.ground.cells(of: [place])[0]
    guard !cell.x.isNaN else {
      throw RouteError(
        .unknownGround, "the \(name) lies outside the terrain", remedy: "add terrain that covers it and the way")
    }
    let ground = question.ground.height(cell)
    guard ground.isFinite else {
      throw RouteError(
        .unknownGround, "the terrain has no value at the \(name)", remedy: "fill the void, or move the place")
    }
    let altitude = ground + question.clearance
    guard altitude <= question.aircraft.ceiling.metres else {
      throw RouteError(
        .aboveCeiling,
        "\(question.clearance.significant(6)) m above the \(name) is \(altitude.significant(6)) m, above the ceiling of "
          + "\(question.aircraft.ceiling.metres.significant(6)) m",
        remedy: "an aircraft with a higher ceiling, or less clearance, may get there")
    }
    for area in question.areas
    where area.contains(place) && (area.bottom?.metres ?? -.infinity) < altitude
      && altitude < (area.top?.metres ?? .infinity)
    {
      throw RouteError(
        .insideArea, "the \(name) lies in \(area.name), an area to keep out of",
        remedy: "no route is legal while the area is active")
    }
    return altitude
  }
}

extension RouteSearch {
  /// Why there is no way.
  func reason(_ areas: [RouteArea]) throws(RouteError) -> RouteError {
    func meets(_ areas: [RouteArea]) throws(RouteError) -> Bool {
      let floors = try grid.ceilings(question.clearance, areas)
      let place = try question.ground.cells(of: [end])[0]
      let node =
        Int((place.y / grid.step).rounded()) * grid.columns + Int((place.x / grid.step).rounded())
      return try field(floors: floors, isReversed: false).nodes[node].seconds < .infinity
    }
    var isEnclosed = false
    if !areas.isEmpty { isEnclosed = try meets([]) }
    if isEnclosed {
      return RouteError(
        .enclosed, "areas to keep out of (\(areas.map(\.name).joined(separator: ", "))) close every way",
        remedy: "without them there is one")
    }
    let isSlow = column.airspeeds.indices.contains { index in
      let wind = column.winds[index]
      return wind.east * wind.east + wind.north * wind.north >= column.airspeeds[index] * column.airspeeds[index]
    }
    if isSlow {
      return RouteError(
        .wind, "the wind is faster than the aircraft, and no way leads there against it",
        remedy: "a faster aircraft or another wind")
    }
    return RouteError(
      .closed,
      "no way leads there below \(question.aircraft.ceiling.metres.significant(6)) m: ground above it, ground that is not "
        + "known, or the edge of the terrain is in the way",
      remedy: "a higher ceiling, less clearance or more terrain may open one")
  }
}
