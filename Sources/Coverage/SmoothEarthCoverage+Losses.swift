internal import Foundation
internal import Radar
internal import Units

extension SmoothEarthCoverage {
  /// Keeps of some edges what looks detect with the wanted probability by the antenna's pattern, and in spite of what the way takes
  /// where that counts: the longest span without a gap.
  func narrow(
    _ edges: inout RingEdges, of station: RadarStation, _ target: Target, from antenna: Length, to height: Length,
    countsLosses: Bool
  ) {
    let range = station.detectionRange(of: target).metres
    let pattern = station.type.parameters.elevationPattern ?? .flat
    // How much more the way may take one way, without and with what it takes.
    func spare(_ metres: Double) -> (free: Double, left: Double) {
      let ground = Length.metres(metres)
      let slant = earth.slantRange(groundDistance: ground, from: antenna, to: height)
      let elevation = earth.elevation(groundDistance: ground, from: antenna, to: height)
      let free =
        20 * log10(range / max(slant.metres, 1e-3)) + pattern.gain(at: elevation - station.tilt).value
      guard free >= 0, countsLosses else { return (free, free) }
      let loss = losses.loss(
        of: station, antenna: antenna, groundDistance: ground, height: height, slantRange: slant, elevation: elevation)
      return (free, free - loss.value / 2)
    }
    guard let span = longestSpan(edges.inner...edges.outer, { spare($0).left >= 0 }) else {
      edges.shorten(to: .zero, as: pattern == .flat ? .detection : .beam)
      return
    }
    // What is hidden behind the horizon could be seen without the ground.
    let beyond = span.upperBound + .metres(1)
    let isHidden = beyond > earth.horizonDistance(between: antenna, and: height) && spare(beyond.metres).free >= 0
    edges.shorten(to: span.upperBound, as: isHidden ? .horizon : pattern == .flat ? .detection : .beam)
    edges.widenHole(to: span.lowerBound, as: .aboveBeam)
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
