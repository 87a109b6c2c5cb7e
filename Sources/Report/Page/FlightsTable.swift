internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// One line per flight: when it is seen, and who meets it.
struct FlightsTable {
  let plan: Plan

  func html(_ say: ReportLanguage) -> HTML {
    // The outcome is next to the strip, so that a phone shows it without scrolling.
    let heads: [Phrase] = [
      .flight, .strip, .outcome, .toSpare, .firstSeen, .warning, .lands, .bestAsset, .ready, .arrives, .leaves,
    ]
    let rows = plan.flights.map { entry -> [HTML] in
      let timeline = entry.timeline
      let window = entry.bestWindow
      let seen: HTML =
        timeline.firstDetection.map {
          "\($0.clockText)\($0 > timeline.landing ? ", \(say(.afterLanding))" : "") \(say(.by)) \(name: plan.firstRadars(of: entry).joined(separator: "; "))"
        } ?? timeline.looks.map { looks in
          looks.rejected > .zero
            ? "\(say(.onlyRejected, looks.inView.text, looks.rejectedText(say) ?? "–"))"
            : looks.inView > .zero ? "\(say(.onlyInView, looks.inView.text))" : "\(say(.never))"
        } ?? "\(timeline.glimpses.map(\.span.length).max().map { say(.onlyGlimpsed, $0.text) } ?? say(.never))"
      let slack: HTML =
        window?.slack.map { "<span class=\"chip \(SlackText.cssClass($0))\">\(SlackText.text($0, say))</span>" } ?? "–"
      return [
        "<span title=\"\(entry.flight.name)\">\(name: entry.flight.id)</span>",
        Called.html(entry.flight.strip.name, entry.flight.strip.id),
        "\(window?.words(say) ?? say(entry.verdict.phrase))", slack, seen,
        "\(timeline.warning?.text ?? say(.never))", "\(timeline.landing.clockText)",
        window.map { Called.html($0.asset) } ?? "–", ready(window, ordered: timeline.ordered, say),
        "\(window?.arrival?.clockText ?? "–")", "\(timeline.takeoff.clockText)",
      ]
    }
    return .table(caption: say(.flightsCaption), heads: heads.map { say($0) }, rows: rows, numeric: [5, 6, 9, 10])
  }

  /// The readiness that counted: that of the period in which the order falls; and the times of both where the order comes
  /// so close to first or last light that a little earlier or later another readiness would have counted.
  private func ready(_ window: Window?, ordered: Duration?, _ say: ReportLanguage) -> HTML {
    guard let window, let period = window.period, let readiness = window.asset.readiness(by: period) else { return "–" }
    let text: HTML = "\(readiness.text) \(say(period.phrase))"
    guard let ordered else { return text }
    let daylight = plan.scenario.daylight.at(window.asset.base.position)
    let changes = [(daylight.begin, Phrase.nearFirstLight), (daylight.end, .nearLastLight)]
    let isAlike = window.asset.readinessByDay == window.asset.readinessByNight
    let near = changes.first { change, _ in
      let apart = (ordered - change).inSeconds.remainder(dividingBy: Double(Duration.secondsPerDay))
      return !isAlike && apart.magnitude <= Self.close.inSeconds
    }
    guard let (change, phrase) = near else { return text }
    return "\(text) <small>(\(say(phrase, ordered.clockSecondsText, change.clockText)))</small>"
  }

  /// Within this of first or last light the table says so.
  private static let close = Duration.minutes(10)
}
