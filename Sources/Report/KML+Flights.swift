internal import Coverage
internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

extension GeoLayers {
  func routeFolder(_ leg: Leg) -> KMLDocument.Folder {
    KMLDocument.Folder(
      name: leg == .inbound ? "Routes inbound" : "Routes outbound", isVisible: leg == .inbound,
      placemarks: flights.compactMap { entry in
        let row = LegRow(entry: entry, leg: leg)
        let (points, span) = (row.points, row.span)
        let lines = kmlLines(points)
        guard !lines.isEmpty else { return nil }
        var figures = [
          ("Aircraft", entry.flight.aircraft.name), ("Strip", entry.flight.strip.name),
          ("Leaves", span.begin.clockText), (leg == .inbound ? "Lands" : "Exits", span.end.clockText),
          ("Speed", entry.flight.speed.text), ("Length", GeodesicLine.length(of: points).text),
          ("Altitudes", GeodesicLine.altitudeText(points)),
        ]
        figures.append(("Outcome", entry.verdict.label))
        if let window = entry.bestWindow {
          figures.append(("Best response", "\(window.asset.aircraft.name) from \(window.asset.base.name)"))
          if let slack = window.slack { figures.append(("Slack", slack.minutesText)) }
        }
        return .init(name: entry.flight.name, figures: figures, style: leg.rawValue, shape: .lines(lines))
      })
  }

  /// Heights above ground or above sea level as given; a route that mixes the two is drawn above sea level, its heights
  /// above ground on the scenario's ground.
  private func kmlLines(_ waypoints: [Waypoint]) -> [KMLDocument.Line] {
    let isAboveGround = waypoints.allSatisfy { if case .aboveGround = $0.altitude { true } else { false } }
    let drawn = waypoints.map { point in
      let height = point.altitude.height(overGroundAt: scenario.groundElevation)
      return isAboveGround
        ? point : Waypoint(position: point.position, altitude: .aboveSeaLevel(height + scenario.groundElevation))
    }
    return GeodesicLine(drawn).split.map { part in
      KMLDocument.Line(
        positions: part.map(\.position),
        heights: part.map { point in
          switch point.altitude {
          case .aboveGround(let height), .aboveSeaLevel(let height): height.metres
          }
        }, mode: isAboveGround ? .relativeToGround : .absolute)
    }
  }

  /// The least-observed routes, at their height where there is one.
  var wayFolder: KMLDocument.Folder {
    let height: Altitude? = leak.flatMap { $0.question.heights.count == 1 ? $0.question.heights[0] : nil }
    return KMLDocument.Folder(
      name: "Least-observed routes",
      placemarks: (leak?.entries ?? []).compactMap { entry in
        guard let way = entry.way else { return nil }
        let lines = kmlLines(way.places.map { Waypoint(position: $0, altitude: height ?? .aboveGround(.zero)) })
          .map { height == nil ? KMLDocument.Line(positions: $0.positions) : $0 }
        guard !lines.isEmpty else { return nil }
        return .init(
          name: entry.strip.name,
          figures: wayFigures(entry, way) + [
            ("Seen by", names(of: way.radars)), ("Length", way.length.text),
          ], style: "way", shape: .lines(lines))
      })
  }

  /// How much of the least-observed route is seen; where looks count, with what probability they detect.
  private func wayFigures(_ entry: Leak.Entry, _ way: Leak.Way) -> [(String, String)] {
    guard let chance = entry.chance else {
      return [
        ("Seen on", way.seen.text), ("Seen on no less than", entry.bound?.text ?? "unknown"),
        ("First seen before the strip", way.firstSeenBefore?.text ?? "never"),
      ]
    }
    return [
      ("Least probability of detection", chance.detection.percent),
      ("On no route less than", chance.detectionBound.percent),
      ("Detected on this route", way.looks?.detection.percent ?? "unknown"),
      ("Tracked on this route", way.looks?.track.percent ?? "unknown"), ("Covered on", way.seen.text),
      ("Detected before the strip", way.firstSeenBefore?.text ?? "never"),
    ]
  }

  private func radarNames(of entry: FlightWindows) -> String { names(of: entry.timeline.firstStationIDs) }

  /// Stations by their names, by their ids where they have none.
  private func names(of ids: [String]) -> String {
    ids.map { id in Called.plain(stations.first { $0.id == id }?.name ?? "", id) }.joined(separator: ", ")
  }

  var detectionFolder: KMLDocument.Folder {
    KMLDocument.Folder(
      name: "First detections",
      placemarks: flights.compactMap { entry in
        guard let position = entry.timeline.firstDetectionPosition, let time = entry.timeline.firstDetection else {
          return nil
        }
        let away = Ellipsoid.wgs84.distance(from: position, to: entry.flight.strip.position)
        return .init(
          name: entry.flight.name,
          figures: [
            ("First detected", time.clockText), ("In that sighting by", radarNames(of: entry)),
            ("Before landing", (entry.timeline.landing - time).minutesText),
            ("Warning, from the track to landing", entry.timeline.warning?.minutesText ?? "never tracked"),
            ("From the strip", away.text),
          ], style: "detection", shape: .point(position))
      })
  }
}

extension Window.Verdict {
  /// For people.
  fileprivate var label: String {
    switch self {
    case .beforeLanding: "met before it lands"
    case .onGround: "met on the ground"
    case .inFlight: "met in flight"
    case .busy: "nobody: busy with another flight"
    case .untracked: "met in flight only where nobody tracks it"
    case .tooLate: "too late"
    case .outOfReach: "out of reach"
    case .notFlown: "nobody flies at that hour"
    case .neverTracked: "detected but never tracked"
    case .neverSeen: "never detected"
    }
  }
}
