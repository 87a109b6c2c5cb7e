internal import Geodesy
public import Response
internal import Units

/// A route for reading and for files, the straight line beside it.
public struct RouteReport: Sendable {
  /// The route.
  public var route: Route
  /// What its start is called.
  public var startName: String
  /// What its end is called.
  public var endName: String
  /// Start, taxi and climb to the clearance, and from over the end to people on the ground.
  public var allowance: Duration
  /// What nobody stated, in words.
  public var assumed: [String]
  /// The way back; nil where none is asked for.
  public var wayBack: WayBack?
  /// What stands in the way of the flight besides ground and air, in words.
  public var warnings: [String] = []

  /// Off-blocks to people on the ground. The allowances have climb and descent, so that only what lies between them counts.
  var block: Duration { route.cruise + allowance }

  /// A report of a route.
  public init(
    _ route: Route, from startName: String, to endName: String, allowance: Duration, assumed: [String]
  ) {
    self.route = route
    self.allowance = allowance
    self.startName = startName
    self.endName = endName
    self.assumed = assumed
  }

  /// Every point of the way, and of the way back.
  public var table: ReportTable {
    table(of: [("out", route.points)] + (wayBack.map { [("back", $0.route.points)] } ?? []))
  }

  /// The ends and the places where the course or the climb changes.
  var turns: ReportTable {
    var kept: [Route.Point] = []
    let points = route.points
    for (index, point) in points.enumerated() {
      guard index > 0, index < points.count - 1 else {
        kept.append(point)
        continue
      }
      let (before, after) = (points[index - 1], points[index + 1])
      func rate(_ a: Route.Point, _ b: Route.Point) -> Double {
        (b.altitude - a.altitude).metres / max((b.time - a.time).inSeconds, 1e-3)
      }
      let isBend = abs(rate(before, point) - rate(point, after)) > 0.5
      if isBend || route.corners.contains(point.position) { kept.append(point) }
    }
    return table(of: [("out", kept)])
  }

  /// A table of points; of several legs each has its name.
  private func table(of legs: [(name: String, points: [Route.Point])]) -> ReportTable {
    var columns: [ReportTable.Column] = [
      .init(key: "time_s", heading: "time", unit: "s", decimals: 1, consoleDecimals: 0),
      .init(key: "distance_km", heading: "distance", unit: "km", decimals: 3, consoleDecimals: 1),
      .init(key: "latitude", heading: "latitude", unit: "°", decimals: 7, consoleDecimals: 4),
      .init(key: "longitude", heading: "longitude", unit: "°", decimals: 7, consoleDecimals: 4),
      .init(key: "altitude_m", heading: "altitude", unit: "m", decimals: 2, consoleDecimals: 0),
      .init(key: "ground_m", heading: "ground", unit: "m", decimals: 2, consoleDecimals: 0),
    ]
    if legs.count > 1 { columns.append(.init(key: "leg", heading: "leg", unit: "", decimals: 0, consoleDecimals: 0)) }
    var table = ReportTable(columns)
    for leg in legs {
      for point in leg.points {
        let cells: [ReportTable.Cell] = [
          .number(point.time.inSeconds), .number(point.distance.kilometres), .number(point.position.latitudeDegrees),
          .number(point.position.normalized.longitudeDegrees), .number(point.altitude.metres),
          .optional(point.ground?.metres),
        ]
        table.append(cells + (legs.count > 1 ? [.text(leg.name)] : []))
      }
    }
    return table
  }

