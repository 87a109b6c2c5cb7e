internal import Foundation
internal import Geodesy
internal import Radar
internal import Units

/// What a multilateration system sees of a target: where enough of its stations hear it, and its place is known well enough.
///
/// A station hears between two altitudes (``RadarFloor/Seen``), so that the lowest altitude at which k stations hear a target is
/// the k-th lowest of their floors where none of those stops hearing below it. Of several spans of altitudes the lowest counts.
/// Where a largest position error is stated, it is compared with the error of the stations that hear the target at that altitude
/// (``Multilateration``): at every altitude where a station begins or ceases to hear and at some in between, with the edge found
/// by halving, so that a lapse between two of these altitudes goes unnoticed.
struct StationsSight: Sendable {
  private let parts: [(floor: RadarFloor, limits: RadarLimits)]
  private let needed: Int
  private let lead: RadarFloor
  private let error: PlaceError?
  /// Whether the error decides what counts as seen.
  private let isErrorLimited: Bool

  /// A system by its first station; nil where fewer stations than needed have a known antenna.
  init?(_ lead: RadarFloor, _ target: Target) {
    let parts = ([lead] + lead.parts).compactMap { floor in floor.limits(for: target).map { (floor, $0) } }
    let type = lead.station.type
    guard parts.count >= type.neededStations else { return nil }
    (self.parts, needed, self.lead) = (parts, type.neededStations, lead)
    let largest = type.parameters.sensor.largestPositionError
    isErrorLimited = largest != nil
    error = PlaceError(
      of: type, antennas: parts.map { ($0.0.station.position, $0.1.antennaAltitude) }, largest: largest)
  }

  func seen(atRow row: Double, column: Double) -> RadarFloor.Seen {
    let heard = heard(atRow: row, column: column)
    guard isErrorLimited else { return Self.seen(by: needed, heard) }
    guard let error, let vector = vector(atRow: row, column: column) else { return .nowhere }
    return Self.seen(by: needed, heard) { altitude, hearing in
      error.isSmall(eastMetres: vector.east, northMetres: vector.north, altitude: altitude, hearing: hearing)
    }
  }

  /// The horizontal standard error (DRMS) of a target at a place that all stations that hear it give; nil where it is not
  /// determined.
  func horizontalError(atRow row: Double, column: Double, altitude: Double) -> Length? {
    guard let error, let vector = vector(atRow: row, column: column) else { return nil }
    let heard = heard(atRow: row, column: column)
    return error.horizontal(
      eastMetres: vector.east, northMetres: vector.north, altitude: altitude,
      hearing: heard.indices.filter { heard[$0].contains(altitude) })
  }

  private func heard(atRow row: Double, column: Double) -> [RadarFloor.Seen] {
    parts.map { $0.floor.seen(atRow: row, column: column, $0.limits) }
  }

  /// Where a place lies from the first station whose antenna is known.
  private func vector(atRow row: Double, column: Double) -> (east: Double, north: Double)? {
    guard let first = parts.first?.floor else { return nil }
    // The bearings of the whole system are those from its first station.
    let bearings = first.station.position == lead.station.position ? lead.common?.bearings : nil
    return (bearings ?? first.bearings).vector(column: column, row: row)
  }

  /// The lowest span of altitudes at which at least so many hear a target and its place is good enough.
  /// - Parameters:
  ///   - heard: What each station hears.
  ///   - isGood: Whether the place is good enough at an altitude, for the positions in `heard` of those that hear; nil: always.
  /// - Returns: A span; the lowest altitude is not a number where unknown terrain leaves it open whether enough hear it.
  static func seen(
    by needed: Int, _ heard: [RadarFloor.Seen], isGood: ((Double, [Int]) -> Bool)? = nil
  ) -> RadarFloor.Seen {
    let known = span(by: needed, heard, isGood)
    if known.lowest <= known.highest { return known }
    guard heard.contains(where: { $0.lowest.isNaN }) else { return .nowhere }
    // What may be heard if all that is unknown were open.
    let most = span(
      by: needed,
      heard.map { $0.lowest.isNaN ? RadarFloor.Seen(lowest: -.infinity, highest: $0.highest) : $0 }, nil)
    return most.lowest <= most.highest ? RadarFloor.Seen(lowest: .nan, highest: most.highest) : .nowhere
  }

  private static func span(
    by needed: Int, _ heard: [RadarFloor.Seen], _ isGood: ((Double, [Int]) -> Bool)?
  ) -> RadarFloor.Seen {
    func hearing(_ altitude: Double) -> [Int] { heard.indices.filter { heard[$0].contains(altitude) } }
    func holds(_ altitude: Double) -> Bool {
      let these = hearing(altitude)
      return these.count >= needed && (isGood?(altitude, these) ?? true)
    }
    let floors = heard.map(\.lowest).filter { !$0.isNaN && $0 < .infinity }.sorted()
    guard floors.count >= needed else { return .nowhere }
    guard isGood != nil else {
      guard let lowest = floors.first(where: holds) else { return .nowhere }
      let end = heard.map(\.highest).filter { $0 >= lowest }.sorted().first { top in
        heard.count { $0.lowest <= top && $0.highest > top } < needed
      }
      return RadarFloor.Seen(lowest: lowest, highest: end ?? lowest)
    }
    let first = floors[needed - 1]
    let steps = [0, 100, 250, 500, 1000, 2000, 4000, 8000, 16_000].map { first + $0 }
    let rungs = (floors.dropFirst(needed - 1) + heard.map(\.highest).filter { $0 >= first && $0 < .infinity } + steps)
      .sorted()
    guard let begin = rungs.firstIndex(where: holds) else { return .nowhere }
    let end = rungs[(begin + 1)...].firstIndex { !holds($0) }
    // Halving keeps the side that holds.
    func edge(_ good: Double, _ bad: Double) -> Double {
      var (good, bad) = (good, bad)
      while abs(good - bad) > 0.1 {
        let middle = (good + bad) / 2
        if holds(middle) { good = middle } else { bad = middle }
      }
      return good
    }
    return RadarFloor.Seen(
      lowest: begin == 0 ? rungs[0] : edge(rungs[begin], rungs[begin - 1]),
      highest: end.map { edge(rungs[$0 - 1], rungs[$0]) } ?? rungs[rungs.count - 1])
  }
}
