public import Coverage
public import Geodesy
internal import Response
public import Terrain
public import Units

/// A flight in time: where it is, how high, and which radars see it.
///
/// Times are seconds of local time since midnight of the day of departure.
public struct FlightTrack: Sendable {
  /// The flight.
  public let flight: Flight
  /// Origin to strip.
  public let inbound: FlightPath
  /// Strip to exit.
  public let outbound: FlightPath
  let departure: Double
  let landing: Double
  let takeoff: Double
  let exit: Double
  let speed: Double
  private let groundElevation: Length

  /// A flight over a smooth ground.
  public init(_ flight: Flight, groundElevation: Length) {
    self.init(
      flight, inbound: FlightPath(flight.inbound, groundElevation: groundElevation),
      outbound: FlightPath(flight.outbound, groundElevation: groundElevation), groundElevation: groundElevation)
  }

  /// A flight over terrain: heights above ground follow it, altitudes above mean sea level stay.
  /// - Parameters:
  ///   - flight: The flight.
  ///   - region: The terrain, the same as the coverage's that is asked what it sees.
  ///   - groundElevation: Elevation of the ground above mean sea level where the terrain is unknown.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the terrain's system.
  public init(_ flight: Flight, over region: TerrainRegion, groundElevation: Length) throws(TerrainError) {
    self.init(
      flight, inbound: try FlightPath(flight.inbound, over: region, groundElevation: groundElevation),
      outbound: try FlightPath(flight.outbound, over: region, groundElevation: groundElevation),
      groundElevation: groundElevation)
  }

  private init(_ flight: Flight, inbound: FlightPath, outbound: FlightPath, groundElevation: Length) {
    self.flight = flight
    self.groundElevation = groundElevation
    self.inbound = inbound
    self.outbound = outbound
    speed = flight.speed.metresPerSecond
    departure = flight.departure.inSeconds
    landing = departure + inbound.length.metres / speed
    takeoff = landing + flight.groundTime.inSeconds
    exit = takeoff + outbound.length.metres / speed
  }

  /// The legs in order of time.
  var legs: [TimedLeg] {
    func timed(_ path: FlightPath, from start: Double, _ isInbound: Bool) -> [TimedLeg] {
      path.legs.map {
        let begin = start + $0.startMetres / speed
        return TimedLeg(
          leg: $0, begin: begin, end: begin + $0.lengthMetres / speed, isInbound: isInbound, speed: speed)
      }
    }
    return timed(inbound, from: departure, true) + timed(outbound, from: takeoff, false)
  }

  /// Where the aircraft is; on the strip between landing and take-off.
  public func position(at time: Duration) -> Position {
    let seconds = time.inSeconds
    if seconds <= landing { return inbound.position(at: .metres((seconds - departure) * speed)) }
    if seconds < takeoff { return flight.strip.position }
    return outbound.position(at: .metres((seconds - takeoff) * speed))
  }

  /// Every span in which at least one radar sees the aircraft in flight; on the ground it is not seen.
  ///
  /// A sighting lists every radar that sees the aircraft at some time in it. One that lasts to the landing ends there.
  /// - Parameter coverage: The network; one over terrain needs a track over the same terrain.
  /// - Accuracy: over a smooth Earth ends within 1 ms, and a span or gap below 0.25 s may be passed over
  ///   (`sightings agree with stepping through the flight`); over terrain half a post's spacing takes their place.
  public func sightings(by coverage: some NetworkCoverage) -> [Timeline.Sighting] {
    let stations = coverage.stations
    var seen: [(begin: Double, end: Double, station: Int)] = []
    for leg in legs {
      for station in stations.indices {
        let spans = coverage.spans(station: station, leg: leg, target: flight.target)
        seen += spans.filter { $0.end > $0.begin }.map { ($0.begin, $0.end, station) }
      }
    }
    seen.sort { ($0.begin, $0.end, $0.station) < ($1.begin, $1.end, $1.station) }
    var sightings: [(begin: Double, end: Double, stations: Set<Int>)] = []
    for span in seen {
      // Ends of neighbouring legs meet to rounding; landing parts what comes before from what comes after.
      if let last = sightings.last, span.begin <= last.end + 2e-3, (last.begin < landing) == (span.begin < landing) {
        sightings[sightings.count - 1].end = max(last.end, span.end)
        sightings[sightings.count - 1].stations.insert(span.station)
      } else {
        sightings.append((span.begin, span.end, [span.station]))
      }
    }
    return sightings.map { sighting in
      Timeline.Sighting(
        span: TimeSpan(begin: .seconds(sighting.begin), end: .seconds(sighting.end)),
        stationIDs: sighting.stations.sorted().map { stations[$0].id })
    }
  }

