internal import Coverage
internal import Geodesy
public import Planning
internal import Radar
internal import Scenario
internal import Units

extension Records {
  /// The object `coverage` of plan.json.
  static var coverage: Record<Plan> {
    [
      .word(["smooth_earth", "terrain"])("model", { $0.terrain == nil ? "smooth_earth" : "terrain" }),
      .length("post_spacing", \.terrain?.postSpacing), .count("reduction", \.terrain?.coverage.region.reduction),
      .area("rcs", \.coverage.target.crossSection, json: .squareMetres(9)),
      .flag("has_transponder", \.coverage.target.hasTransponder), .transponder(\.coverage.target),
      .area("region_area", \.coverage.interestArea),
      .list("bands", band) { plan in
        let (certainty, probability) = (CertaintyRow.all(plan), ProbabilityRow.all(plan))
        return plan.coverage.bands.enumerated().map { index, band in
          BandRow(
            band: band, stations: plan.network.stations, certainty: certainty.isEmpty ? nil : certainty[index],
            probability: probability.isEmpty ? nil : probability[index])
        }
      },
      .list("altitudes", level) { plan in
        let certainty = CertaintyRow.all(plan).dropFirst(plan.coverage.bands.count)
        let probability = ProbabilityRow.all(plan).dropFirst(plan.coverage.bands.count)
        return plan.coverage.levels.enumerated().map { index, level in
          LevelRow(
            level: level, certainty: certainty.isEmpty ? nil : certainty[certainty.startIndex + index],
            probability: probability.isEmpty ? nil : probability[probability.startIndex + index])
        }
      },
    ]
  }

  static var band: Record<BandRow> {
    [
      .signedLength("height_agl", \.band.height),
      .list("area_seen_by_at_least", seen, meaning: seenMeaning) { SeenRow.all($0.band.areaSeenByAtLeast) },
      .area("unknown_area", \.band.unknownArea), .optionalObject("region", interest, \.band.interest),
      .list("rings", ring) { RadarRow.all(of: $0.band, $0.stations, nil) },
      .objectIfAny("certainty", certainty, \.certainty),
      .objectIfAny("probability", probability, \.probability),
    ]
  }

  static var level: Record<LevelRow> {
    [
      .signedLength("altitude_amsl", \.level.altitude),
      .list("area_seen_by_at_least", seen, meaning: seenMeaning) { SeenRow.all($0.level.areaSeenByAtLeast) },
      .area("unknown_area", \.level.unknownArea), .optionalObject("region", interest, \.level.interest),
      .objectIfAny("certainty", certainty, \.certainty),
      .objectIfAny("probability", probability, \.probability),
    ]
  }

  static var interest: Record<CoverageSummary.Band.Interest> {
    [
      .list("area_seen_by_at_least", seen, meaning: seenMeaning) { SeenRow.all($0.areaSeenByAtLeast) },
      .area("unknown_area", \.unknownArea),
    ]
  }
}

extension Records {
  fileprivate static let seenMeaning =
    "Areas in which so many radars see the target; where looks count, in which one look of each of so many detects it with detection.probability or more."
}

extension Plan {
  /// What each radar and the network see, band by band: first how far each radar sees and the area, then the areas seen by at
  /// least 1, 2, 3 radars, and with a region of interest what is seen of it.
  ///
  /// Over a smooth Earth a radar sees from its inner to its outer radius, less its blind sectors. Over terrain the outer
  /// radius is that of the farthest place that it sees, half of the azimuths reach no farther than the median, and much that
  /// is nearer may be hidden: the area counts what is seen. `area_model` says which it is.
  public var coverageTable: ReportTable { coverageTable(heights: nil) }

  /// The same for some altitude bands only.
  /// - Parameter heights: Heights in whole metres above ground; nil for every band of the scenario.
  public func coverageTable(heights: [Int]?) -> ReportTable {
    let bands = coverage.bands.filter { band in heights?.contains(Int(band.height.metres.rounded())) ?? true }
    let radars = bands.flatMap { RadarRow.all(of: $0, network.stations, terrain) }
    let whole = coverage.interestArea ?? .zero
    func seen(
      _ row: SeenRow, _ areas: [Area], _ unknown: Area?, _ interest: CoverageSummary.Band.Interest?
    ) -> [SeenRow] {
      var part = row
      (part.scope, part.whole) = ("region", whole)
      return SeenRow.all(areas, unknown: unknown, of: row)
        + (interest.map { SeenRow.all($0.areaSeenByAtLeast, unknown: $0.unknownArea, of: part) } ?? [])
    }
    let none = SeenRow(radars: 0, area: .zero)
    var rows = bands.flatMap { band -> [SeenRow] in
      var row = none
      row.height = band.height
      return seen(row, band.areaSeenByAtLeast, band.unknownArea, band.interest)
    }
    for level in heights == nil ? coverage.levels : [] {
      var row = none
      row.altitude = level.altitude
      rows += seen(row, level.areaSeenByAtLeast, level.unknownArea, level.interest)
    }
    return Records.coverageRow(isOverTerrain: terrain != nil).table(
      radars.map(CoverageRow.radar) + rows.map(CoverageRow.seen)
        + CertaintyAreaRow.all(self, heights: heights).map(CoverageRow.certainty)
        + ProbabilityAreaRow.all(self, heights: heights).map(CoverageRow.probability))
  }
}
