internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

extension Records {
  /// An aircraft of plan.json.
  static var aircraft: Record<Aircraft> {
    [
      .text("id", \.id), .text("name", \.name), .word(Aircraft.Kind.words)("kind", \.kind.rawValue),
      .speed("cruise", \.cruise),
      .duration("departure_allowance", \.departureAllowance, meaning: "Start, taxi and climb."),
      .duration("landing_allowance", \.landingAllowance), .duration("endurance", \.endurance),
      .duration("reserve", \.reserve), .signedLength("ceiling_amsl", \.ceiling),
      .length("required_runway", \.requiredRunway),
    ]
  }

  /// An asset of plan.json.
  static var asset: Record<Asset> {
    [
      .text("id", \.id), .text("base", \.base.id), .text("aircraft", \.aircraft.id), .count("count", \.count),
      .duration("readiness_day", \.readinessByDay), .duration("readiness_night", \.readinessByNight),
    ]
  }

  /// A base of plan.json and of the layer `bases`.
  static var base: Record<BaseRow> {
    [
      .text("id", \.base.id, json: true, gis: true), .text("name", \.base.name, json: true, gis: true),
      .place(\.base.position, json: 7),
      .signedLength("elevation_amsl", \.base.elevation, json: true, gis: .metres().named("elevation")),
      .text("assets", \.assetText, gis: true),
    ]
  }

  /// A strip of plan.json and of the layer `strips`.
  static var strip: Record<StripRow> {
    [
      .text("id", \.strip.id, json: true, gis: true), .text("name", \.strip.name, json: true, gis: true),
      .place(\.strip.position, json: 7),
      .signedLength("elevation_amsl", \.strip.elevation, json: true, gis: .metres().named("elevation")),
      .length("length", \.strip.length, json: true, gis: .metres()),
      .flag("approximate", \.strip.isApproximate, json: .named("is_approximate"), gis: true),
      .optionalObject("over_terrain", floor, meaning: "What the network sees over it; null without terrain.", \.floor),
      .text("day_asset_id", { $0.first(by: .day)?.asset.id }, gis: true),
      .duration("day", { $0.first(by: .day)?.total }, gis: .minutes(1)),
      .text("night_asset_id", { $0.first(by: .night)?.asset.id }, gis: true),
      .duration("night", { $0.first(by: .night)?.total }, gis: .minutes(1)),
    ]
  }

  static var floor: Record<PlaceFloor> {
    [
      .signedLength("ground_amsl", \.ground), .signedLength("lowest_seen_amsl", \.lowest),
      .signedLength("second_seen_amsl", \.second),
      .text("station", \.stationID),
    ]
  }

  /// A site of the layer `candidate_sites`.
  static var site: Record<Scenario.Site> {
    [
      .text("id", \.id, gis: true), .text("name", \.name, gis: true),
      .length("elevation", \.elevation, gis: .metres()),
    ]
  }
}
