internal import Coverage
internal import GeoFiles
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// The areas of one height by how certain it is that the network sees them.
struct CertaintyRow {
  var areas: NetworkCertainty.Areas
  var interest: NetworkCertainty.Areas?

  /// By height, in the order of the bands, then of the altitudes above mean sea level; empty when nothing is in doubt.
  static func all(_ plan: Plan) -> [CertaintyRow] {
    guard let certainty = plan.terrain?.certainty else { return [] }
    return certainty.areas.indices.map {
      CertaintyRow(areas: certainty.areas[$0], interest: certainty.interest?[$0])
    }
  }
}

/// A class at a height, for coverage.csv.
struct CertaintyAreaRow {
  var height: Length?
  var altitude: Length?
  var kind: NetworkCertainty.Class
  var area: Area
  var share: Double?

  /// Every class that a place can have at each height.
  static func all(_ plan: Plan, heights: [Int]?) -> [CertaintyAreaRow] {
    let rows = CertaintyRow.all(plan)
    let (bands, levels) = (plan.coverage.bands, plan.coverage.levels)
    let whole = plan.coverage.interestArea ?? .zero
    return rows.enumerated().flatMap { index, row -> [CertaintyAreaRow] in
      let height = index < bands.count ? bands[index].height : nil
      let altitude = index < bands.count ? nil : levels[index - bands.count].altitude
      guard heights.map({ height.map { Int($0.metres.rounded()) }.map($0.contains) ?? false }) ?? true else {
        return []
      }
      return NetworkCertainty.Class.seen.map { kind in
        CertaintyAreaRow(
          height: height, altitude: altitude, kind: kind, area: row.areas[kind],
          share: row.interest.flatMap { whole > .zero ? min($0[kind] / whole, 1) : nil })
      }
    }
  }
}

extension NetworkCertainty.Class {
  /// The classes in which something is seen, and that of which nothing is known.
  static let seen: [Self] = [.certain, .likely, .doubtful, .unknown]

  /// Its word in outputs.
  var word: String {
    switch self {
    case .notSeen: "not_seen"
    case .certain: "certain"
    case .likely: "likely"
    case .doubtful: "doubtful"
    case .unknown: "unknown"
    }
  }

  /// The name of its colour in the palette.
  var tint: String {
    switch self {
    case .notSeen: "bare"
    case .certain: "blue"
    case .likely: "green"
    case .doubtful: "amber"
    case .unknown: "unknown"
    }
  }
}

extension Records {
  /// `certainty` of a band or an altitude in plan.json.
  static var certainty: Record<CertaintyRow> {
    [
      .area("certain", { $0.areas[.certain] }), .area("likely", { $0.areas[.likely] }),
      .area("doubtful", { $0.areas[.doubtful] }), .area("unknown", { $0.areas[.unknown] }),
      .objectIfAny("region", certaintyRegion, \.interest),
    ]
  }

  private static var certaintyRegion: Record<NetworkCertainty.Areas> {
    [
      .area("certain", { $0[.certain] }), .area("likely", { $0[.likely] }), .area("doubtful", { $0[.doubtful] }),
      .area("unknown", { $0[.unknown] }),
    ]
  }
}
