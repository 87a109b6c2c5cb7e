package import Coverage
package import Radar
internal import Units

extension FlightTrack {
  /// The times, s, at which what looks come to is known: from departure until a track can last after the exit.
  func lookGrid(_ alert: AlertChain) -> [Double] {
    let end = exit + alert.trackMemory.inSeconds + 1
    let step = max(1, (end - departure) / 20_000)
    let count = max(1, Int(clamping: ((end - departure) / step).rounded(.up)))
    return (0...count).map { departure + Double($0) * step }
  }

  /// What one radar sees of the flight by its looks along a known way.
  package func looks(
    of station: RadarStation, views: [TimeSpan], along way: LookWay, alert: AlertChain, _ settings: DetectionSettings
  ) -> RadarLooks {
    let revisit = (station.type.revisit ?? DetectionSettings.assumedRevisit).inSeconds
    return RadarLooks(station, views: views, rejected: way.rejections, blindSpeeds: way.blindSpeeds).with(
      history(of: station, along: way, alert: alert, settings), along: way, revisitSeconds: revisit)
  }

  /// When the network first loses its track, and has one again; nil where no look ever detects.
  func firstLoss(of looks: [RadarLooks], alert: AlertChain, _ settings: DetectionSettings) -> FirstLoss? {
    let looking = looks.compactMap(\.looking)
    let spans = looking.compactMap(\.way.span)
    guard let begin = spans.map(\.lowerBound).min(), let end = spans.map(\.upperBound).max(), end > begin else {
      return nil
    }
    return FirstLoss(
      of: looking.map { radar in
        LookingRadar(revisitSeconds: radar.revisitSeconds) { radar.way.probability(at: $0) }
      },
      over: begin...end, rule: settings.track, memorySeconds: alert.trackMemory.inSeconds)
  }

  /// What the looks of one radar come to; nil where they can detect nothing.
  /// - Parameter settings: How looks count.
  func history(
    of station: RadarStation, along way: LookWay, alert: AlertChain, _ settings: DetectionSettings
  ) -> LookHistory? {
    guard let span = way.span else { return nil }
    let grid = lookGrid(alert)
    let memory = alert.trackMemory.inSeconds
    let revisit = (station.type.revisit ?? DetectionSettings.assumedRevisit).inSeconds
    let first = max(0, (grid.firstIndex { $0 > span.lowerBound } ?? grid.count) - 1)
    let last = grid.firstIndex { $0 >= span.upperBound + max(memory, revisit) } ?? grid.count - 1
    guard first < last else { return nil }
    let radar = LookingRadar(revisitSeconds: revisit) { way.probability(at: $0) }
    // About a sixth of a second between the phases of common radars, and no more than the grid can show of slow ones.
    let phases = max(1, min(64, Int(clamping: (revisit / 0.1).rounded(.up))))
    return radar.history(at: Array(grid[first...last]), rule: settings.track, memorySeconds: memory, phases: phases)
      .starting(at: first)
  }

  /// What the looks of some radars come to together.
  /// - Parameter followsLoss: Whether the first loss is looked for as well, which takes many draws.
  func lookTimes(
    of looks: [RadarLooks], alert: AlertChain, _ settings: DetectionSettings, followsLoss: Bool
  ) -> (times: DetectionTimes, summary: LookTimes) {
    let times = DetectionTimes(seconds: lookGrid(alert), joining: looks.compactMap(\.history))
    func quantiles(_ value: (Double) -> Double?) -> LookTimes.Quantiles {
      func at(_ share: Double) -> Duration? { value(share).map { .seconds(clamping: $0) } }
      return LookTimes.Quantiles(tenth: at(0.1), median: at(0.5), ninetieth: at(0.9))
    }
    let loss = followsLoss ? firstLoss(of: looks, alert: alert, settings) : nil
    let views = looks.flatMap { $0.sightings + $0.glimpses + $0.rejections }
    let seen = looks.flatMap { $0.sightings + $0.glimpses }
    let (inView, detectable) = (Self.length(views.map(\.span)), Self.length(seen.map(\.span)))
    // What staggered pulses would leave in view besides.
    let staggered = Self.length((seen + looks.flatMap(\.blindSpeeds)).map(\.span))
    return (
      times,
      LookTimes(
        detectionBeforeLanding: times.value(of: \.detected, at: landing),
        trackBeforeLanding: times.value(of: \.tracked, at: landing),
        detection: times.detectionProbability, track: times.trackProbability,
        detectionTimes: quantiles { times.detection(quantile: $0) },
        trackTimes: quantiles { times.track(quantile: $0) },
        heldTime: .seconds(clamping: times.heldSeconds), losses: times.losses.last ?? 0,
        reacquisitions: max((times.starts.last ?? 0) - times.trackProbability, 0), inView: inView,
        rejected: max(inView - detectable, .zero), atBlindSpeed: max(staggered - detectable, .zero),
        radars: looks.compactMap { radar in
          let views = (radar.sightings + radar.glimpses + radar.rejections).map(\.span)
          guard !views.isEmpty || radar.history != nil else { return nil }
          return LookTimes.Radar(
            stationID: radar.stationID, inView: Self.length(views),
            rejected: Self.length(radar.rejections.map(\.span)),
            atBlindSpeed: Self.length(radar.blindSpeeds.map(\.span)),
            detection: radar.history.map { 1 - ($0.undetected.last ?? 1) } ?? 0)
        }, firstStationIDs: first(of: looks, by: times.detection(quantile: settings.confidence), on: times.seconds),
        firstLoss: loss.map { loss in
          LookTimes.FirstLoss(
            beforeLanding: loss.lossProbability(by: landing), probability: loss.lossProbability,
            reacquisition: loss.returnProbability, times: quantiles { loss.loss(quantile: $0) },
            reacquisitionTimes: quantiles { loss.trackReturn(quantile: $0) })
        })
    )
  }

  /// The radars that have detected the flight by a time with a probability of 10 % or more.
  private func first(of looks: [RadarLooks], by time: Double?, on grid: [Double]) -> [String] {
    guard let time else { return [] }
    return looks.filter { radar in
      guard let history = radar.history else { return false }
      return DetectionTimes(seconds: grid, joining: [history]).value(of: \.detected, at: time) >= 0.1
    }.map(\.stationID)
  }

  /// How long some spans last together; what several cover counts once.
  private static func length(_ spans: [TimeSpan]) -> Duration {
    var (sum, end) = (Duration.zero, Duration?.none)
    for span in spans.sorted(by: { $0.begin < $1.begin }) {
      let begin = end.map { max($0, span.begin) } ?? span.begin
      if span.end > begin { sum += span.end - begin }
      end = end.map { max($0, span.end) } ?? span.end
    }
    return sum
  }
}

extension TimeSpan {
  /// The parts of it outside some spans.
  /// - Parameter spans: In order of time, without overlap.
  func without(_ spans: [TimeSpan]) -> [TimeSpan] { parted(by: spans).filter { !$0.isWithin }.map(\.span) }

  /// The parts of it within some spans.
  /// - Parameter spans: In order of time, without overlap.
  func within(_ spans: [TimeSpan]) -> [TimeSpan] { parted(by: spans).filter(\.isWithin).map(\.span) }
}
