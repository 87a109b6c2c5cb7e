internal import Coverage
internal import Interception
internal import Radar
internal import Units

extension Scenario {
  /// The scenario at the median of its bands, without them: what measurements are compared with.
  ///
  /// What a plan calls seen is seen under the worst of refraction and cross-section; an instrument sees what there is.
  public var atMedian: Scenario {
    guard let doubt else { return self }
    var scenario = self
    scenario.effectiveEarthFactor = doubt.median.k
    scenario.coverageTarget.crossSection = coverageTarget.crossSection * doubt.likely.crossSection
    for index in scenario.flights.indices {
      scenario.flights[index].target.crossSection =
        flights[index].target.crossSection * doubt.likely.crossSection
    }
    scenario.doubt = nil
    return scenario
  }
}
