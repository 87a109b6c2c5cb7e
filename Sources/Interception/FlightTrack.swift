public import Coverage
public import Geodesy
internal import Response
public import Terrain
public import Units

/// A flight over time: its position, its height, and the spans in which radars see it.
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
  let groundElevation: Length
  /// When the aircraft is in flight on the strip's side of the border, in order of time; nil where no border is known.
  public internal(set) var withinBorder: [TimeSpan]?
  /// When the aircraft is in flight over areas in which it is not pursued, by their begins; they may overlap.
  public internal(set) var overClosedAreas: [TimeSpan] = []

  /// A flight over a smooth ground.
  public init(_ flight: Flight, groundElevation: Length) {
    self.init(
      flight, inbound: FlightPath(flight.inbound, groundElevation: groundElevation),
      outbound: FlightPath(flight.outbound, groundElevation: groundElevation), groundElevation: groundElevation)
  }

  /// A flight over terrain: heights above ground follow the terrain, altitudes above mean sea level do not.
  /// - Parameters:
  ///   - flight: The flight.
  ///   - region: The terrain; the same as that of the coverage that will be asked what it sees.
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

  /// The aircraft's position at a time: on the strip between landing and take-off, at an end of the route outside it.
  public func position(at time: Duration) -> Position {
    let seconds = time.inSeconds
    if seconds <= landing { return inbound.position(at: .metres((seconds - departure) * speed)) }
    if seconds < takeoff { return flight.strip.position }
    return outbound.position(at: .metres((seconds - takeoff) * speed))
  }
}
