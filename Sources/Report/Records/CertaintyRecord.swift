internal import Coverage
internal import GeoFiles
internal import Planning
internal import Radar
internal import Scenario
internal import Units

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
