internal import Coverage
internal import GeoFiles
internal import Planning
internal import Radar
internal import Response
internal import Scenario

extension GeoLayers {
  /// Whether a station stands today; otherwise the plan buys it.
  func isExisting(_ station: RadarStation) -> Bool {
    scenario.existingStations.contains { $0.id == station.id }
  }

  var radars: OutputLayer {
    let rows = StationRow.all(stations, of: scenario, scenario.network(adding: nil), terrain)
    return Records.station.layer(
      "radars", "The radars of the plan", .points, rows.map { ($0, .point($0.station.position)) })
  }

  var bases: OutputLayer {
    let rows = scenario.bases.map { BaseRow(base: $0, scenario: scenario) }
    return Records.base.layer(
      "bases", "Places that respond, and what stands ready there", .points, rows.map { ($0, .point($0.base.position)) })
  }

  var strips: OutputLayer {
    let rows = scenario.strips.map { StripRow(strip: $0, responses: responses) }
    return Records.strip.layer(
      "strips", "Landing strips, and who is there first after an order", .points,
      rows.map { ($0, .point($0.strip.position)) })
  }

  /// Sites without a radar, in the plan too.
  var freeSites: [Scenario.Site] {
    let taken = Set(stations.map(\.id))
    return scenario.sites.filter { $0.radar == nil && !taken.contains($0.id) }
  }

  var candidateSites: OutputLayer {
    Records.site.layer(
      "candidate_sites", "Sites where a radar could stand", .points, freeSites.map { ($0, .point($0.position)) })
  }

  var border: OutputLayer {
    Record<Int>([.count("part", \.self, gis: true)]).layer(
      "border", "The border", .lines, scenario.border.enumerated().map { ($0 + 1, .lines([$1])) })
  }
}
