internal import Coverage
internal import Geodesy
internal import Interception
internal import Radar
internal import Response
internal import Scenario
internal import Units

extension GeoLayers {
  /// The map as a KML file: radars, coverage (one band shown at a time), bases, strips, routes, first detections, border.
  public var kml: String {
    KMLDocument(
      name: scenario.name, note: scenario.description, styles: styles,
      folders: [
        radarFolder, coverageFolder, baseFolder, stripFolder, routeFolder(.inbound), routeFolder(.outbound),
        detectionFolder, siteFolder, borderFolder,
      ].filter { !$0.placemarks.isEmpty || !$0.folders.isEmpty }, view: view
    ).text
  }

  private typealias Colour = KMLStyle.Colour
  private typealias Folder = KMLDocument.Folder

  private var styles: [KMLStyle] {
    let white = Colour(red: 255, green: 255, blue: 255)
    var styles = [
      KMLStyle(id: KMLStyle.choice, isChoice: true),
      KMLStyle(id: "radar", icon: "target", iconColour: Colour(red: 255, green: 221, blue: 85), iconScale: 1.2),
      KMLStyle(id: "bought", icon: "target", iconColour: Colour(red: 102, green: 255, blue: 102), iconScale: 1.2),
      KMLStyle(id: "base", icon: "heliport", iconScale: 1.1),
      KMLStyle(id: "strip", icon: "airports", iconColour: Colour(red: 255, green: 140, blue: 60), labelScale: 0.8),
      KMLStyle(id: "site", icon: "placemark_circle", iconColour: white, iconScale: 0.8, labelScale: 0.7),
      KMLStyle(
        id: "detection", icon: "open-diamond", iconColour: Colour(red: 255, green: 64, blue: 64), labelScale: 0.8),
      KMLStyle(id: "inbound", line: Colour(red: 255, green: 80, blue: 80), lineWidth: 2.5),
      KMLStyle(id: "outbound", line: Colour(red: 255, green: 190, blue: 60), lineWidth: 2),
      KMLStyle(id: "border", line: white.opacity(0.8), lineWidth: 2),
    ]
    for index in coverage.bands.indices {
      let colour = Colour.band(index, of: coverage.bands.count)
      styles.append(KMLStyle(id: "ring-\(index + 1)", line: colour, lineWidth: 1.2))
      for count in 1...3 {
        styles.append(
          KMLStyle(
            id: "seen-\(index + 1)-\(count)", line: colour.opacity(0.9), lineWidth: 0.8, fill: colour.opacity(0.22)))
      }
    }
    return styles
  }

  private var radarFolder: Folder {
    Folder(
      name: "Radars",
      placemarks: stations.map { station in
        let type = station.type
        var figures = [
          ("Type", type.name), ("Kind", type.kind.rawValue),
          ("Status", isExisting(station) ? "stands today" : "bought by the plan"),
          ("Instrumented range", type.instrumentedRange.text),
        ]
        if let range = type.detectionRange, let reference = type.referenceCrossSection {
          figures.append(("Detection range", "\(range.text) for \(reference.crossSectionText)"))
        }
        figures.append(("Ground elevation", station.groundElevation?.heightText ?? "unknown"))
        figures.append(("Antenna above ground", station.antennaHeight.heightText))
        for band in coverage.bands {
          guard let ring = band.rings.first(where: { $0.stationID == station.id }) else { continue }
          figures.append(
            (
              "Sees at \(band.height.heightText) AGL",
              ring.limit == .blind ? "nothing" : "to \(ring.outerRadius.text) (\(ring.limit.rawValue))"
            ))
        }
        return .init(
          name: station.name, figures: figures, style: isExisting(station) ? "radar" : "bought",
          shape: .point(station.position))
      })
  }

  private var coverageFolder: Folder {
    // The band in the middle is shown first.
    let shown = coverage.bands.count / 2
    return Folder(
      name: "Coverage by height above ground",
      note:
        "Smooth Earth, k = \(scenario.effectiveEarthFactor.fixed(3)), ground at \(scenario.groundElevation.heightText)",
      isOpen: true, isChoice: true,
      folders: zip(coverage.bands, shapes).enumerated().map { index, pair in
        let (band, shape) = pair
        let seen = zip(band.areaSeenByAtLeast, shape.network).enumerated().compactMap {
          count, pair -> KMLDocument.Placemark? in
          guard !pair.1.isEmpty else { return nil }
          return .init(
            name: count == 0 ? "Seen" : "Seen by \(count + 1) radars or more",
            figures: [("Height", "\(band.height.heightText) AGL"), ("Area", pair.0.text)],
            style: "seen-\(index + 1)-\(min(count + 1, 3))", shape: .polygons(pair.1))
        }
        let rings = zip(stations.indices, stations).compactMap { radar, station -> KMLDocument.Placemark? in
          guard radar < band.rings.count, !shape.rings[radar].isEmpty else { return nil }
          let ring = band.rings[radar]
          var figures = [
            ("Height", "\(band.height.heightText) AGL"), ("Sees to", ring.outerRadius.text),
            ("Limited by", ring.limit.rawValue), ("Area", band.ringAreas[radar].text),
          ]
          if ring.innerRadius > .zero { figures.insert(("Blind within", ring.innerRadius.text), at: 1) }
          return .init(
            name: station.name, figures: figures, style: "ring-\(index + 1)", shape: .polygons(shape.rings[radar]))
        }
        return Folder(
          name: "\(band.height.heightText) AGL", isVisible: index == shown,
          folders: [
            Folder(name: "Network", placemarks: seen), Folder(name: "Radars one by one", placemarks: rings),
          ])
      })
  }

