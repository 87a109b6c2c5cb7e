internal import Radar

/// Lines of a loss budget in the page's languages.
enum BudgetWords {
  /// What lines begin with; those with a value before those without.
  private static let phrases: [(start: String, phrase: Phrase)] = [
    ("peak power", .budgetPeakPower), ("pulse duration", .budgetPulse), ("transmitting gain", .budgetTransmit),
    ("receiving gain", .budgetReceive), ("wavelength squared", .budgetWavelength),
    ("cross-section against ", .budgetSectionAgainst), ("cross-section", .budgetSection),
    ("range to the fourth", .budgetFourth), ("range squared", .budgetSquared), ("Boltzmann", .budgetBoltzmann),
    ("noise temperature", .budgetNoise), ("losses", .budgetLosses), ("SNR at ", .budgetReference),
    ("antenna pattern", .budgetPattern), ("gases", .budgetGases), ("rain", .budgetRain), ("lobing", .budgetLobing),
  ]

  /// A line's name, with its unit where that is not the decibel alone.
  static func text(_ line: RadarBudget.Line, _ say: ReportLanguage) -> String {
    let parts = line.name.split(separator: " (", maxSplits: 1)
    guard let name = parts.first, let entry = phrases.first(where: { name.hasPrefix($0.start) }) else {
      return line.name
    }
    let unit = parts.count == 2 && parts[1] != "dB)" ? " (\(parts[1])" : ""
    let value = String(name.dropFirst(entry.start.count))
    let words =
      entry.phrase == .budgetSectionAgainst || entry.phrase == .budgetReference
      ? say(entry.phrase, value) : say(entry.phrase)
    if name.hasSuffix("two-way") { return say(.budgetTwoWay, words) + unit }
    return (name.hasSuffix("one-way") ? say(.budgetOneWay, words) : words) + unit
  }
}
