import Foundation
import Geodesy
import Interception
import Response
import TestSupport
import Units

/// A pursuit that is followed second by second: a judge of meetings that shares no search and no integration with them.
struct PursuitSimulation {
  /// The wind at some times of day, seconds, east and north in m/s; linear between them and across midnight; empty: calm.
  var winds: [(seconds: Double, east: Double, north: Double)] = []
  var base: Position
  /// True airspeed, m/s.
  var airspeed: Double
  /// When it is in cruise over its base, seconds.
  var start: Double
  /// How long it may be in the air.
  var endurance = Double.infinity

  private func wind(at time: Double) -> (east: Double, north: Double) {
    guard winds.count > 1 else { return winds.first.map { ($0.east, $0.north) } ?? (0, 0) }
    let time = time - (time / 86_400).rounded(.down) * 86_400
    let next = winds.firstIndex { $0.seconds > time } ?? winds.count
    let (a, b) = (winds[(next + winds.count - 1) % winds.count], winds[next % winds.count])
    let length = b.seconds - a.seconds + (next == 0 || next == winds.count ? 86_400 : 0)
    let part = (time - a.seconds + (next == 0 ? 86_400 : 0)) / length
    return (a.east + (b.east - a.east) * part, a.north + (b.north - a.north) * part)
  }

  /// A way by its length and its courses at both ends and in the middle, radians.
  private struct Way {
    var metres: Double
    var first: Double
    var middle: Double
    var last: Double

    init(_ a: Position, _ b: Position) {
      let way = Ellipsoid.wgs84.inverse(from: a, to: b)
      metres = way.distance.metres
      first = way.azimuth.degrees * .pi / 180
      let half = Ellipsoid.wgs84.direct(from: a, azimuth: way.azimuth, distance: way.distance / 2)
      middle = first + (half.finalAzimuth.degrees * .pi / 180 - first).remainder(dividingBy: 2 * .pi)
      last = first + (way.finalAzimuth.degrees * .pi / 180 - first).remainder(dividingBy: 2 * .pi)
    }

    /// The parabola through the three; over 400 km below 60° of latitude it is within a thousandth of a degree.
    func course(_ x: Double) -> Double {
      first * (2 * x - 1) * (x - 1) + middle * 4 * x * (1 - x) + last * x * (2 * x - 1)
    }
  }

  /// Metres a second at a part of a way; nil where no heading holds it.
  private func speed(_ way: Way, _ x: Double, _ time: Double) -> Double? {
    let course = way.course(min(max(x, 0), 1))
    let (east, north) = wind(at: time)
    let along = east * sin(course) + north * cos(course)
    let across = east * cos(course) - north * sin(course)
    guard abs(across) <= airspeed else { return nil }
    let speed = along + (airspeed * airspeed - across * across).squareRoot()
    return speed > 0 ? speed : nil
  }

  /// How long a way takes, begun at a time or, backwards, ended at it, by Runge and Kutta's fourth order in steps of half a
  /// minute.
  private func seconds(_ way: Way, at time: Double, backwards: Bool) -> Double? {
    let sign = backwards ? -1.0 : 1
    func speed(_ metres: Double, _ seconds: Double) -> Double? {
      let x = metres / way.metres
      return self.speed(way, backwards ? 1 - x : x, time + sign * seconds)
    }
    var (metres, seconds, step) = (0.0, 0.0, 30.0)
    while seconds < 86_400 {
      guard let a = speed(metres, seconds), let b = speed(metres + step / 2 * a, seconds + step / 2),
        let c = speed(metres + step / 2 * b, seconds + step / 2), let d = speed(metres + step * c, seconds + step)
      else {
        // A step that would lead past the end may be one that it need not fly.
        guard step > 1e-3 else { return nil }
        step /= 2
        continue
      }
      let flown = step / 6 * (a + 2 * b + 2 * c + d)
      if metres + flown < way.metres {
        metres += flown
        seconds += step
      } else if step > 1e-3 {
        step /= 2
      } else {
        return seconds + (way.metres - metres) / a
      }
    }
    return nil
  }

  /// How many seconds it has to spare where it meets somebody at a place and a time and comes home; nil where it cannot.
  func spare(at place: Position, _ time: Double) -> Double? {
    guard !winds.isEmpty else {
      let needed = Ellipsoid.wgs84.distance(from: base, to: place).metres / airspeed
      return min(time - start - needed, endurance / 2 - needed)
    }
    guard let back = seconds(Way(place, base), at: time, backwards: false) else { return nil }
    let way = Way(base, place)
    // It may leave so late that it is just in time, or at once and wait there.
    let late = seconds(way, at: time, backwards: true).map { min(time - start - $0, endurance - $0 - back) }
    if let late, late >= 0 || winds.count == 1 { return late }
    guard winds.count > 1, let out = seconds(way, at: start, backwards: false) else { return late }
    return max(late ?? -.infinity, min(time - start - out, endurance - (time - start) - back))
  }
}

/// A closed line around a place, of many vertices, with a radius that goes up and down.
func blob(around centre: Position, kilometres: Double, random: inout SplitMix) -> [Position] {
  let (depth, lobes, turn) = (random.next(in: 0...0.5), random.next(in: 2...5).rounded(), random.next(in: 0...6))
  var line = (0..<90).map { number in
    let angle = Double(number) * 4
    let radius = kilometres * (1 + depth * sin(angle * .pi / 180 * lobes + turn))
    return Ellipsoid.wgs84.direct(from: centre, azimuth: .degrees(angle), distance: .kilometres(radius)).position
  }
  line.append(line[0])
  return line
}

/// Whether a place lies within a closed line of short edges that are straight in longitude and latitude.
func isWithin(_ line: [Position], _ place: Position) -> Bool {
  var isInside = false
  for (a, b) in zip(line, line.dropFirst()) {
    guard (a.latitudeDegrees > place.latitudeDegrees) != (b.latitudeDegrees > place.latitudeDegrees) else { continue }
    let share = (place.latitudeDegrees - a.latitudeDegrees) / (b.latitudeDegrees - a.latitudeDegrees)
    if a.longitudeDegrees + share * (b.longitudeDegrees - a.longitudeDegrees) > place.longitudeDegrees {
      isInside.toggle()
    }
  }
  return isInside
}
