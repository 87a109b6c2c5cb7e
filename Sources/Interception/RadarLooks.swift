package import Coverage
package import Radar

/// What one radar sees of a flight.
package struct RadarLooks: Sendable, Hashable {
  /// The radar's id.
  package var stationID: String
  /// Spans in view of at least one revisit, in which a look cannot have missed the aircraft.
  package var sightings: [Timeline.Sighting]
  /// Shorter ones.
  package var glimpses: [Timeline.Sighting]
  /// Spans in view in which the moving-target filter rejects the echo.
  package var rejections: [Timeline.Sighting] = []
  /// The parts of them in which it does so around a blind speed.
  package var blindSpeeds: [Timeline.Sighting] = []
  /// What its looks come to on the grid of the flight; nil where looks do not count, or can detect nothing.
  package var history: LookHistory?
  /// How likely each of its looks detects the flight, and the time between two, s; nil where ``history`` is.
  package var looking: (way: LookWay, revisitSeconds: Double)? { way.map { ($0, revisitSeconds) } }

  private var way: LookWay?
  private var revisitSeconds = 0.0

  /// Parts what a radar has in view by its revisit. Of a radar that states none any look counts.
  /// - Parameters:
  ///   - views: Without breaks, in order of time.
  ///   - rejected: The spans in which the moving-target filter rejects the echo, in order of time.
  ///   - blindSpeeds: The parts of them around a blind speed, in order of time.
  package init(
    _ station: RadarStation, views: [TimeSpan], rejected: [TimeSpan] = [], blindSpeeds: [TimeSpan] = []
  ) {
    stationID = station.id
    func named(_ spans: [TimeSpan]) -> [Timeline.Sighting] {
      spans.map { Timeline.Sighting(span: $0, stationIDs: [station.id]) }
    }
    let all = named(rejected.isEmpty ? views : views.flatMap { $0.without(rejected) })
    let revisit = station.type.revisit ?? (station.type.looks == nil ? nil : DetectionSettings.assumedRevisit)
    func isSighting(_ view: Timeline.Sighting) -> Bool { revisit.map { view.span.lasts($0) } ?? true }
    sightings = all.filter(isSighting)
    glimpses = all.filter { !isSighting($0) }
    rejections = named(rejected.isEmpty ? [] : views.flatMap { $0.within(rejected) })
    self.blindSpeeds = named(blindSpeeds.isEmpty ? [] : views.flatMap { $0.within(blindSpeeds) })
  }

  /// The same with what its looks come to.
  func with(_ history: LookHistory?, along way: LookWay, revisitSeconds: Double) -> RadarLooks {
    var looks = self
    looks.history = history
    (looks.way, looks.revisitSeconds) = (history == nil ? nil : way, revisitSeconds)
    return looks
  }
}
