internal import Coverage
internal import Interception
internal import Radar
public import Units

extension Scenario {
  /// The factor of the effective Earth radius as it is stated: the median of a band.
  public var statedEarthFactor: Double { doubt?.median.k ?? effectiveEarthFactor }

  /// By how much a stated cross-section is greater than the one that counts.
  public var spreadRatio: Double { doubt?.crossSectionSpread.ratio ?? 1 }

  /// The coverage target's cross-section as it is stated.
  public var statedCrossSection: Area { coverageTarget.crossSection * spreadRatio }

  /// The scenario at the median of its bands, without them: what measurements are compared with.
  ///
  /// What a plan calls seen is seen under the worst of refraction and cross-section; an instrument sees what there is.
  public var atMedian: Scenario {
    guard doubt != nil else { return self }
    var scenario = self
    scenario.effectiveEarthFactor = statedEarthFactor
    scenario.coverageTarget.crossSection = statedCrossSection
    for index in scenario.flights.indices {
      scenario.flights[index].target.crossSection = flights[index].target.crossSection * spreadRatio
    }
    scenario.doubt = nil
    return scenario
  }
}
