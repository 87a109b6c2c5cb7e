/// Warnings that only one of the plans has.
struct ComparedWarnings: ReportSection {
  let id = "warnings"
  let title = Phrase.comparedWarnings
  let comparison: PlanComparison

  func body(_ say: ReportLanguage) -> HTML {
    let lists = [(Phrase.warningsAdded, comparison.warningsAdded), (.warningsRemoved, comparison.warningsRemoved)]
    let parts = lists.filter { !$0.1.isEmpty }.map { phrase, lines -> HTML in
      let items = lines.map { line -> HTML in
        say == .en ? "<li>\(line)</li>" : "<li>\(say(.originalText)) <q lang=\"en\">\(line)</q></li>"
      }
      return "<h3>\(say(phrase))</h3><ul>\(items)</ul>"
    }
    return parts.isEmpty ? "<p>\(say(.nothingChanges))</p>" : HTML(trusted: parts.map(\.markup).joined())
  }
}