  private var baseFolder: Folder {
    Folder(
      name: "Bases",
      placemarks: scenario.bases.map { base in
        .init(
          name: base.name,
          figures: [("Ready", assetText(at: base)), ("Elevation", base.elevation?.heightText ?? "unknown")],
          style: "base", shape: .point(base.position))
      })
  }

  private var stripFolder: Folder {
    Folder(
      name: "Strips",
      placemarks: scenario.strips.map { strip in
        .init(
          name: strip.name,
          figures: [
            ("Elevation", strip.elevation?.heightText ?? "unknown"),
            ("Length", strip.length?.heightText ?? "unknown"),
            ("Position", strip.isApproximate ? "approximate: an area, not a point" : "as given"),
          ], style: "strip", shape: .point(strip.position))
      })
  }

  private var siteFolder: Folder {
    Folder(
      name: "Candidate sites", isVisible: false,
      placemarks: freeSites.map { site in
        .init(
          name: site.name, figures: [("Elevation", site.elevation?.heightText ?? "unknown")], style: "site",
          shape: .point(site.position))
      })
  }

  private func routeFolder(_ leg: Leg) -> Folder {
    Folder(
      name: leg == .inbound ? "Routes inbound" : "Routes outbound", isVisible: leg == .inbound,
      placemarks: flights.compactMap { entry in
        let points = waypoints(leg, of: entry.flight)
        let lines = kmlLines(points)
        guard !lines.isEmpty else { return nil }
        let span = span(leg, of: entry.timeline)
        var figures = [
          ("Aircraft", entry.flight.aircraft.name), ("Strip", entry.flight.strip.name),
          ("Leaves", span.begin.clockText), (leg == .inbound ? "Lands" : "Exits", span.end.clockText),
          ("Speed", entry.flight.speed.text), ("Length", GeodesicLine.length(of: points).text),
          ("Altitudes", GeodesicLine.altitudeText(points)),
        ]
        if let best = entry.best, entry.windows.indices.contains(best) {
          let window = entry.windows[best]
          figures.append(("Best response", "\(window.asset.id), \(window.verdict.rawValue)"))
          if let slack = window.slack { figures.append(("Slack", slack.minutesText)) }
        }
        return .init(name: entry.flight.name, figures: figures, style: leg.rawValue, shape: .lines(lines))
      })
  }

  /// Heights above ground or above sea level as given; a route that mixes the two is drawn above sea level, its heights
  /// above ground on the scenario's ground.
  private func kmlLines(_ waypoints: [Waypoint]) -> [KMLDocument.Line] {
    let isAboveGround = waypoints.allSatisfy { if case .aboveGround = $0.altitude { true } else { false } }
    return GeodesicLine(waypoints).split.map { part in
      KMLDocument.Line(
        positions: part.map(\.position),
        heights: part.map { point in
          switch point.altitude {
          case .aboveGround(let height): (isAboveGround ? height : height + scenario.groundElevation).metres
          case .aboveSeaLevel(let height): height.metres
          }
        }, mode: isAboveGround ? .relativeToGround : .absolute)
    }
  }

  private var detectionFolder: Folder {
    Folder(
      name: "First detections",
      placemarks: flights.compactMap { entry in
        guard let position = entry.timeline.firstDetectionPosition, let time = entry.timeline.firstDetection else {
          return nil
        }
        let away = Ellipsoid.wgs84.distance(from: position, to: entry.flight.strip.position)
        return .init(
          name: entry.flight.name,
          figures: [
            ("First seen", time.clockText), ("By", firstRadars(of: entry)),
            ("Before landing", entry.timeline.warning?.text ?? "never"),
            ("From the strip", away.text),
          ], style: "detection", shape: .point(position))
      })
  }

  private var borderFolder: Folder {
    Folder(
      name: "Border",
      placemarks: scenario.border.isEmpty
        ? []
        : [
          .init(name: "Border", style: "border", shape: .lines(scenario.border.map { KMLDocument.Line(positions: $0) }))
        ])
  }

  /// Everything that must be looked at, from high enough.
  private var view: (centre: Position, range: Double)? {
    let places = stations.map(\.position) + scenario.bases.map(\.position) + scenario.strips.map(\.position)
    guard let first = places.first else { return nil }
    // Longitudes are taken from the first place, so that the mean has no seam at the antimeridian.
    let longitudes = places.map { ($0.longitudeDegrees - first.longitudeDegrees).remainder(dividingBy: 360) }
    let centre = Position(
      latitudeDegrees: places.map(\.latitudeDegrees).reduce(0, +) / Double(places.count),
      longitudeDegrees: first.longitudeDegrees + longitudes.reduce(0, +) / Double(places.count)
    ).normalized
    let farthest = places.map { Ellipsoid.wgs84.distance(from: centre, to: $0).metres }.max() ?? 0
    return (centre, max(farthest * 2.6, 200_000))
  }
}
