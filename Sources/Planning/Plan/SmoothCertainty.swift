package import Coverage
internal import GeoFiles
internal import Radar
internal import Response
package import Scenario
internal import Units

/// How certain it is that a network sees the coverage target over a smooth Earth, when refraction and the cross-section are
/// known within bands.
///
/// Certain is what one radar sees in all three states, likely what is seen at the median, doubtful what is seen in any of them. The
/// farther the rays bend and the larger the echo, the farther the edge, but under an upper limit of the beam more is seen the less
/// they bend.
package struct SmoothCertainty: Sendable, Hashable {
  /// The areas by height, those of the altitude bands first, then those of the altitudes above mean sea level.
  package let areas: [NetworkCertainty.Areas]
  /// The areas within the region of interest; nil without one.
  package let interest: [NetworkCertainty.Areas]?
}

extension SmoothCertainty {
  /// Compares what a network sees under the worst, at the median and under the best.
  /// - Parameter network: As it sees under the worst.
  /// - Returns: Nil where nothing is in doubt, no radar stands, or no height is asked.
  /// - Throws: ``GeoFileError`` when GEOS fails on a shape.
  init?(_ scenario: Scenario, _ network: SmoothEarthCoverage) throws(GeoFileError) {
    guard let doubt = scenario.doubt, !network.stations.isEmpty,
      !(scenario.altitudeBands.isEmpty && scenario.altitudes.isEmpty)
    else { return nil }
    var seen: [(areas: [Area], interest: [Area]?)] = []
    let all = [doubt.worst, doubt.likely, doubt.best]
    for (own, needsAll) in [(doubt.worst, true), (doubt.likely, nil), (doubt.likely, false)] {
      var state = scenario.network(network.stations, in: own)
      state.states = needsAll.map { needsAll in
        SmoothEarthStates(
          others: all.filter { $0 != own }.map {
            (scenario.network(network.stations, in: $0), $0.crossSection / own.crossSection)
          }, needsAll: needsAll)
      }
      seen.append(try Self.areas(scenario, state, own))
    }
    areas = seen[0].areas.indices.map { height in NetworkCertainty.Areas(nested: seen.map { $0.areas[height] }) }
    interest = seen[0].interest?.indices.map { height in
      NetworkCertainty.Areas(nested: seen.map { $0.interest?[height] ?? .zero })
    }
  }

  private static func areas(
    _ scenario: Scenario, _ network: SmoothEarthCoverage, _ variant: Doubt.Variant
  ) throws(GeoFileError) -> (areas: [Area], interest: [Area]?) {
    var summary = try CoverageSummary(
      of: network, heights: scenario.altitudeBands, target: scenario.soughtTarget(in: variant))
    if let region = scenario.region { summary = try summary.within(region) }
    summary = try summary.at(scenario.altitudes, in: network, of: scenario.region)
    func first(_ areas: [Area]?) -> Area { areas?.first ?? .zero }
    let all =
      summary.bands.map { (first($0.areaSeenByAtLeast), first($0.interest?.areaSeenByAtLeast)) }
      + summary.levels.map { (first($0.areaSeenByAtLeast), first($0.interest?.areaSeenByAtLeast)) }
    return (all.map(\.0), scenario.region == nil ? nil : all.map(\.1))
  }
}

extension Scenario {
  /// A network over the smooth Earth in a state of the world.
  package func network(_ stations: [RadarStation], in variant: Doubt.Variant) -> SmoothEarthCoverage {
    SmoothEarthCoverage(
      stations: stations, groundElevation: groundElevation, earth: EffectiveEarth(k: variant.k))
  }

  /// The coverage target in a state of the world.
  package func soughtTarget(in variant: Doubt.Variant) -> Target {
    var target = coverageTarget
    target.crossSection = target.crossSection * variant.crossSection
    return target
  }
}
