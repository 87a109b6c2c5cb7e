internal import Interception
internal import Units

extension PlanComparison {
  /// The comparison as one HTML page that opens from disk without a network.
  /// - Parameter language: The language that it opens in; the reader can change it.
  public func page(language: ReportLanguage = .en) -> String { units.writing { html(language) } }

  private func html(_ language: ReportLanguage) -> String {
    let sections: [any ReportSection] = [
      ComparedSummary(comparison: self), ComparedCoverage(comparison: self), ComparedFlights(comparison: self),
      ComparedTimes(comparison: self), ComparedWarnings(comparison: self),
    ]
    return PageFrame(
      title: "\(before.folder) → \(after.folder)", about: Phrase.comparison.html, sections: sections,
      language: language, library: nil, data: [], date: PageDate.text()
    ).html.markup
  }
}
