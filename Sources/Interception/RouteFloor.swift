public import Coverage
public import Geodesy
internal import Terrain
public import Units

/// What a network over terrain sees at one place of a flight's way.
public struct RouteFloor: Sendable, Hashable {
  /// Whether the place lies on the inbound route (otherwise on the outbound route).
  public var isInbound: Bool
  /// Distance along that way.
  public var along: Length
  /// When the aircraft is there, in local time since midnight of the day of departure.
  public var time: Duration
  /// Where.
  public var position: Position
  /// Altitude of the aircraft above mean sea level; nil where the ground is unknown that it follows.
  public var altitude: Length?
  /// The ground, and the lowest altitudes at which one and two radars see the flight's target.
  public var floor: PlaceFloor
  /// The radars whose sighting of the aircraft lasts there, as positions in the network.
  public var seenBy: [Int]
  /// The radars that have it in view there, but for less than their revisit.
  public var glimpsedBy: [Int]

  /// How far the aircraft flies above the floor; negative where it is below, nil where one of both is not known.
  public var aboveFloor: Length? {
    guard let altitude, let lowest = floor.lowest else { return nil }
    return altitude - lowest
  }
}

extension FlightTrack {
  /// What a network sees along the inbound and the outbound route, at even steps and at the ends of every leg.
  ///
  /// Places are those at which sightings over terrain are judged, half a post's spacing apart, thinned to the step.
  /// - Parameters:
  ///   - network: A network over the terrain that the track was made with.
  ///   - timeline: What the network sees of the flight.
  ///   - step: From one place to the next at most, as far as half a post's spacing allows.
  /// - Returns: Nothing for a track over a smooth ground.
  public func floors(
    seenBy network: TerrainCoverage, _ timeline: Timeline, every step: Length = .kilometres(1)
  ) -> [RouteFloor] {
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
      let margins = network.stations.indices.map {
        network.marginsInMetres(seenBy: $0, at: samples, altitudesMetres: altitudes, target: flight.target)
      }
      for (number, index) in chosen.enumerated() {
        let along = Double(index) * ground.stepMetres
        // The end of a leg is the beginning of the next.
        if number == 0, let before = places.last, before.isInbound == leg.isInbound, leg.leg.startMetres > 0 {
          continue
        }
        let time = Duration.seconds(clamping: leg.begin + along / leg.speed)
        let inView = margins.indices.filter { margins[$0][number] >= 0 }
        let glimpses = inView.filter { timeline.isGlimpse(of: network.stations[$0].id, at: time) }
        places.append(
          RouteFloor(
            isInbound: leg.isInbound, along: .metres(leg.leg.startMetres + along),
            time: time,
            position: FlightPath.state(on: leg.leg, atMetres: along).position,
            altitude: altitudes[number].isNaN ? nil : .metres(altitudes[number]), floor: floors[number],
            seenBy: inView.filter { !glimpses.contains($0) }, glimpsedBy: glimpses))
      }
    }
    return places
  }
}
