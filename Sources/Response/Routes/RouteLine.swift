internal import Foundation
internal import Geodesy
internal import Units

/// A line of geodesics over the ground, cut into short intervals.
struct RouteLine {
  /// The ends of the intervals, from the start.
  var places: [Position] = []
  /// Which of ``places`` are turning points or ends.
  var corners: [Int] = []
  /// Metres of each interval.
  var lengths: [Double] = []
  /// Sine and cosine of the course on each interval.
  var sines: [Double] = []
  var cosines: [Double] = []
  /// The lowest altitude that clears each interval, m; infinite over unknown ground.
  var floors: [Double] = []
  /// Altitudes that areas close on each interval; empty where none does.
  var closed: [[ClosedRange<Double>]] = []

  /// Metres in all.
  var length: Double { lengths.reduce(0, +) }

  /// - Parameters:
  ///   - corners: From start to end, two or more.
  ///   - question: Ground, clearance and areas.
  ///   - interval: The longest interval, m.
  init(through corners: [Position], _ question: RouteQuestion, interval: Double) throws(RouteError) {
    places = [corners[0]]
    self.corners = [0]
    let fine = question.fineStep
    for (a, b) in zip(corners, corners.dropFirst()) {
      let leg = Ellipsoid.wgs84.inverse(from: a, to: b)
      let length = leg.distance.metres
      guard length > 1e-3 else { continue }
      let intervals = Int(clamping: min((length / interval).rounded(.up), 20_000))
      let pieces = max(1, Int(clamping: min((length / Double(intervals) / fine).rounded(.up), 5_000)))
      let count = intervals * pieces
      var points = [a]
      var azimuths = [leg.azimuth.radians]
      points.reserveCapacity(count + 1)
      for index in 1..<max(count, 1) {
        let place = Ellipsoid.wgs84.direct(
          from: a, azimuth: leg.azimuth, distance: .metres(length * Double(index) / Double(count)))
        points.append(place.position)
        if index % pieces == 0 { azimuths.append(place.finalAzimuth.radians) }
      }
      points.append(b)
      azimuths.append(leg.finalAzimuth.radians)
      let cells = try question.ground.cells(of: points)
      for index in 0..<intervals {
        var highest = -Double.infinity
        var bands: [ClosedRange<Double>] = []
        for piece in index * pieces..<(index + 1) * pieces {
          let (from, to) = (cells[piece], cells[piece + 1])
          highest = max(highest, from.x.isNaN || to.x.isNaN ? .infinity : question.ground.highest(from: from, to: to))
          for area in question.areas where area.touches(points[piece], points[piece + 1]) {
            let band = (area.bottom?.metres ?? -.infinity)...(area.top?.metres ?? .infinity)
            if !bands.contains(band) { bands.append(band) }
          }
        }
        floors.append(highest + question.clearance)
        closed.append(bands)
        lengths.append(length / Double(intervals))
        let turn = (azimuths[index + 1] - azimuths[index]).remainder(dividingBy: 2 * .pi)
        let course = azimuths[index] + turn / 2
        sines.append(sin(course))
        cosines.append(cos(course))
        places.append(points[(index + 1) * pieces])
      }
      self.corners.append(places.count - 1)
    }
  }
}
