internal import Interception
internal import Planning
internal import Response
internal import Units

/// One line per flight: when it is seen, and who meets it.
struct FlightsTable {
  let plan: Plan

  func html(_ say: ReportLanguage) -> HTML {
    let heads: [Phrase] = [
      .flight, .strip, .firstSeen, .warning, .lands, .leaves, .bestAsset, .arrives, .toSpare, .outcome,
    ]
    let rows = plan.flights.map { entry -> [HTML] in
      let timeline = entry.timeline
      let window = entry.bestWindow
      let seen: HTML =
        timeline.firstDetection.map {
          "\($0.clockText) \(say(.by)) \(name: plan.firstRadars(of: entry).joined(separator: "; "))"
        } ?? "\(timeline.glimpses.map(\.span.length).max().map { say(.onlyGlimpsed, $0.text) } ?? say(.never))"
      let slack: HTML =
        window?.slack.map { "<span class=\"chip \(SlackText.cssClass($0))\">\(SlackText.text($0, say))</span>" } ?? "–"
      return [
        "<span title=\"\(entry.flight.name)\">\(name: entry.flight.id)</span>",
        Called.html(entry.flight.strip.name, entry.flight.strip.id), seen,
        "\(timeline.warning?.text ?? say(.never))", "\(timeline.landing.clockText)", "\(timeline.takeoff.clockText)",
        window.map { "\(name: $0.asset.id)\($0.period.map { ", \(say($0.phrase))" } ?? "")" } ?? "–",
        "\(window?.arrival?.clockText ?? "–")", slack,
        "\(window?.words(say) ?? say(entry.verdict.phrase))",
      ]
    }
    return .table(caption: say(.flightsCaption), heads: heads.map { say($0) }, rows: rows, numeric: [3, 4, 5, 7])
  }
}
