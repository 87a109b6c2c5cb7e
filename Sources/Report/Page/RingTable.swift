internal import Coverage
internal import Scenario
internal import Units

/// Where one radar sees the map's target over a smooth Earth, at each of some heights: the library's rings as a table.
///
/// Distances are whole metres, the outer ones rounded down and the inner ones up, each by at least a centimetre: the page's
/// distances differ from the library's by a millimetre or two (Vincenty's inverse and positions to eight decimals), so that it
/// reports a place as seen only where the library does.
struct RingTable {
  /// Metres; where nothing is seen both are zero.
  private let rings: [(inner: Double, outer: Double)]
  private let limits: [CoverageRing.Limit]

  init(of station: RadarStation, in network: SmoothEarthCoverage, heights: [Length], target: Target) {
    let rounded = heights.map { height -> (inner: Double, outer: Double, limit: CoverageRing.Limit) in
      let ring = network.ring(of: station, targetHeight: height, target: target)
      let outer = (ring.outerRadius.metres - 0.01).rounded(.down)
      let inner = ring.innerRadius > .zero ? (ring.innerRadius.metres + 0.01).rounded(.up) : 0
      return ring.limit == .blind || outer <= inner ? (0, 0, .blind) : (inner, outer, ring.limit)
    }
    rings = rounded.map { ($0.inner, $0.outer) }
    limits = rounded.map(\.limit)
  }

  var json: JSON {
    .object([
      "inner_m": .array(rings.map { .number($0.inner, decimals: 0) }),
      "outer_m": .array(rings.map { .number($0.outer, decimals: 0) }),
      "limits": .runs(limits.map(\.rawValue)),
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
