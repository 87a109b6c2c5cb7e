internal import Foundation
internal import Geodesy
internal import Radar
internal import Units

/// What a passive sensor sees of a target: where receiver and an illuminator are both in line of sight of it, the echo is strong
/// enough, and later than the direct signal by a range cell.
///
/// Of several illuminators those spans of altitudes count together that begin with the lowest floor and overlap.
struct IlluminatedSight: Sendable {
  /// One illuminator.
  private struct Pair {
    var floor: RadarFloor
    var limits: RadarLimits
    /// The constant of the oval of Cassini, √(R_T·R_R), metres.
    var equivalentRange: Double
    /// The least way by the target, metres: the direct way and a range cell; zero for any.
    var leastWay: Double
  }

  private let receiver: RadarFloor
  private let limits: RadarLimits
  private let pairs: [Pair]

  /// A receiver and its illuminators; nil where its antenna's altitude is unknown.
  init?(_ receiver: RadarFloor, _ illuminators: [Illuminator], _ target: Target) {
    guard let antenna = receiver.antennaAltitude else { return nil }
    var station = receiver.station
    // Of a passive sensor it is the least difference to the direct way.
    let least = station.type.minimumRange
    station.type.minimumRange = .zero
    let own = RadarLimits(of: station, antennaAltitude: antenna, target: target, k: receiver.k)
    (self.receiver, limits) = (receiver, own)
    pairs = zip(illuminators, receiver.parts).compactMap { illuminator, floor in
      guard let limits = floor.limits(for: target), let altitude = floor.antennaAltitude else { return nil }
      let way = Ellipsoid.wgs84.inverse(from: station.position, to: illuminator.position)
      let square = own.slantRange(
        eastMetres: way.distance.metres * sin(way.azimuth.radians),
        northMetres: way.distance.metres * cos(way.azimuth.radians))
      let baseline = hypot(altitude.metres - square.middle, square.across)
      let cell = max(least, illuminator.rangeCell)
      return Pair(
        floor: floor, limits: limits,
        equivalentRange: station.equivalentRange(of: target, by: illuminator).metres,
        leastWay: cell > .zero ? baseline + cell.metres : 0)
    }
  }

  func seen(atRow row: Double, column: Double) -> RadarFloor.Seen {
    let own = receiver.seen(atRow: row, column: column, limits)
    guard own.lowest.isNaN || own.lowest <= own.highest,
      let vector = receiver.bearings.vector(column: column, row: row)
    else { return .nowhere }
    let square = limits.slantRange(eastMetres: vector.east, northMetres: vector.north)
    var spans: [RadarFloor.Seen] = []
    var open: Double?
    for pair in pairs {
      let other = pair.floor.seen(atRow: row, column: column, pair.limits)
      guard other.lowest.isNaN || other.lowest <= other.highest,
        let vector = pair.floor.bearings.vector(column: column, row: row)
      else { continue }
      let oval = BistaticSpan(
        receiver: square, illuminator: pair.limits.slantRange(eastMetres: vector.east, northMetres: vector.north))
      guard let within = oval.within(equivalentRange: pair.equivalentRange) else { continue }
      let floor = max(within.lowerBound, pair.leastWay > 0 ? oval.above(way: pair.leastWay) : -.infinity)
      let highest = min(own.highest, other.highest, within.upperBound)
      guard floor <= highest else { continue }
      if own.lowest.isNaN || other.lowest.isNaN {
        open = max(open ?? -.infinity, highest)
      } else {
        let lowest = max(own.lowest, other.lowest, floor)
        if lowest <= highest { spans.append(RadarFloor.Seen(lowest: lowest, highest: highest)) }
      }
    }
    spans.sort { $0.lowest < $1.lowest }
    guard var all = spans.first else {
      return open.map { RadarFloor.Seen(lowest: .nan, highest: $0) } ?? .nowhere
    }
    for span in spans.dropFirst() where span.lowest <= all.highest { all.highest = max(all.highest, span.highest) }
    return all
  }
}
