package import Coverage
internal import Radar

/// What one radar sees of a flight.
package struct RadarLooks: Sendable, Hashable {
  /// Spans in view that last at least one revisit: a look cannot have missed the aircraft.
  package var sightings: [Timeline.Sighting]
  /// Shorter ones.
  package var glimpses: [Timeline.Sighting]

  /// Parts what a radar has in view by its revisit. Of a radar that states none any look counts.
  /// - Parameter views: Without breaks, in order of time.
  package init(_ station: RadarStation, views: [TimeSpan]) {
    let all = views.map { Timeline.Sighting(span: $0, stationIDs: [station.id]) }
    func isSighting(_ view: Timeline.Sighting) -> Bool { station.type.revisit.map { view.span.lasts($0) } ?? true }
    sightings = all.filter(isSighting)
    glimpses = all.filter { !isSighting($0) }
  }
}
