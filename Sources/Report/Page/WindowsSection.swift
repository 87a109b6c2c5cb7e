internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// Each flight and who responds, minute by minute.
struct WindowsSection: ReportSection {
  let id = "windows"
  let title = Phrase.windows
  private let flights: [FlightWindows]
  private let limited: LimitedTable?

  init?(_ input: ReportInput) {
    guard !input.plan.flights.isEmpty else { return nil }
    flights = input.plan.flights
    limited = LimitedTable(input.plan)
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] {
    [("timelines", GanttChart(flights: flights).chart(say))]
  }

  func body(_ say: ReportLanguage) -> HTML {
    let looks = flights.contains { $0.timeline.looks != nil } ? LooksTable(flights: flights).html(say) : ""
    return
      "<p>\(say(.windowsNote))</p>\(GanttChart(flights: flights).chart(say).keyed)\(looks)\(limited?.html(say) ?? "")"
  }
}
