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
      worst = max(worst, abs(found - whole))
    }
    // The smooth Earth's edge is in closed form, not that of points.
    #expect(worst < 0.1)
  }

  @Test func `the lowest target behind an edge is where the whole profile's loss is what the range leaves`() throws {
    var random = SplitMix(seed: 2)
    for trial in 0..<60 {
      let count = Int.random(in: 30...500, using: &random)
      let (d, h) = Self.hills(&random, count: count, step: 0.09, roughness: [0, 5, 60, 200][trial % 4])
      let model = try Self.model([0.15, 1.3, 9.4][trial % 3])
      let antenna = h[0] + Double.random(in: 10...40, using: &random)
      // From a radar that has nothing to spare to one that has 40 dB.
      let spare = [0.5, 4, 12, 20, 40][trial / 4 % 5]
      let (x, ground) = (d[count - 1] * 1000, h[count - 1])
      var ray = ShadowRay(model, antennaMetres: antenna, groundMetres: h[0])
      for index in 1..<(count - 1) { ray.pass(d[index] * 1000, ground: h[index], surface: h[index]) }
      let edge = ray.nu(x, ground: ground, above: ground, guess: 0) { _ in spare }
      let floor = max(ray.lowest(x, nu: edge).altitude, ground)
      let profile = try PathProfile(kilometres: d, groundMetres: h)
      func loss(_ z: Double) -> Double {
        model.loss(along: profile, from: .metres(antenna), to: .metres(z)).total
      }
      // The closed form's decibels, and 5 cm at which the search ends.
      #expect(loss(floor + 0.1) < spare + 0.05, "\(trial): \(floor) m over \(ground) m")
      if floor > ground + 0.2 { #expect(loss(floor - 0.2) > spare - 0.05, "\(trial): \(floor) m over \(ground) m") }
    }
  }

  @Test func `a floor falls with what the range leaves, and tends to the line of sight with the frequency`() throws {
    var random = SplitMix(seed: 3)
    let (d, h) = Self.hills(&random, count: 400, step: 0.09, roughness: 60)
    let antenna = h[0] + 20
    func floor(_ gigahertz: Double, _ spare: Double) throws -> (floor: Double, sight: Double) {
      var ray = ShadowRay(try Self.model(gigahertz), antennaMetres: antenna, groundMetres: h[0])
      for index in 1..<399 { ray.pass(d[index] * 1000, ground: h[index], surface: h[index]) }
      let x = d[399] * 1000
      let edge = ray.nu(x, ground: h[399], above: -3000, guess: 0) { _ in spare }
      let low = ray.lowest(x, nu: edge)
      return (low.altitude, low.altitude - low.lift)
    }
    var last = Double.infinity
    for spare in stride(from: 0.0, through: 60, by: 1.5) {
      let (now, sight) = try floor(1.3, spare)
      #expect(now <= last + 0.05, "\(spare) dB")
      // Full clearance with nothing to spare.
      if spare == 0 { #expect(now > sight) }
      last = now
    }
    // An edge's clearance goes with the square root of the wavelength: a tenth from 10 to 1000 GHz.
    for spare in [0.5, 12, 30] {
      let (wide, narrow) = try (floor(10, spare), floor(1000, spare))
      #expect(abs(narrow.floor - narrow.sight) < 0.2 * abs(wide.floor - wide.sight) + 0.1, "\(spare) dB")
    }
  }

  @Test func `the smooth Earth's edge in closed form agrees with the sum over a profile`() throws {
    var random = SplitMix(seed: 4)
    var worst = 0.0
    for _ in 0..<300 {
      let count = Int.random(in: 20...1500, using: &random)
      let d = (0..<count).map { Double($0) * 0.09 }
      let model = try Self.model([0.15, 1.3, 9.4].randomElement(using: &random) ?? 1)
      let (first, second) = (Double.random(in: 1...300, using: &random), Double.random(in: 0.5...9000, using: &random))
      let profile = try PathProfile(kilometres: d, groundMetres: d.map { _ in 0 })
      let whole = model.loss(along: profile, from: .metres(first), to: .metres(second))
      let length = d[count - 1]
      let edge = model.sphere.bullington(kilometres: length, first, second, step: 0.09)
      worst = max(worst, abs(edge - whole.bullington))
      let smooth = SmoothDiffraction(model).loss(
        distance: .kilometres(length), from: .metres(first), to: .metres(second))
      #expect(abs(smooth.value - whole.total) < 0.1, "\(length) km, \(first) and \(second) m")
    }
    #expect(worst < 0.1)
  }

  @Test func `what an edge may take is what its ν takes`() {
    for kilometres in [1.0, 50, 400] {
      for loss in [0.01, 1, 6, 12.5, 30, 80] {
        let nu = KnifeEdge.nu(corrected: loss, kilometres: kilometres)
        // Digits of a pow and a log.
        #expect(abs(KnifeEdge.corrected(nu, kilometres: kilometres) - loss) < 1e-6 || nu == KnifeEdge.clear)
      }
      #expect(KnifeEdge.nu(corrected: 0, kilometres: kilometres) == KnifeEdge.clear)
      #expect(KnifeEdge.nu(corrected: .infinity, kilometres: kilometres) > 1e6)
    }
  }

  @Test func `a ray of losses has no holes over many draws`() throws {
    var random = SplitMix(seed: 5)
    for trial in 0..<400 {
      let (d, h) = Self.hills(&random, count: 60, step: 0.03, roughness: .random(in: 0...300, using: &random))
      let model = try Self.model(.random(in: 0.01...40, using: &random))
      var ray = ShadowRay(model, antennaMetres: h[0] + .random(in: 0...2000, using: &random), groundMetres: h[0])
      for index in 1..<60 {
        let x = d[index] * 1000
        let spare = Double.random(in: -20...80, using: &random)
        let edge = ray.nu(x, ground: h[index], above: h[index], guess: 0) { _ in spare }
        let low = ray.lowest(x, nu: edge)
        #expect(!low.altitude.isNaN && !low.lift.isNaN && !edge.isNaN, "\(trial) \(index)")
        let loss = ray.loss(x, ground: h[index], target: h[index] + .random(in: 0...9000, using: &random))
        #expect(loss >= 0, "\(trial) \(index)")
        ray.pass(x, ground: h[index], surface: h[index])
      }
    }
  }
}
