internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

extension GeoLayers {
  /// The map as a KML file: radars, coverage (one band shown at a time), bases, strips, routes, first detections, border.
  /// In the scenario's units.
  public var kml: String { scenario.units.writing { kmlText } }

  private var kmlText: String {
    KMLDocument(
      name: scenario.name, note: scenario.description, styles: kmlStyles,
      folders: ([
        radarFolder, coverageFolder, baseFolder, stripFolder, routeFolder(.inbound), routeFolder(.outbound),
        detectionFolder, responseFolder, stopFolder, missionFolder, wayFolder, siteFolder, borderFolder,
        illuminatorFolder,
      ] + areaFolders).filter { !$0.placemarks.isEmpty || !$0.folders.isEmpty }, view: view
    ).text
  }

  private typealias Folder = KMLDocument.Folder

  private var radarFolder: Folder {
    Folder(
      name: "Radars",
      placemarks: stations.map { station in
        let type = station.type
        var figures = [
          ("Type", type.name), ("Kind", type.kind.rawValue),
          ("Status", isExisting(station) ? "exists today" : "bought by the plan"),
          ("Instrumented range", type.instrumentedRange.text),
        ]
        if let range = type.detectionRange, let reference = type.referenceCrossSection {
          figures.append(("Detection range", "\(range.text) for \(reference.crossSectionText)"))
        }
        figures.append(("Ground elevation", station.siteElevation(over: terrain)?.heightText ?? "unknown"))
        figures.append(("Antenna above ground", station.antennaHeight.heightText))
        for band in coverage.bands {
          guard let index = band.rings.firstIndex(where: { $0.stationID == station.id }) else { continue }
          let sight = RadarSight(band, index, station)
          let half = sight.median.map { ", half of the azimuths to \($0.text)" } ?? ""
          figures.append(
            (
              "Sees at \(band.height.heightText) AGL",
              sight.outer == .zero ? "nothing" : "to \(sight.outer.text) (\(sight.limit))\(half)"
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
        coverage.isOverTerrain
        ? "Over terrain, k = \(scenario.effectiveEarthFactor.fixed(3)); of single radars the outline through the farthest places seen, within which places may be hidden"
        : "Smooth Earth, k = \(scenario.effectiveEarthFactor.fixed(3)), ground at \(scenario.groundElevation.heightText)",
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
          let sight = RadarSight(band, radar, station)
          var figures = [
            ("Height", "\(band.height.heightText) AGL"), ("Sees to", sight.outer.text),
            ("Limited by", sight.limit), ("Area", band.ringAreas[radar].text),
          ]
          if let median = sight.median { figures.insert(("Half of the azimuths to", median.text), at: 2) }
          if let inner = sight.inner, inner > .zero { figures.insert(("Blind within", inner.text), at: 1) }
          let sectors = station.blindSectors.map(\.text)
          if !sectors.isEmpty { figures.append(("Blind sectors", sectors.joined(separator: ", "))) }
          if !station.horizonMask.isEmpty { figures.append(("Horizon mask", station.horizonMask.text)) }
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
          figures: [
            ("Ready", BaseRow(base: base, scenario: scenario).assetText),
            ("Elevation", base.elevation?.heightText ?? "unknown"),
          ],
          style: "base", shape: .point(base.position))
      })
  }

  private var stripFolder: Folder {
    Folder(
      name: "Strips",
      placemarks: scenario.strips.map { strip in
        var figures = [
          ("Elevation", strip.elevation?.heightText ?? "unknown"), ("Length", strip.length?.heightText ?? "unknown"),
          ("Position", strip.isApproximate ? "approximate: an area, not a point" : "as given"),
        ]
        for period in Period.allCases where !responses.isEmpty {
          let first = StripRow(strip: strip, responses: responses).first(by: period).flatMap { response in
            response.total.map {
              "\(response.asset.aircraft.name) from \(response.asset.base.name), \($0.text) after the order"
            }
          }
          figures.append(("First there by \(period.rawValue)", first ?? "nobody"))
        }
        return .init(name: strip.name, figures: figures, style: "strip", shape: .point(strip.position))
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
