internal import Planning
internal import Response
internal import Scenario

/// Daylight and Moon over each base, where the scenario states a date.
struct SkySection: ReportSection {
  let id = "sky"
  let title = Phrase.sky
  private let rows: [SkyRow]
  private let date: String
  private let clock: String

  init?(_ input: ReportInput) {
    guard let rows = SkyRow.all(input.plan.scenario), let date = input.plan.scenario.date else { return nil }
    self.rows = rows
    self.date = "\(date)"
    clock = input.plan.scenario.clockName ?? "UTC"
  }

  func body(_ say: ReportLanguage) -> HTML {
    """
    <p>\(say(.skyNote, date, clock))</p>
    \(Records.skyOfBase.html(rows, caption: say(.skyCaption), say))
    """
  }
}
