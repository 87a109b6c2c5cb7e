internal import Geodesy
internal import Response
internal import Units

/// An asset in pursuit: whether it could be at a place by a time and come back from there.
struct Pursuer {
  private var base: Position
  /// When it is in cruise over the base, seconds.
  let start: Double
  /// Its true airspeed, metres a second.
  let cruise: Double
  /// Longest distance out that leaves fuel for the return, in still air; metres.
  private var reach: Double
  /// Time in cruise that the fuel lasts for both ways, in wind; seconds.
  private var bothWays: Double
  /// The flight in wind; nil in still air.
  private var flight: CruiseFlight?
  /// The slowest that it goes over the ground; metres a second.
  private var slowest: Double
  /// The fastest that it goes over the ground where the wind changes with time; metres a second.
  private var fastest: Double?
  /// Highest altitude it reaches.
  let ceiling: Length?

  /// In still air.
  init(base: Position, start: Duration, cruise: Speed, reach: Length?, ceiling: Length?) {
    self.base = base
    self.start = start.inSeconds
    self.cruise = cruise.metresPerSecond
    self.reach = reach?.metres ?? .infinity
    self.ceiling = ceiling
    bothWays = .infinity
    slowest = self.cruise
  }

  /// An asset in the weather it flies in.
  /// - Parameters:
  ///   - order: When it is sent.
  ///   - start: When it is in cruise over the base.
  init(_ asset: Asset, by period: Period, ordered order: Duration, start: Duration) {
    let aircraft = asset.aircraft
    let both = aircraft.endurance.map { endurance in
      (endurance - aircraft.reserve - aircraft.departureAllowance - aircraft.landingAllowance).inSeconds
    }
    let flight = asset.pursuit(by: period, at: order)
    self.init(
      base: asset.base.position, start: start, cruise: flight.airspeed,
      reach: both.map { .metres(flight.airspeed.metresPerSecond * max($0, 0) / 2) },
      ceiling: asset.highestAltitude(at: order))
    guard let wind = flight.wind, !wind.isCalm else { return }
    self.flight = flight
    bothWays = both.map { max($0, 0) } ?? .infinity
    let strongest = flight.strongestWind.metresPerSecond
    slowest = cruise - strongest
    if flight.changesWithTime { fastest = cruise + strongest }
  }

  /// How far it is ahead of a flight at a place and a time: not negative where it can be there and come back. In metres.
  ///
  /// In wind it leaves as late as it can and still be there in time, so as to need the least fuel; where the wind changes and
  /// holds it at its base then, it leaves at once and waits there.
  func margin(at place: Position, _ time: Double) -> Double {
    let distance = Ellipsoid.wgs84.distance(from: base, to: place)
    guard let flight else { return min(cruise * (time - start), reach) - distance.metres }
    let now = Duration.seconds(clamping: time)
    guard let back = try? flight.time(from: place, to: base, distance: distance, at: now).inSeconds else {
      return -distance.metres - cruise
    }
    var spare: Double?
    if let out = try? flight.time(from: base, to: place, distance: distance, arriving: now).inSeconds {
      spare = min(time - start - out, (bothWays - out - back) / 2)
    }
    if flight.changesWithTime, spare.map({ $0 < 0 }) ?? true,
      let out = try? flight.time(from: base, to: place, distance: distance, at: .seconds(clamping: start)).inSeconds
    {
      let early = min(time - start - out, (bothWays - (time - start) - back) / 2)
      spare = max(spare ?? early, early)
    }
    return spare.map { $0 * max(slowest, 1) } ?? (-distance.metres - cruise)
  }

  /// Upper bound of the change of ``margin(at:_:)`` a second, against a flight of a ground speed.
  func rate(against speed: Double) -> Double { max(fastest ?? slowest, 1) + speed }

  /// Longest step of the search, seconds: none where the margin is continuous.
  var step: Double { slowest > 1 && fastest == nil ? .infinity : 15 }

  /// How long it takes back from a place; nil where no heading holds the course.
  func back(from place: Position, at time: Duration) -> Duration? {
    let distance = Ellipsoid.wgs84.distance(from: place, to: base)
    guard let flight else { return .seconds(clamping: distance.metres / cruise) }
    return try? flight.time(from: place, to: base, distance: distance, at: time)
  }
}
