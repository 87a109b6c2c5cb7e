internal import Coverage
internal import Radar
public import Response
internal import Units

extension FlightTrack {
  /// Every span in which one radar has the aircraft in view without a break. An aircraft on the ground is not in view.
  ///
  /// A span in progress at landing ends there. Whether a span is a sighting depends on its length and the radar's revisit
  /// (``Timeline``).
  /// - Parameters:
  ///   - station: Position in the network.
  ///   - coverage: The network; one over terrain needs a track over the same terrain.
  /// - Accuracy: over a smooth Earth ends within 1 ms, and a span or gap below 0.25 s may be missed
  ///   (`sightings agree with stepping through the flight`); over terrain half a post's spacing takes their place.
  public func views(of station: Int, in coverage: some NetworkCoverage) -> [TimeSpan] {
    var views: [(begin: Double, end: Double)] = []
    for leg in legs {
      for span in coverage.spans(station: station, leg: leg, target: flight.target) where span.end > span.begin {
        // Ends of neighbouring legs meet to rounding; landing parts what comes before from what comes after.
        if let last = views.last, span.begin <= last.end + 2e-3, (last.begin < landing) == (span.begin < landing) {
          views[views.count - 1].end = max(last.end, span.end)
        } else {
          views.append((span.begin, span.end))
        }
      }
    }
    return views.map { TimeSpan(begin: .seconds(clamping: $0.begin), end: .seconds(clamping: $0.end)) }
  }

  /// What each radar of a network sees of the flight, in the order of the network.
  /// - Parameter alert: How looks count, and how long a track is kept.
  package func looks(by coverage: some NetworkCoverage, alert: AlertChain) -> [RadarLooks] {
    coverage.stations.indices.map { looks(of: $0, in: coverage, alert: alert) }
  }

  /// What one radar of a network sees of the flight.
  package func looks(of index: Int, in coverage: some NetworkCoverage, alert: AlertChain) -> RadarLooks {
    let (station, views) = (coverage.stations[index], views(of: index, in: coverage))
    guard let settings = alert.detection else { return RadarLooks(station, views: views) }
    return looks(of: station, views: views, along: LookWay(self, station: index, in: coverage), alert: alert, settings)
  }

  /// Every span in which at least one radar's sighting lasts, each with all its radars. Glimpses are not included.
  /// - Parameter coverage: The network; one over terrain needs a track over the same terrain.
  public func sightings(by coverage: some NetworkCoverage) -> [Timeline.Sighting] {
    sightings(
      joining: coverage.stations.indices.map {
        let type = coverage.stations[$0].type
        let isFiltered = type.looks != nil && type.movingTargetLimit != nil
        let rejected = isFiltered ? LookWay(self, station: $0, in: coverage).rejections : []
        return RadarLooks(coverage.stations[$0], views: views(of: $0, in: coverage), rejected: rejected).sightings
      })
  }

  /// What several networks see together, from what each sees on its own; nothing is looked for again.
  ///
  /// - Parameter parts: The sightings of each radar or network.
  /// - Returns: The sightings of all their radars in one network: spans that touch become one, except across
  ///   the landing.
  package func sightings(joining parts: [[Timeline.Sighting]]) -> [Timeline.Sighting] {
    let order = parts.flatMap { $0 }.flatMap(\.stationIDs)
    let all = parts.flatMap { $0 }.sorted { ($0.span.begin, $0.span.end) < ($1.span.begin, $1.span.end) }
    var joined: [Timeline.Sighting] = []
    let touchdown = Duration.seconds(clamping: landing)
    for sighting in all {
      guard var last = joined.last, sighting.span.begin <= last.span.end + .milliseconds(2),
        (last.span.begin < touchdown) == (sighting.span.begin < touchdown)
      else {
        joined.append(sighting)
        continue
      }
      last.span.end = max(last.span.end, sighting.span.end)
      last.stationIDs += sighting.stationIDs.filter { !last.stationIDs.contains($0) }
      joined[joined.count - 1] = last
    }
    let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for index in joined.indices {
      joined[index].stationIDs.sort { places[$0] ?? 0 < places[$1] ?? 0 }
    }
    return joined
  }

  /// The timeline of the flight: its own events, what a network sees of it, and when the order goes out.
  public func timeline(seenBy coverage: some NetworkCoverage, alert: AlertChain) -> Timeline {
    timeline(of: looks(by: coverage, alert: alert), alert: alert, followsLoss: true)
  }

