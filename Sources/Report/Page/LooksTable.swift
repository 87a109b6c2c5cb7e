internal import Interception
internal import Scenario
internal import Units

/// What the looks of the network come to, a line for each flight.
struct LooksTable {
  let flights: [FlightWindows]

  func html(_ say: ReportLanguage) -> HTML {
    let heads: [Phrase] = [
      .flight, .detectedBefore, .trackedBefore, .detectedBetween, .trackedBetween, .trackHeld, .timesLost, .lostBetween,
      .reacquiredBetween, .timeInView, .rejectedShare,
    ]
    func times(_ quantiles: LookTimes.Quantiles) -> String {
      let times = [quantiles.tenth, quantiles.median, quantiles.ninetieth]
      // What is not that likely is never reached; a dash stands where there is nothing to reach.
      guard times.contains(where: { $0 != nil }) else { return say(.never) }
      return times.map { $0?.clockSecondsText ?? say(.never) }.joined(separator: " – ")
    }
    let rows = flights.compactMap { entry -> [HTML]? in
      guard let looks = entry.timeline.looks else { return nil }
      return [
        "\(name: entry.flight.id)", "\(looks.detectionBeforeLanding.percent)", "\(looks.trackBeforeLanding.percent)",
        "\(times(looks.detectionTimes))", "\(times(looks.trackTimes))", "\(looks.heldTime.text)",
        "\(looks.losses.fixed(1))", "\(looks.firstLoss.map { times($0.times) } ?? "–")",
        "\(looks.firstLoss.map { times($0.reacquisitionTimes) } ?? "–")", "\(looks.inView.text)",
        "\(looks.rejectedText(say) ?? "–")",
      ]
    }
    let table = HTML.table(
      caption: say(.looksCaption), heads: heads.map { say($0) }, rows: rows, numeric: Set(1...10))
    return "<p>\(say(.looksNote))</p>\(table)"
  }
}

extension LookTimes {
  /// The share of the time in view that radial speeds take, with its parts where blind speeds have one; nil where it is never
  /// in view.
  func rejectedText(_ say: ReportLanguage) -> String? {
    guard let whole = rejectedShare, let notch = notchShare, let blind = blindSpeedShare else { return nil }
    return atBlindSpeed > .zero ? say(.rejectedParts, whole.percent, notch.percent, blind.percent) : whole.percent
  }
}
