public import Geodesy
public import Response
internal import Units

/// The hours of daylight in local time; all other hours are night.
///
/// Stated hours hold everywhere. Those of a date are civil twilight's, at each place its own (``at(_:)``).
public struct Daylight: Sendable, Hashable {
  /// First light, as time since midnight.
  public var begin: Duration
  /// Last light, as time since midnight; earlier than ``begin`` when daylight spans midnight of the clock in use.
  public var end: Duration
  /// The date whose civil twilight the hours are, and local time less UTC; nil for stated hours.
  public private(set) var sky: Sky?
  fileprivate var places: [Position: Hours] = [:]

  /// Where hours from the sky come from.
  public struct Sky: Sendable, Hashable {
    /// The solar day of each place.
    public var date: CalendarDate
    /// Local time less UTC.
    public var offset: Duration
  }

  fileprivate struct Hours: Hashable {
    var begin: Duration
    var end: Duration
  }

  /// Creates hours of daylight.
  public init(begin: Duration, end: Duration) {
    self.begin = begin
    self.end = end
  }
}

extension Daylight {
  /// The hours from civil dawn to civil dusk of a date at each of some places, by a local clock.
  ///
  /// A place at which civil twilight lasts all day has no night, and one that it never reaches no day. Elsewhere the hours are those
  /// of the first place.
  /// - Parameters:
  ///   - offset: Local time less UTC.
  /// - Returns: nil without a place.
  public init?(on date: CalendarDate, at places: [Position], offset: Duration) {
    guard let first = places.first else { return nil }
    let hours = Dictionary(places.map { ($0, Hours(SunTimes(at: $0, on: date), offset)) }) { first, _ in first }
    self.init(begin: hours[first]?.begin ?? .zero, end: hours[first]?.end ?? .zero)
    sky = Sky(date: date, offset: offset)
    self.places = hours
  }

  /// The hours at a place.
  public func at(_ place: Position) -> Daylight {
    guard let hours = places[place] else { return self }
    return Daylight(begin: hours.begin, end: hours.end)
  }
}

extension Daylight.Hours {
  /// Civil dawn and dusk by a local clock, to the second.
  fileprivate init(_ times: SunTimes, _ offset: Duration) {
    switch times.civilLight {
    case .allDay: self.init(begin: .zero, end: .seconds(Duration.secondsPerDay))
    case .never: self.init(begin: .zero, end: .zero)
    case .part:
      // Next to the pole the Sun can pass the altitude once: then light begins or ends with the day.
      self.init(
        begin: times.civilDawn.map { ($0 + offset).timeOfDay } ?? .zero,
        end: times.civilDusk.map { ($0 + offset).timeOfDay } ?? .seconds(Duration.secondsPerDay))
    }
  }
}
