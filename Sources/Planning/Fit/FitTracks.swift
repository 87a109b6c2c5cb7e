internal import Foundation
internal import Geodesy
internal import Scenario
internal import Units

/// What plots and a reference say of the tracks that both name: whether clocks and coordinates belong together.
struct FitTracks {
  /// For each plot of a track of the reference, seconds after the point of that track that is nearest in time, and metres from it.
  private let gaps: [(seconds: Double, metres: Double)]

  /// Fewer show nothing.
  private static let fewest = 20
  /// Clocks that differ by more show other looks, seconds.
  private static let apart = 120.0
  /// Farther from where the reference has it, an aircraft is another one, or the coordinates are, metres; and m/s for what it flew
  /// in between.
  private static let (far, fastest) = (20_000.0, 350.0)

  init(_ own: [Observation], _ others: [Observation]) {
    var tracks: [String: [Observation]] = [:]
    for other in others where other.seconds != nil {
      if let track = other.track { tracks[track, default: []].append(other) }
    }
    let known = tracks.mapValues { points in
      let sorted = points.sorted { ($0.seconds ?? 0) < ($1.seconds ?? 0) }
      return (points: sorted, times: sorted.map { $0.seconds ?? 0 })
    }
    gaps = own.compactMap { plot in
      guard let track = plot.track, let time = plot.seconds, let (points, times) = known[track] else { return nil }
      let next = FitEvidence.index(times, time)
      let near = [next - 1, next].filter { points.indices.contains($0) }
        .min { abs(times[$0] - time) < abs(times[$1] - time) }
      guard let near else { return nil }
      return (time - times[near], Ellipsoid.wgs84.distance(from: plot.position, to: points[near].position).metres)
    }
  }

  /// - Throws: ``FitError`` where most plots of shared tracks have other times, or lie elsewhere at the same.
  func check(_ name: String) throws(FitError) {
    guard gaps.count >= Self.fewest else { return }
    let late = gaps.filter { abs($0.seconds) > Self.apart }
    if late.count * 2 > gaps.count {
      let median = late.map(\.seconds).sorted()[late.count / 2]
      throw FitError(
        .times,
        "\(late.count) of \(gaps.count) plots of \(name) whose tracks the reference has too are of other times, in the middle "
          + "\(Duration.seconds(clamping: abs(median)).text) \(median < 0 ? "earlier" : "later")",
        remedy: "state the zone of the times, as in 2026-05-01T06:00:00-05:00, or set the clocks right")
    }
    let near = gaps.filter { abs($0.seconds) <= Self.apart }
    let astray = near.filter { $0.metres > Self.far + Self.fastest * abs($0.seconds) }
    guard astray.count * 2 > near.count, near.count >= Self.fewest else { return }
    let median = astray.map(\.metres).sorted()[astray.count / 2]
    throw FitError(
      .position,
      "\(astray.count) of \(near.count) plots of \(name) lie far from where the reference has the same track at that time, in the "
        + "middle \(Length.metres(median).text)",
      remedy: "check that latitude and longitude are not exchanged, and the system of the coordinates (--crs)")
  }
}
