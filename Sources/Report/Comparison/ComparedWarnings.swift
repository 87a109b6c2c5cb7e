/// Warnings that only one of the plans has.
struct ComparedWarnings: ReportSection {
  let id = "warnings"
  let title = Phrase.comparedWarnings
  let comparison: PlanComparison

  func body(_ say: ReportLanguage) -> HTML {
    let lists = [(Phrase.warningsAdded, comparison.warningsAdded), (.warningsRemoved, comparison.warningsRemoved)]
    let parts = lists.filter { !$0.1.isEmpty }.map { phrase, lines -> HTML in
      "<h3>\(say(phrase))</h3><ul>\(lines.map { "<li lang=\"en\">\($0)</li>" as HTML })</ul>"
    }
    return parts.isEmpty ? "<p>\(say(.nothingChanges))</p>" : HTML(trusted: parts.map(\.markup).joined())
  }
}
