internal import Coverage
internal import Radar
internal import Scenario
internal import Units

/// What a scenario states, where the worst of its bands is what counts.
extension Scenario {
  /// The stated cross-section, and what it counts as, for the page.
  func statedText(_ say: ReportLanguage) -> String {
    let stated = statedCrossSection.crossSectionText
    guard spreadRatio > 1 else { return stated }
    return say(.countedAs, stated, coverageTarget.crossSection.crossSectionText)
  }

  /// ` counted as 0.501 m² (−3 dB)`; nil where what is stated counts.
  var countedText: String? {
    guard let spread = doubt?.crossSectionSpread.value, spread > 0 else { return nil }
    return " counted as \(coverageTarget.crossSection.crossSectionText) (−\(spread.significant(3)) dB)"
  }
}
