internal import Foundation
internal import Radar
internal import Units

extension SmoothEarthCoverage {
  /// The ground distances at which a look has the wanted probability by the antenna's pattern: the longest span without a
  /// gap, within some distances; nil for none.
  func patternSpan(
    _ beam: BeamReach, _ range: Length, tilt: Angle, from antenna: Length, to height: Length,
    _ within: ClosedRange<Length>
  ) -> ClosedRange<Length>? {
    longestSpan(within) { metres in
      let ground = Length.metres(metres)
      let elevation = earth.elevation(groundDistance: ground, from: antenna, to: height)
      let angle = metres / earth.radius.metres
      let across = (earth.radius + antenna).metres * sin(angle)
      guard let span = beam.elevations(share: across / range.metres, angle: angle, tilt: tilt.radians) else {
        return false
      }
      return elevation.radians >= span.lowest && elevation.radians <= span.highest
    }
  }

  /// The longest span without a gap in which something is so at distances, m; nil for none.
  func longestSpan(_ within: ClosedRange<Length>, _ isSeen: (Double) -> Bool) -> ClosedRange<Length>? {
    let (begin, end) = (within.lowerBound.metres, within.upperBound.metres)
    let steps = 256
    func edge(_ a: Double, _ b: Double) -> Double {
      var (seen, unseen) = isSeen(a) ? (a, b) : (b, a)
      while abs(seen - unseen) > 0.01 {
        let middle = (seen + unseen) / 2
        if isSeen(middle) { seen = middle } else { unseen = middle }
      }
      return seen
    }
    var (best, opened, last) = (ClosedRange<Double>?.none, Double?.none, begin)
    func close(_ until: Double) {
      if let from = opened, until - from > best.map({ $0.upperBound - $0.lowerBound }) ?? -1 {
        best = from...max(from, until)
      }
      opened = nil
    }
    for index in 0...steps {
      let here = begin + (end - begin) * Double(index) / Double(steps)
      let seen = isSeen(here)
      if seen, opened == nil { opened = index == 0 ? here : edge(last, here) }
      if !seen, opened != nil { close(edge(last, here)) }
      last = here
    }
    close(end)
    return best.map { .metres($0.lowerBound)...(.metres($0.upperBound)) }
  }
}
