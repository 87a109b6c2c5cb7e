import Foundation
import TestSupport
import Testing

@testable import Report

@Suite struct HillshadeTests {
  private let latitudes = (0..<5).map { 0.02 - 0.01 * Double($0) }

  /// The shade of the middle of a plane that rises so many metres a metre to the east and to the north.
  private func shade(east: Double, north: Double) -> Double {
    // A hundredth of a degree at the equator, on a sphere of 6371 km.
    let step = 6_371_000 * 0.01 * Double.pi / 180
    let ground = (0..<25).map { cell in
      Float(10_000 + east * step * Double(cell % 5) - north * step * Double(cell / 5))
    }
    return Double(Hillshade.shades(ground, columns: 5, latitudes: latitudes, step: (0.01, 0.01))[12])
  }

  @Test(arguments: [(0.0, 0.0), (1, 0), (-1, 0), (0, 1), (0, -1), (0.3, -0.4), (-0.7071, 0.7071)])
  func `a plane is as light as the cosine of the sun's angle to it says`(east: Double, north: Double) {
    // Sun in the north-west, 45° high: (−½, ½, √½); the normal of the plane: (−east, −north, 1).
    let cosine = (0.5 * east - 0.5 * north + 0.5.squareRoot()) / (1 + east * east + north * north).squareRoot()
    // Half a step of rounding, and what 7 digits of a Float lose of a height of 10 km.
    #expect(abs(shade(east: east, north: north) - 255 * max(cosine, 0)) <= 0.6)
  }

  @Test func `ground beside the unknown is as light as level ground`() {
    var ground = [Float](repeating: 100, count: 25)
    ground[12] = .nan
    let shades = Hillshade.shades(ground, columns: 5, latitudes: latitudes, step: (0.01, 0.01))
    // 255 × √½ = 180.3
    #expect(shades.allSatisfy { $0 == 180 })
  }
}