  /// What people read.
  public var text: String {
    func minutes(_ time: Duration?) -> String { time.map { "\($0.inMinutes.fixed(1)) min" } ?? "cannot be flown" }
    var lines = [
      ("route", "\(startName) to \(endName): \(route.distance.kilometres.fixed(1)) km in \(minutes(route.time))"),
      (
        "block",
        "\(minutes(block)): \(minutes(route.cruise)) between, \(minutes(allowance)) for start, climb and landing"
      ),
      ("of it", "climb-out \(minutes(route.takeOff)), descent at the end \(minutes(route.landing))"),
      (
        "straight",
        "\(route.straightDistance.kilometres.fixed(1)) km in \(minutes(route.straightTime)) as though nothing were in the way; "
          + "over this ground \(minutes(route.straightTimeOverGround))"
      ),
      (
        "best",
        "no route takes less than \(minutes(route.leastTime)): this one is at most \((route.excess * 100).fixed(2)) % longer"
      ),
      ("highest", route.highest.heightText),
    ]
    lines += backLines
    lines += warnings.map { ("warning", $0) }
    if !assumed.isEmpty { lines.append(("assumed", assumed.joined(separator: ", "))) }
    let head = lines.map { $0.0.padded(to: 9) + "  " + $0.1 }.joined(separator: "\n")
    return head + "\n\n" + turns.text()
  }

  private var members: [JSON.Member] {
    func time(_ duration: Duration?) -> JSON { .optional(duration?.inMinutes, decimals: 4) }
    func place(_ position: Position) -> JSON {
      .object([
        "latitude": .degrees(position.latitudeDegrees), "longitude": .degrees(position.normalized.longitudeDegrees),
      ])
    }
    let values: KeyValuePairs<String, JSON> = [
      "from": .string(startName), "to": .string(endName),
      "distance_km": .number(route.distance.kilometres, decimals: 4), "time_min": time(route.time),
      "allowance_min": time(allowance), "block_time_min": time(block),
      "take_off_min": time(route.takeOff), "landing_min": time(route.landing),
      "straight_distance_km": .number(route.straightDistance.kilometres, decimals: 4),
      "straight_time_min": time(route.straightTime),
      "straight_time_over_ground_min": time(route.straightTimeOverGround), "least_time_min": time(route.leastTime),
      "excess_percent": .number(route.excess * 100, decimals: 4), "highest_m": .metres(route.highest),
      "corners": .array(route.corners.map(place)), "assumed": .array(assumed.map { .string($0) }),
      "warnings": .array(warnings.map { .string($0) }),
    ]
    return values.map { JSON.Member(key: $0.key, value: $0.value) } + backMembers
  }

  /// All figures and all points.
  public var json: String {
    let points = route.points.map { point in
      JSON.object([
        "time_s": .number(point.time.inSeconds, decimals: 3),
        "distance_km": .number(point.distance.kilometres, decimals: 4),
        "latitude": .degrees(point.position.latitudeDegrees),
        "longitude": .degrees(point.position.normalized.longitudeDegrees), "altitude_m": .metres(point.altitude),
        "ground_m": .metres(point.ground),
      ])
    }
    return JSON.object(members + [JSON.Member(key: "points", value: .array(points))]).text
  }

  /// One line with heights for each way; the first one's figures are its properties, and the times of its points a list.
  public var geoJSON: String {
    let ways = [feature(of: route, members)] + (wayBack.map { [feature(of: $0.route, backMembers)] } ?? [])
    return JSON.object(["type": .string("FeatureCollection"), "features": .array(ways)]).text
  }

  private func feature(of route: Route, _ figures: [JSON.Member]) -> JSON {
    // A line that crosses the antimeridian goes on beyond ±180°.
    let places = route.points.map(\.position).unwrapped()
    let line = zip(places, route.points).map { place, point in
      JSON.array([.degrees(place.longitudeDegrees), .degrees(place.latitudeDegrees), .metres(point.altitude)])
    }
    let times = route.points.map { JSON.number($0.time.inSeconds, decimals: 3) }
    return .object([
      "type": .string("Feature"),
      "properties": .object(figures + [JSON.Member(key: "times_s", value: .array(times))]),
      "geometry": .object(["type": .string("LineString"), "coordinates": .array(line)]),
    ])
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
