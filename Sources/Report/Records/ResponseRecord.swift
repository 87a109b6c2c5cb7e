public import Planning
internal import Response
internal import Scenario
internal import Units

extension Records {
  /// One asset to one strip, by day or by night: a row of responses.csv.
  static var response: Record<ResponseTime> { Record(responseFields) }

  /// The same with what else is known.
  /// - Parameters:
  ///   - inWeather: Whether weather or performance by altitude is stated.
  ///   - isFlyable: Whether it is known in what share of the hours some asset can fly.
  ///   - isRouted: Whether responses fly by routes.
  ///   - isSupported: Whether some asset may refuel on its way or hands over.
  static func response(
    inWeather: Bool, isFlyable: Bool, isRouted: Bool, isSupported: Bool = false
  ) -> Record<ResponseTime> {
    Record(
      responseFields + (isRouted ? routeFields : []) + (isSupported ? missionFields(hasFuel: !inWeather) : [])
        + (inWeather ? weatherFields : []) + (isFlyable ? flyableFields : []))
  }

  private static var routeFields: [Field<ResponseTime>] {
    [
      .duration(
        "straight", { $0.straightBlock ?? $0.block }, heading: "straight",
        csv: .minutes(2),
        json: true, page: .routeStraight,
        meaning:
          "Off-blocks to arrival on the straight line, whatever ground lies on it: what `block` would be without routes."
      ),
      .duration(
        "routed", { row in row.routed?.cruise == nil ? nil : row.block }, csv: .minutes(2), json: true,
        meaning:
          "Off-blocks to arrival by the route, as `block`, to stand beside `straight`; missing where there is no route, or the "
          + "straight line shows already that it is of no use."),
      .length(
        "route_distance", { $0.routed?.out?.distance }, heading: "way", csv: .kilometres(3), console: 1, json: true,
        page: .routeDistance, meaning: "Length of the route over the ground."),
      .length(
        "route_highest_amsl", { $0.routed?.out?.highest }, csv: .metres(0), json: true,
        meaning: "The highest altitude on the route, above mean sea level."
      ).page(.routeHighest) { row, _ in "\(row.routed?.out?.highest.heightText ?? "–")" },
      .length(
        "route_back_distance", { $0.routed?.back?.distance }, csv: .kilometres(3), json: true,
        meaning: "Length of the route back."),
    ]
  }

  private static var weatherFields: [Field<ResponseTime>] {
    [
      .duration(
        "cruise_back", { $0.cruiseBack ?? $0.cruise }, csv: .minutes(2), json: true, page: .flyingBack,
        meaning: "Flight at cruise back to the base."),
      .length(
        "density_altitude", \.densityAltitude, csv: .metres(0), json: true,
        meaning: "Density altitude of the strip; missing where its elevation is unknown."
      ).page(.densityAltitude) { row, _ in "\(row.densityAltitude?.heightText ?? "–")" },
      .anyNumber(
        "temperature_c", { $0.temperature?.celsius }, csv: .decimals(1), json: .decimals(1),
        meaning: "Temperature of the air at the strip, °C; missing where its elevation is unknown or no air is stated."),
      Field<ResponseTime>.clock(
        "weather", \.weatherTime, csv: true, json: true,
        meaning: "The time of day whose weather counts: the middle of the day, or of the night, for the period."
      ).page(.airTemperature) { row, _ in
        let time = row.weatherTime.map { $0.clockText } ?? "–"
        return "\(row.temperature.map { "\($0.celsius.fixed(0)) °C, \(time)" } ?? time)"
      },
      fuelLeft,
      .text(
        "cautions", { $0.cautions.map { $0.words(in: .en) }.joined(separator: "; ") }, csv: true, json: true,
        meaning: "What else a crew must know."
      ).page(.cautions) { row, say in "\(row.cautions.map { $0.words(in: say) }.joined(separator: "; "))" },
    ]
  }

  private static var responseFields: [Field<ResponseTime>] {
    [
      .text("strip", \.strip.id, heading: "strip", csv: true, json: true)
        .page(.strip) { row, _ in Called.html(row.strip.name, row.strip.id) },
      .text("strip_name", \.strip.name, csv: true),
      .text("base", \.asset.base.id, heading: "base", csv: true, json: true)
        .page(.base) { row, _ in Called.html(row.asset.base.name, row.asset.base.id) },
      .text("asset", \.asset.id, heading: "asset", csv: true, json: true)
        .page(.asset) { row, _ in Called.html(row.asset.aircraft.name, row.asset.id) },
      .text("aircraft", \.asset.aircraft.id, csv: true),
      .word(Period.words)("period", \.period.rawValue, heading: "by", csv: true, json: true)
        .page(.period) { row, say in "\(say(row.period.phrase))" },
      .length(
        "distance", \.distance, heading: "distance", csv: .kilometres(3), console: 1, json: true, page: .distance,
        meaning: "Geodesic distance from base to strip."),
      .duration(
        "readiness", \.readiness, heading: "ready", csv: .minutes(2), json: true, page: .ready,
        meaning: "From the order to take-off; missing when the asset does not fly in this period."),
      .duration("departure", \.departure, csv: .minutes(2), json: true, meaning: "Start, taxi and climb."),
      .duration("cruise", \.cruise, csv: .minutes(2), json: true, meaning: "Flight at cruise."),
      .duration(
        "landing", \.landing, csv: .minutes(2), json: true,
        meaning: "From overhead to people on the ground; zero when the aircraft stays overhead."),
      .duration(
        "block", \.block, heading: "flight", csv: .minutes(2), json: true, page: .flying,
        meaning: "Off-blocks to arrival: departure, cruise, stops for fuel and landing."),
      .duration(
        "total", \.total, heading: "total", csv: .minutes(2), json: true, page: .total,
        meaning: "Order to arrival; missing when the asset does not fly in this period."),
      .word(ResponseTime.Arrival.words)(
        "arrival", \.arrival.rawValue, heading: "arrival", csv: true, json: true,
        meaning: "Whether the aircraft lands or circles overhead."),
      .flag("reachable", \.isReachable, csv: true, json: true, meaning: "Whether nothing stands in the way."),
      Field.optionalObject(
        "mission", mission,
        meaning: "The flight leg by leg; missing where it has neither a stop for fuel nor a hand-over.", \.mission
      ).inDocumentsIfAny,
      .list("obstacles", obstacle, heading: "out of reach because", csv: \.words, \.obstacles)
        .page(.because) { row, say in "\(row.obstacles.map { $0.words(in: say) }.joined(separator: "; "))" },
    ]
  }

  /// Why an asset cannot serve a strip.
  static var obstacle: Record<ResponseTime.Obstacle> {
    [
      .word(ResponseTime.Obstacle.Reason.words)("reason", \.reason.rawValue), .text("text", \.words),
    ]
  }
}

extension Plan {
  /// How long each asset takes to each strip by day and by night, and what stands in the way.
  public var responseTable: ReportTable { responseRecord.table(responses) }

  /// How responses are written: with what weather and performance make of them, where either is stated.
  var responseRecord: Record<ResponseTime> {
    Records.response(
      inWeather: responses.contains { $0.asset.isWeathered },
      isFlyable: responses.contains { $0.asset.flyableShare(by: $0.period) != nil },
      isRouted: responses.contains { $0.asset.routes != nil },
      isSupported: responses.contains { $0.asset.support != nil })
  }
}
