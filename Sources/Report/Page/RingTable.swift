internal import Coverage
internal import Scenario
internal import Units

/// Where one radar sees the map's target over a smooth Earth, at each of some heights, and what sets the edges: the library's
/// rings as a table.
///
/// Distances are whole metres, the outer ones rounded down and the inner ones up, each by at least a centimetre: the page's
/// distances differ from the library's by a millimetre or two (Vincenty's inverse and positions to eight decimals), so that it
/// reports a place as seen only where the library does. Where nothing is left between the edges, both remain: they say why a
/// place is not seen.
struct RingTable {
  private let edges: [RingEdges]

  init(of station: RadarStation, in network: SmoothEarthCoverage, heights: [Length], target: Target) {
    edges = heights.map { network.edges(of: station, targetHeight: $0, target: target) }
  }

  var json: JSON {
    .object([
      "inner_m": .array(
        edges.map { .number($0.innerLimit == nil ? 0 : ($0.inner.metres + 0.01).rounded(.up), decimals: 0) }),
      "outer_m": .array(edges.map { .number(max(($0.outer.metres - 0.01).rounded(.down), 0), decimals: 0) }),
      "inner_limits": .runs(edges.map { $0.innerLimit?.rawValue ?? "" }),
      "outer_limits": .runs(edges.map(\.outerLimit.rawValue)),
    ])
  }

  /// Every height at which the map of a scenario can stand, so that no ring is interpolated; and heights near the ground and
  /// above the slider, for the lowest height that is seen at a place.
  ///
  /// Between rows the outer radius is a concave function of the height, so that the chord lies above the lowest height:
  /// along the horizon by 0.5 m at most, s²/8R for a step of the radius s; by a step at most where the range ends.
  static func heights(of scenario: Scenario) -> [Length] {
    let stops = AltitudeStops.of(scenario)
    let overSea = stops.map { max($0 - scenario.groundElevation, .zero) }
    let near = [0.0, 0.5, 1, 2, 3, 5, 7].map { Length.metres($0) }
    var far: [Length] = []
    var height = max(stops.last ?? .zero, .metres(1000)) * step
    while height < highest {
      far.append(height)
      height = height * step
    }
    let bands = scenario.altitudeBands.filter { $0 >= .zero }
    return Set(stops + overSea + bands + near + far + [highest]).sorted()
  }

  /// Above the slider, each height to the one before it.
  private static let step = 1.02
  /// The greatest height that is looked at: no light aircraft flies there.
  private static let highest = Length.metres(20_000)
}
