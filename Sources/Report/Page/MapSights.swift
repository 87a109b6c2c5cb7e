internal import Coverage
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What the page looks up of the radars of all its networks, those that see the same once.
///
/// The page knows no physics. Over a smooth Earth each radar has a ``RingTable`` with a row for every height at which the
/// page's map can stand; over terrain what it sees is in the grids, and a ``LimitTable`` gives the reason where it sees
/// nothing. A table belongs to azimuths, which blind sectors leave out.
struct MapSights {
  let plan: Plan
  let isOverTerrain: Bool
  /// Heights above the smooth ground for which tables have a row, ascending; none over terrain.
  let heights: [Length]
  private let stations: [RadarStation]
  private let positions: [RadarStation: Int]
  private let target: Target
  private let network: SmoothEarthCoverage

  /// - Parameter variant: The state of the world; nil for that of the plan.
  init(_ plan: Plan, isOverTerrain: Bool, in variant: Doubt.Variant? = nil) {
    self.plan = plan
    target = variant.map(plan.scenario.soughtTarget(in:)) ?? plan.coverage.target
    network = variant.map { plan.scenario.network(plan.network.stations, in: $0) } ?? plan.network
    self.isOverTerrain = isOverTerrain
    heights = isOverTerrain ? [] : RingTable.heights(of: plan.scenario)
    var stations: [RadarStation] = []
    var positions: [RadarStation: Int] = [:]
    for station in plan.options.flatMap({ plan.scenario.stations(adding: $0.purchase) })
    where positions[Self.unnamed(station)] == nil {
      positions[Self.unnamed(station)] = stations.count
      stations.append(station)
    }
    (self.stations, self.positions) = (stations, positions)
  }

  /// The place of a station in ``json``.
  func position(of station: RadarStation) -> Int { positions[Self.unnamed(station)] ?? 0 }

  var json: JSON { .array(stations.map(sight)) }

  private func sight(_ station: RadarStation) -> JSON {
    let antenna = plan.terrain?.antennaAltitude(of: station)
    let limits = RadarLimits(
      of: station, antennaAltitude: antenna ?? .zero, target: target, k: network.earth.k)
    let lack =
      target.isDetectable(by: station.type.kind)
      ? nil : limits.cause(at: .zero, groundDistance: .zero, azimuth: .zero)
    if let together = together(station) {
      let never = lack == nil ? (station.isMember ? "member" : nil) : together == "stations" ? "silent" : lack?.rawValue
      return .object([
        "never": .optional(never), "is_site_unknown": .bool(false), "partners": .string(together),
        "range_m": .number(limits.slantRange.metres, decimals: 3),
        "range_limit": .string(CoverageRing.Limit.instrumented.rawValue),
        "azimuths_deg": .array([.array([.integer(0), .integer(360), .integer(0)])]), "tables": .array([]),
      ])
    }
    let spans = MaskedSpan.all(of: station)
    let isByDetection = station.type.detectionRange(of: target.crossSection) < station.type.instrumentedRange
    // A table for each mask: one where there is none.
    var masks: [Angle?] = []
    var tables: [JSON] = []
    for span in spans where !masks.contains(span.mask) {
      if isOverTerrain, antenna == nil || lack != nil { break }
      masks.append(span.mask)
      tables.append(
        isOverTerrain
          ? LimitTable(limits, azimuth: .degrees(span.beginDegrees + span.widthDegrees / 2)).json
          : RingTable(of: span.station(station), in: network, heights: heights, target: target).json)
    }
    if !isOverTerrain, spans.isEmpty {
      tables.append(RingTable(of: station, in: network, heights: heights, target: target).json)
    }
    return .object([
      "never": .optional(lack?.rawValue),
      "is_site_unknown": .bool(plan.terrain != nil && antenna == nil),
      "range_m": .number(limits.slantRange.metres, decimals: 3),
      "range_varies": .bool(limits.rangeVaries),
      "range_limit": .string((isByDetection ? CoverageRing.Limit.detection : .instrumented).rawValue),
      // From where on, how wide, and which of the tables.
      "azimuths_deg": .array(
        spans.map {
          .array([
            .number($0.beginDegrees, decimals: 9), .number($0.widthDegrees, decimals: 9),
            .integer(masks.firstIndex(of: $0.mask) ?? 0),
          ])
        }),
      "tables": .array(tables),
    ])
  }

  /// What the page looks up of stations that see together with others.
  static let togetherWords = ["stations", "illuminators", "member", "silent"]

  /// With what a station sees together, as the page's words have it; nil for one that sees alone.
  private func together(_ station: RadarStation) -> String? {
    switch station.partners {
    case .none: nil
    case .stations, .member: "stations"
    case .illuminators: "illuminators"
    }
  }

  /// A station without the names that differ between networks.
  private static func unnamed(_ station: RadarStation) -> RadarStation {
    var station = station
    (station.id, station.name) = ("", "")
    return station
  }
}

extension JSON {
  /// Words of rows, each where it is another than that of the row before: `[[0,"horizon"],[57,"detection"]]`.
  static func runs(_ words: [String]) -> JSON {
    .array(
      words.indices.filter { $0 == 0 || words[$0] != words[$0 - 1] }.map { .array([.integer($0), .string(words[$0])]) })
  }
}
