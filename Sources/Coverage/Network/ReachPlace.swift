internal import Foundation

/// Where a post lies from a radar, as coarsely as a reach tells it.
struct ReachPlace {
  var squareMetres: Float
  var azimuth: UInt16

  static let none = ReachPlace(squareMetres: 0, azimuth: 0)

  init(squareMetres: Float, azimuth: UInt16) {
    self.squareMetres = squareMetres
    self.azimuth = azimuth
  }

  init(east: Double, north: Double) {
    squareMetres = Float(east * east + north * north)
    let sum = abs(east) + abs(north)
    guard sum > 0 else {
      azimuth = 0
      return
    }
    // The share of the way along a side of the diamond |east| + |north| = 1, which grows with the azimuth.
    let quarter: Double
    let share: Double
    switch (east >= 0, north >= 0) {
    case (true, true): (quarter, share) = (0, east / sum)
    case (true, false): (quarter, share) = (1, -north / sum)
    case (false, false): (quarter, share) = (2, -east / sum)
    case (false, true): (quarter, share) = (3, north / sum)
    }
    azimuth = Self.table[min(Int((quarter + share) / 4 * Double(Self.steps)), Self.steps - 1)]
  }

  private static let steps = 16_384
  /// Degrees of azimuth by the way round the diamond: within 0.02° of the right one.
  private static let table = (0..<steps).map { step -> UInt16 in
    let way = (Double(step) + 0.5) / Double(steps) * 4
    let share = way - way.rounded(.down)
    let degrees = way.rounded(.down) * 90 + atan2(share, 1 - share) * 180 / .pi
    return UInt16(Int(degrees.rounded()) % RadarReach.azimuths)
  }
}