  /// The same from what each radar sees.
  /// - Parameter followsLoss: Whether the network's first loss of its track is looked for, where looks count.
  package func timeline(of looks: [RadarLooks], alert: AlertChain, followsLoss: Bool = false) -> Timeline {
    var timeline = timeline(of: sightings(joining: looks.map(\.sightings)), alert: alert)
    func ordered(_ views: [Timeline.Sighting]) -> [Timeline.Sighting] {
      views.sorted { ($0.span.begin, $0.span.end) < ($1.span.begin, $1.span.end) }
    }
    timeline.glimpses = ordered(looks.flatMap(\.glimpses))
    if let settings = alert.detection {
      timeline.rejections = ordered(looks.flatMap(\.rejections))
      timeline.blindSpeeds = ordered(looks.flatMap(\.blindSpeeds))
      let found = lookTimes(of: looks, alert: alert, settings, followsLoss: followsLoss)
      set(&timeline, by: found.times, alert: alert, settings)
      timeline.looks = found.summary
    }
    return timeline
  }

  /// What counts as detected and tracked where looks count.
  private func set(
    _ timeline: inout Timeline, by times: DetectionTimes, alert: AlertChain, _ settings: DetectionSettings
  ) {
    func time(_ seconds: Double?) -> Duration? { seconds.map { .seconds(clamping: $0) } }
    timeline.firstDetection = time(times.detection(quantile: settings.confidence))
    timeline.firstDetectionPosition = timeline.firstDetection.map { position(at: $0) }
    timeline.confirmed = time(times.track(quantile: settings.confidence))
    timeline.ordered = timeline.confirmed.map { $0 + alert.decision }
    timeline.tracks = times.spans(heldWith: settings.confidence).map {
      TimeSpan(begin: .seconds(clamping: $0.lowerBound), end: .seconds(clamping: $0.upperBound))
    }
  }

  /// The same from what a network sees, without glimpses.
  /// - Parameter sightings: In order of time.
  package func timeline(of sightings: [Timeline.Sighting], alert: AlertChain) -> Timeline {
    let confirming = alert.confirming(sightings)
    // A sighting that is long enough by the accuracy of its ends confirms a track no later than its end.
    let confirmed = confirming.map { min($0.begin + alert.confirmation, $0.end) }
    let first = sightings.first?.span.begin
    return Timeline(
      departure: .seconds(clamping: departure), landing: .seconds(clamping: landing),
      takeoff: .seconds(clamping: takeoff), exit: .seconds(clamping: exit),
      sightings: sightings, firstDetection: first, firstDetectionPosition: first.map { position(at: $0) },
      confirmed: confirmed, ordered: confirmed.map { $0 + alert.decision }, tracks: alert.tracks(of: sightings))
  }

  /// Whether an asset is at the strip before the aircraft leaves it, when the order goes out at a time.
  ///
  /// The same as the verdicts ``Window/Verdict/beforeLanding`` and ``Window/Verdict/onGround`` of an asset that is free.
  public func isMet(by asset: Asset, orderedAt order: Duration, daylight: Daylight, onScene: Duration) -> Bool {
    let period = daylight.at(asset.base.position).period(at: order)
    let response = ResponseTime(asset: asset, strip: flight.strip, period: period, onScene: onScene, at: order)
    guard let total = response.total, response.isReachable else { return false }
    return order + total <= .seconds(clamping: takeoff)
  }
}

extension AlertChain {
  /// The first sighting that lasts long enough for a track.
  func confirming(_ sightings: [Timeline.Sighting]) -> TimeSpan? {
    sightings.first { $0.span.lasts(confirmation) }?.span
  }

  /// The spans in which a track is held.
  ///
  /// A sighting that begins while an older track is kept goes on with it; any other has to last as long as confirmation.
  func tracks(of sightings: [Timeline.Sighting]) -> [TimeSpan] {
    var tracks: [TimeSpan] = []
    for sighting in sightings.map(\.span) {
      if let last = tracks.last, sighting.begin <= last.end {
        tracks[tracks.count - 1].end = max(last.end, sighting.end + trackMemory)
      } else if sighting.lasts(confirmation) {
        tracks.append(
          TimeSpan(begin: min(sighting.begin + confirmation, sighting.end), end: sighting.end + trackMemory))
      }
    }
    return tracks
  }
}
