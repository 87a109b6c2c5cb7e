public import Coverage
public import Geodesy
public import Radar
internal import Terrain
public import Units

/// What a network over terrain sees at one place of a flight's route.
public struct RouteFloor: Sendable, Hashable {
  /// Whether the place lies on the inbound route (otherwise on the outbound route).
  public var isInbound: Bool
  /// Distance along that route.
  public var along: Length
  /// When the aircraft is there, in local time since midnight of the day of departure.
  public var time: Duration
  /// Position.
  public var position: Position
  /// Altitude of the aircraft above mean sea level; nil where it follows ground that is unknown.
  public var altitude: Length?
  /// The ground, and the lowest altitudes at which one and two radars see the flight's target.
  public var floor: PlaceFloor
  /// Ids of the radars whose sighting of the aircraft lasts there, in the order of the network: where looks count, those that
  /// cover it (``Timeline``).
  public var seenBy: [String]
  /// Ids of the radars that have it in view there, but for less than their revisit.
  public var glimpsedBy: [String]
  /// With what probability looks detect the aircraft there; nil where looks do not count.
  public var detection: NetworkDetection?
  /// What one look of each radar comes to that may detect it there, in the order of the network.
  public var looks: [Look] = []

  /// One look of a radar.
  public struct Look: Sendable, Hashable {
    /// The radar's id.
    public var stationID: String
    /// The probability that it detects the aircraft.
    public var probability: Double
    /// Whether the moving-target filter rejects the echo.
    public var isRejected: Bool
    /// Whether it does so around a blind speed, and not because the aircraft flies across the beam.
    public var isAtBlindSpeed: Bool
  }

  /// Height of the aircraft above the floor; negative where it flies below, nil where either is unknown.
  public var aboveFloor: Length? {
    guard let altitude, let lowest = floor.lowest else { return nil }
    return altitude - lowest
  }
}

extension FlightTrack {
  /// What a network sees along the inbound and the outbound route, at even steps and at the ends of every leg.
  ///
  /// Places are the samples from which sightings over terrain are found, half a post's spacing apart, thinned to the step.
  /// - Parameters:
  ///   - network: A network over the terrain that the track was made with.
  ///   - timeline: What the network sees of the flight.
  ///   - step: Largest distance between places; at least half a post's spacing.
  /// - Returns: Nothing for a track over a smooth ground.
  public func floors(
    seenBy network: TerrainCoverage, _ timeline: Timeline, every step: Length = .kilometres(1)
  ) -> [RouteFloor] {
    let ids = network.stations.map(\.id)
    let looking = timeline.looks == nil ? [] : Array(network.stations.indices)
    let ways = looking.map { index in
      (
        id: ids[index], way: LookWay(self, station: index, in: network),
        revisit: (network.stations[index].type.revisit ?? DetectionSettings.assumedRevisit).inSeconds
      )
    }
    func detection(at seconds: Double) -> NetworkDetection? {
      ways.isEmpty
        ? nil : NetworkDetection(ways.map { ($0.way.probability(at: seconds), revisitSeconds: $0.revisit) })
    }
    func looks(at seconds: Double) -> [RouteFloor.Look] {
      ways.compactMap { radar in
        guard radar.way.isInView(at: seconds) else { return nil }
        let probability = radar.way.probability(at: seconds)
        return RouteFloor.Look(
          stationID: radar.id, probability: probability, isRejected: radar.way.isRejected(at: seconds),
          isAtBlindSpeed: radar.way.isAtBlindSpeed(seconds))
      }
    }
    var places: [RouteFloor] = []
    for leg in legs {
      guard let ground = leg.leg.ground, !ground.samples.isEmpty else { continue }
      let last = ground.samples.count - 1
      let every =
        ground.stepMetres > 0 ? max(1, min(ground.samples.count, Int(clamping: step.metres / ground.stepMetres))) : 1
      let chosen = Array(stride(from: 0, to: last, by: every)) + [last]
      let samples = chosen.map { ground.samples[$0] }
      let altitudes = chosen.map { ground.altitudesMetres[$0] }
      let floors = network.floors(at: samples, target: flight.target)
      let margins = ids.indices.map {
        network.marginsInMetres(seenBy: $0, at: samples, altitudesMetres: altitudes, target: flight.target)
      }
      for (number, index) in chosen.enumerated() {
        let along = Double(index) * ground.stepMetres
        // The end of a leg is the beginning of the next.
        if number == 0, let before = places.last, before.isInbound == leg.isInbound, leg.leg.startMetres > 0 {
          continue
        }
        let time = Duration.seconds(clamping: leg.begin + along / leg.speed)
        let inView = ids.indices.filter { margins[$0][number] >= 0 }.map { ids[$0] }
        let glimpses = inView.filter { timeline.isGlimpse(of: $0, at: time) }
        places.append(
          RouteFloor(
            isInbound: leg.isInbound, along: .metres(leg.leg.startMetres + along),
            time: time,
            position: FlightPath.state(on: leg.leg, atMetres: along).position,
            altitude: altitudes[number].isNaN ? nil : .metres(altitudes[number]), floor: floors[number],
            seenBy: inView.filter { !glimpses.contains($0) }, glimpsedBy: glimpses,
            detection: detection(at: leg.begin + along / leg.speed), looks: looks(at: leg.begin + along / leg.speed)))
      }
    }
    return places
  }
}
