internal import Coverage
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// What the page's map needs besides plan.json: networks with every purchase, tables of what they see and how long assets
/// take, and lines as maps draw them.
struct MapData {
  let plan: Plan
  let layers: GeoLayers
  /// Whether the page has grids over terrain.
  let isOverTerrain: Bool

  var json: JSON {
    let scenario = plan.scenario
    let sights = MapSights(plan, isOverTerrain: isOverTerrain)
    let responses = MapResponses(scenario: scenario)
    let missions = MapMissions(plan: plan, point: point)
    let areas = MapAreas(scenario: scenario)
    let ids = plan.options.map { $0.purchase?.id }
    return .object([
      "units": .object([
        "height": .object([
          "symbol": .string(scenario.units.heightSymbol), "metres": .number(scenario.units.height.metres, decimals: 4),
        ]),
        "distance": .object([
          "symbol": .string(scenario.units.distanceSymbol),
          "metres": .number(scenario.units.distance.metres, decimals: 4),
        ]),
      ]),
      "is_over_terrain": .bool(isOverTerrain),
      "ground_m": .number(scenario.groundElevation.metres, decimals: 6),
      "chosen": .integer(ids.firstIndex(of: plan.purchase?.id) ?? 0),
      "stops_m": .array(AltitudeStops.of(scenario).map { .number($0.metres, decimals: 6) }),
      // Of each band, and of what is higher.
      "floor_colours": .array(
        (0...scenario.altitudeBands.count).map {
          .string(Palette.floor($0, of: scenario.altitudeBands.count).hex)
        }),
      "certainty": certainty, "bands_m": .array(plan.coverage.bands.map { .metres($0.height) }),
      "heights_m": .array(sights.heights.map { .number($0.metres, decimals: 6) }), "sights": sights.json,
      "options": .array(plan.options.map { option($0, sights) }), "assets": responses.assets, "reach": responses.reach,
      "target": .string(scenario.coverageTarget.crossSection.crossSectionText),
      "target_answers": .bool(scenario.coverageTarget.hasTransponder),
      "without_looks": .array(plan.stationsWithoutLooks.map { .string(Called.plain($0.name, $0.id)) }),
      "sites": .array(
        layers.freeSites.map { site in
          .object(["id": .string(site.id), "name": .string(site.name), "at": point(site.position)])
        }),
      "illuminators": illuminators,
      "routes": .array(plan.flights.flatMap { entry in GeoLayers.Leg.allCases.map { route($0, of: entry) } }),
      "flown": .array(GeoLayers.soonest(plan.responses).compactMap(flown)),
      "stops": missions.stops, "legs": missions.legs,
      "ways": .array((plan.leak?.entries ?? []).compactMap(way)),
      "border": .array(scenario.border.map { .array($0.map(point)) }),
      "no_pursuit": areas.noPursuit, "restricted": areas.restricted, "demand": areas.demand,
      "region": .array((scenario.region?.polygons ?? []).flatMap { $0.map { .array($0.map(point)) } }),
    ])
  }

  /// The bands of what is unknown, and the areas of the classes by altitude band; over a smooth Earth also what radars see at
  /// the median and under the best. Null where nothing is in doubt.
  private var certainty: JSON {
    let rows = CertaintyRow.all(plan)
    guard let doubt = plan.scenario.doubt, !rows.isEmpty else { return .null }
    func sights(_ variant: Doubt.Variant) -> JSON {
      isOverTerrain ? .null : MapSights(plan, isOverTerrain: false, in: variant).json
    }
    return .object([
      "k": .array([doubt.low, doubt.median, doubt.high].map { .number($0.k, decimals: 4) }),
      "likely": sights(doubt.likely), "best": sights(doubt.best),
      "areas_km2": .array(
        rows.prefix(plan.coverage.bands.count).map { row in
          .array(
            [NetworkCertainty.Class.certain, .likely, .doubtful].map {
              .number(row.areas[$0].squareKilometres, decimals: 3)
            })
        }),
    ])
  }

  /// The route of a response, and the straight line.
  private func flown(_ response: ResponseTime) -> JSON? {
    guard let route = response.routed?.out else { return nil }
    let straight = response.straightBlock ?? response.block
    return .object([
      "asset": .string(Called.plain(response.asset.aircraft.name, response.asset.id)),
      "strip": .string(Called.plain(response.strip.name, response.strip.id)),
      "period": .string(response.period.rawValue),
      "line": .array(route.corners.map(point)),
      "minutes": .array([response.block, straight].map { .number($0.inMinutes, decimals: 1) }),
    ])
  }

