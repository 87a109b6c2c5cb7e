import TestSupport
import Testing
import Units

@testable import Radar

/// Diffraction along a ray outwards against the whole profile, and floors against bisection.
@Suite struct ShadowRayTests {
  static let earth = EffectiveEarth()

  /// Ground of hills of several widths over a plain, at even steps, km.
  static func hills(_ draw: inout SplitMix, count: Int, step: Double, roughness: Double) -> (d: [Double], h: [Double]) {
    var h = [Double](repeating: 100, count: count)
    for width in [4.0, 12, 40, 150] {
      var (last, next) = (0.0, 0.0)
      for index in 0..<count {
        let place = Double(index).truncatingRemainder(dividingBy: width)
        if place < 1 { (last, next) = (next, Double.random(in: 0...1, using: &draw) * roughness * width / 10) }
        h[index] += last + (next - last) * place / width
      }
    }
    return ((0..<count).map { Double($0) * step }, h)
  }

  static func model(_ gigahertz: Double) throws -> DeltaBullington {
    try DeltaBullington(frequency: .gigahertz(gigahertz), over: earth)
  }

  @Test func `a ray outwards has the loss of the whole profile`() throws {
    var draw = SplitMix(seed: 1)
    var worst = 0.0
    for trial in 0..<240 {
      let count = Int.random(in: 12...900, using: &draw)
      let roughness = [0, 2, 20, 150][trial % 4]
      let (d, h) = Self.hills(&draw, count: count, step: 0.09, roughness: Double(roughness))
      let model = try Self.model([0.15, 1.3, 3, 9.4][trial / 4 % 4])
      let antenna = h[0] + Double.random(in: 5...60, using: &draw)
      let target = h[count - 1] + [2, 30, 150, 3000][trial / 16 % 4]
      let profile = try PathProfile(kilometres: d, groundMetres: h)
      let whole = model.loss(along: profile, from: .metres(antenna), to: .metres(target)).total
      var ray = ShadowRay(model, antennaMetres: antenna, groundMetres: h[0])
      for index in 1..<(count - 1) { ray.pass(d[index] * 1000, ground: h[index], surface: h[index]) }
      let found = ray.loss(d[count - 1] * 1000, ground: h[count - 1], target: target)
      if abs(found - whole) > worst {
        worst = abs(found - whole)
        print("trial", trial, count, roughness, antenna - h[0], target - h[count - 1], whole, found)
      }
    }
    #expect(worst < 0.1)
  }
}
