import Foundation
import Geodesy
import Units

/// Lines that follow each other, as a recorder writes them after it lost its fix.
struct LineChain {
  /// Where a line ends and the next begins.
  struct Gap {
    /// The number of the line that ends, from 0.
    var after: Int
    /// Its length.
    var length: Length
  }

  /// The gaps between the lines, one fewer than lines.
  let gaps: [Gap]

  /// Nil when the lines are branches: one begins nearer to another point of those before than to where they end, or goes on
  /// from another point of itself than its first.
  init?(_ lines: [[Position]]) {
    var gaps: [Gap] = []
    for (index, (line, next)) in zip(lines, lines.dropFirst()).enumerated() {
      guard let end = line.last, let start = next.first else { return nil }
      let gap = Ellipsoid.wgs84.distance(from: end, to: start)
      let apart = Self.plane(end, start)
      guard !lines[...index].joined().contains(where: { Self.plane($0, start) < apart }),
        !next.contains(where: { Self.plane($0, end) < apart })
      else { return nil }
      gaps.append(Gap(after: index, length: gap))
    }
    self.gaps = gaps
  }

  /// The square of a distance, enough to say which of two points is the nearer one: tracks can have many points.
  private static func plane(_ a: Position, _ b: Position) -> Double {
    let north = a.latitudeDegrees - b.latitudeDegrees
    let east =
      (a.longitudeDegrees - b.longitudeDegrees).remainder(dividingBy: 360)
      * cos((a.latitudeDegrees + b.latitudeDegrees) * .pi / 360)
    return north * north + east * east
  }
}