  private func option(_ option: PurchaseOption, _ sights: MapSights) -> JSON {
    let stations = plan.scenario.stations(adding: option.purchase)
    let standing = plan.scenario.existingStations
    let labels = Called.labels(of: stations.map { ($0.id, $0.name) })
    return .object([
      "id": .optional(option.purchase?.id), "name": .optional(option.purchase?.name),
      "areas_km2": .array(
        option.coverage.bands.map { band in
          .array(band.areaSeenByAtLeast.map { .number($0.squareKilometres, decimals: 3) })
        }),
      "stations": .array(
        zip(stations, labels).map { station, label in
          let members: KeyValuePairs<String, JSON> = [
            "id": .string(station.id), "name": .string(station.name), "label": .string(label),
            "type": .string(station.type.name), "at": point(station.position),
            "is_existing": .bool(standing.contains { $0.id == station.id }),
            "sight": .integer(sights.position(of: station)),
          ]
          return .object(members.map { JSON.Member(key: $0.key, value: $0.value) } + together(station))
        }),
    ])
  }

  /// Whether a station belongs to another's system, and the places of those that it sees together with; nothing for a radar.
  private func together(_ station: RadarStation) -> [JSON.Member] {
    let links = SensorLink.all(of: [station])
    return (station.isMember ? [JSON.Member(key: "is_member", value: .bool(true))] : [])
      + (links.isEmpty
        ? []
        : [
          JSON.Member(
            key: "links",
            value: .array(links.map { .object(["to": point($0.to), "title": .string($0.title)]) }))
        ])
  }

  /// The transmitters of others.
  private var illuminators: JSON {
    .array(
      plan.scenario.illuminators.map { illuminator in
        .object([
          "id": .string(illuminator.id), "name": .string(illuminator.name), "at": point(illuminator.position),
          "text": .string(
            "\(illuminator.eirp.kilowatts.significant(4)) kW, \(illuminator.frequency.megahertz.significant(6)) MHz, "
              + illuminator.antennaText),
        ])
      })
  }

  private func point(_ position: Position) -> JSON {
    .array([.number(position.latitudeDegrees, decimals: 8), .number(position.normalized.longitudeDegrees, decimals: 8)])
  }

  private func line(_ waypoints: [Waypoint]) -> JSON {
    .array(GeodesicLine(waypoints).split.map { part in .array(part.map { point($0.position) }) })
  }

  /// The least-observed route to a strip.
  private func way(_ entry: Leak.Entry) -> JSON? {
    guard let way = entry.way else { return nil }
    let names = plan.radarNames
    let members: KeyValuePairs<String, JSON> = [
      "strip": .string(Called.plain(entry.strip.name, entry.strip.id)), "seen_m": .metres(way.seen),
      "length_m": .metres(way.length),
      "first_seen": way.firstSeen.map(point) ?? .null, "first_seen_before_m": .metres(way.firstSeenBefore),
      "radars": .array(way.radars.map { .string(Called.short(names[$0] ?? "", $0, most: 40)) }),
      "line": line(way.places.map { Waypoint(position: $0, altitude: .aboveGround(.zero)) }),
    ]
    let looks = way.looks.map { looks in
      [
        JSON.Member(key: "detected", value: .string(looks.detection.percent)),
        JSON.Member(key: "tracked", value: .string(looks.track.percent)),
      ]
    }
    return .object(members.map { JSON.Member(key: $0.key, value: $0.value) } + (looks ?? []))
  }

  /// One leg of a flight: the whole line, the parts that are seen, and where its best asset could meet it.
  private func route(_ leg: GeoLayers.Leg, of entry: FlightWindows) -> JSON {
    let row = LegRow(entry: entry, leg: leg)
    let (points, span) = (row.points, row.span)
    let path = FlightPath(points, groundElevation: plan.scenario.groundElevation)
    func part(_ part: TimeSpan) -> JSON? {
      let (begin, end) = (max(part.begin, span.begin), min(part.end, span.end))
      guard begin < end else { return nil }
      func along(_ time: Duration) -> Double {
        entry.flight.speed.metresPerSecond * (time - span.begin).inSeconds
      }
      return .array([.array(positions(on: path, from: along(begin), to: along(end)).map(point))])
    }
    let meetings = entry.bestWindow?.intercepts.filter { $0.isInbound == (leg == .inbound) } ?? []
    return .object([
      "flight": .string(entry.flight.id), "leg": .string(leg.rawValue), "line": line(points),
      "seen": .array(entry.timeline.sightings.compactMap { part($0.span) }),
      "meetings": .array(meetings.compactMap { part($0.span) }),
    ])
  }

  /// Places along a path, 20 km apart at most, both ends included.
  private func positions(on path: FlightPath, from begin: Double, to end: Double) -> [Position] {
    let steps = max(1, Int(((end - begin) / 20_000).rounded(.up)))
    return (0...steps).map { step in
      path.position(at: .metres(begin + (end - begin) * Double(step) / Double(steps)))
    }
  }
}