  /// The marks of the flight, what a network sees of it, and when the order goes out.
  public func timeline(seenBy coverage: some NetworkCoverage, alert: AlertChain) -> Timeline {
    timeline(of: sightings(by: coverage), alert: alert)
  }

  /// Every span in which an aircraft that starts from a base could be where this flight is, in the air.
  ///
  /// At a time t the flight can be met if the geodesic from the base to its place is no longer than the way flown at
  /// cruise since `start`; the interceptor may also leave later, so fuel must last for the way there and back alone. The
  /// target may be the faster one; on a route that bends there may be several spans.
  /// - Parameters:
  ///   - base: Where the interceptor starts.
  ///   - start: When it is in cruise over the base.
  ///   - cruise: Its ground speed.
  ///   - reach: Longest way out that leaves fuel for the way back; nil for no limit.
  ///   - ceiling: Highest it flies above mean sea level; nil for no limit.
  /// - Returns: Spans with whether they lie on the way in, in order of time; spans of one phase that meet are one.
  /// - Accuracy: ends within 1 ms; spans and gaps below 0.25 s may be passed over
  ///   (`intercepts agree with stepping through the flight`).
  public func meetings(
    from base: Position, start: Duration, cruise: Speed, reach: Length?, ceiling: Length?
  ) -> [(span: TimeSpan, isInbound: Bool)] {
    let start = start.inSeconds
    let cruise = cruise.metresPerSecond
    let reach = reach?.metres ?? .infinity
    let search = SignChanges(tolerance: 1e-3)
    var spans: [(begin: Double, end: Double, isInbound: Bool)] = []
    for leg in legs where leg.end >= start {
      let found = below(ceiling, leg).flatMap { low, high in
        search.spans(from: max(low, start), to: high, rate: cruise + speed) { time in
          let distance = Ellipsoid.wgs84.distance(from: base, to: leg.state(at: time).position).metres
          return min(cruise * (time - start), reach) - distance
        }
      }
      for span in found where span.end > span.begin {
        if let last = spans.last, last.isInbound == leg.isInbound, span.begin <= last.end + 2e-3 {
          spans[spans.count - 1].end = span.end
        } else {
          spans.append((span.begin, span.end, leg.isInbound))
        }
      }
    }
    return spans.map { (TimeSpan(begin: .seconds($0.begin), end: .seconds($0.end)), $0.isInbound) }
  }

  /// The parts of a leg that are flown at or below an altitude above mean sea level.
  private func below(_ ceiling: Length?, _ leg: TimedLeg) -> [(Double, Double)] {
    guard let ceiling else { return [(leg.begin, leg.end)] }
    if let ground = leg.leg.ground { return ground.spans(below: ceiling.metres, of: leg) }
    let limit = (ceiling - groundElevation).metres
    let (a, b) = (leg.leg.startHeight, leg.leg.endHeight)
    if max(a, b) <= limit { return [(leg.begin, leg.end)] }
    if min(a, b) > limit || leg.end <= leg.begin { return [] }
    let crossing = leg.begin + (limit - a) / (b - a) * (leg.end - leg.begin)
    return [a <= limit ? (leg.begin, crossing) : (crossing, leg.end)]
  }
}
