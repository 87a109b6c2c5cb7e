public import Response
internal import Units

extension FlightTrack {
  /// What several networks see together, from what each sees alone; nothing is looked for anew.
  ///
  /// - Parameter parts: The sightings of each network (``sightings(by:)``).
  /// - Returns: The sightings of all their radars in one network: spans that touch become one, and landing parts what
  ///   comes before from what comes after.
  public func sightings(joining parts: [[Timeline.Sighting]]) -> [Timeline.Sighting] {
    let all = parts.flatMap { $0 }.sorted { ($0.span.begin, $0.span.end) < ($1.span.begin, $1.span.end) }
    var joined: [Timeline.Sighting] = []
    let touchdown = Duration.seconds(landing)
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
    return joined
  }

  /// The marks of the flight and when the order goes out, from what a network sees of it.
  /// - Parameter sightings: In order of time.
  public func timeline(of sightings: [Timeline.Sighting], alert: AlertChain) -> Timeline {
    // An edge is known to a millisecond; a sighting that falls short by less is long enough.
    let confirming = sightings.first { $0.span.length + .milliseconds(2) >= alert.confirmation }
    let confirmed = confirming.map { $0.span.begin + alert.confirmation }
    let first = sightings.first?.span.begin
    return Timeline(
      departure: .seconds(departure), landing: .seconds(landing), takeoff: .seconds(takeoff), exit: .seconds(exit),
      sightings: sightings, firstDetection: first, firstDetectionPosition: first.map { position(at: $0) },
      confirmed: confirmed, ordered: confirmed.map { $0 + alert.decision })
  }

  /// Whether an asset is at the strip before the aircraft leaves it, when the order goes out at a time.
  ///
  /// The same as the verdicts ``Window/Verdict/beforeLanding`` and ``Window/Verdict/onGround``.
  public func isMet(by asset: Asset, orderedAt order: Duration, daylight: Daylight, onScene: Duration) -> Bool {
    let response = ResponseTime(asset: asset, strip: flight.strip, period: daylight.period(at: order), onScene: onScene)
    guard let total = response.total, response.isReachable else { return false }
    return order + total <= .seconds(takeoff)
  }
}
