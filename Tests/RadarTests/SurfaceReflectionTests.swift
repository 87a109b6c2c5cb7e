import Foundation
import TestSupport
import Testing
import Units

@testable import Radar

/// Lobes over sea and flat ground.
@Suite struct SurfaceReflectionTests {
  private let flat = EffectiveEarth(k: 1e5)

  private func reflection(
    _ surface: ReflectingSurface = ReflectingSurface(.sea), gigahertz: Double = 1.3,
    _ polarization: Polarization = .horizontal,
    over earth: EffectiveEarth = EffectiveEarth()
  ) throws -> SurfaceReflection {
    try SurfaceReflection(surface, frequency: .gigahertz(gigahertz), polarization: polarization, over: earth)
  }

  @Test func `lobes stand where the difference of the ways is half a wave`() throws {
    let reflection = try reflection(over: flat)
    let (height, wavelength) = (20.0, reflection.frequency.wavelength.metres)
    // Far away over a flat mirror the maxima are at sin θ = (2n − 1)·λ/4h, the minima at n·λ/2h.
    func factor(_ sine: Double) -> Double {
      let range = 200_000.0
      let target = range * tan(asin(sine))
      return pow(
        10, reflection.factor(groundRange: .metres(range), antenna: .metres(height), target: .metres(target)).value / 20
      )
    }
    for n in 1...12 {
      let top = factor(Double(2 * n - 1) * wavelength / (4 * height))
      let bottom = factor(Double(n) * wavelength / (2 * height))
      // Sea water reflects 97 % and more of a horizontal field below 8°.
      #expect(top > 1.95 && top <= 2, "\(n): \(top)")
      #expect(bottom < 0.06, "\(n): \(bottom)")
    }
    // Between them |1 − exp(−iδ)| = 2·|sin(δ/2)|, over a mirror.
    for sine in stride(from: 0.002, to: 0.02, by: 0.0011) {
      let expected = 2 * abs(sin(2 * .pi * height * sine / wavelength))
      #expect(abs(factor(sine) - expected) < 0.02)
    }
  }

  @Test func `a perfect conductor reflects all of a wave, and Brewster's angle hides a vertical one`() {
    let metal = GroundElectrics(permittivity: 1, conductivity: 1e12)
    for degrees in [0.5, 5, 30, 80] {
      let grazing = degrees * .pi / 180
      let horizontal = SurfaceReflection.fresnel(metal, wavelength: 0.23, grazing: grazing, .horizontal)
      let vertical = SurfaceReflection.fresnel(metal, wavelength: 0.23, grazing: grazing, .vertical)
      // The field's own depth in so good a conductor is a millionth of a wave.
      #expect((horizontal.re + 1).magnitude < 1e-4 && horizontal.im.magnitude < 1e-4)
      #expect((vertical.re - 1).magnitude < 1e-3 && vertical.im.magnitude < 1e-3)
      // A circular wave comes back with the other sense.
      #expect(SurfaceReflection.fresnel(metal, wavelength: 0.23, grazing: grazing, .circular).magnitude < 1e-3)
    }
    // Without loss Γ of a vertical field is zero at cot ψ = √ε; straight down both are (1 − n)/(1 + n).
    let glass = GroundElectrics(permittivity: 9, conductivity: 0)
    let brewster = atan(1 / 3.0)
    #expect(SurfaceReflection.fresnel(glass, wavelength: 0.1, grazing: brewster, .vertical).magnitude < 1e-12)
    #expect(abs(SurfaceReflection.fresnel(glass, wavelength: 0.1, grazing: .pi / 2, .horizontal).re + 0.5) < 1e-12)
    #expect(abs(SurfaceReflection.fresnel(glass, wavelength: 0.1, grazing: .pi / 2, .vertical).re - 0.5) < 1e-12)
  }

  @Test func `a rough surface keeps as much of the field as its integral over heights`() {
    // I₀ by its integral, exp(−x)·(1/π)·∫ exp(x·cos t) dt, by the trapezoid rule, which is exact for periodic functions.
    for x in [0.0, 0.1, 1, 3.7, 3.8, 20, 300] {
      let count = 4000
      let sum =
        (0..<count).reduce(0.0) { $0 + exp(x * (cos(2 * .pi * Double($1) / Double(count)) - 1)) } / Double(count)
      #expect(abs(SurfaceReflection.scaledBessel(x) - sum) < 3e-7, "\(x)")
    }
    // Small roughness: Ament's exp(−8π²·(σ·sin ψ/λ)²) within its own square.
    let g = 2 * Double.pi * 0.01 * sin(0.1) / 0.23
    #expect(abs(SurfaceReflection.roughness(0.01, wavelength: 0.23, grazing: 0.1) - exp(-2 * g * g)) < 2 * pow(g, 4))
  }

  @Test func `great roughness leaves free space, and no state of the sea more than twice the field`() throws {
    let heights: [(Double, Double)] = [(20, 2000), (10, 5000), (100, 9000)]
    for (antenna, target) in heights {
      let rough = try reflection(ReflectingSurface(.sea, rmsHeight: .metres(300)))
      let value = rough.factor(groundRange: .kilometres(40), antenna: .metres(antenna), target: .metres(target)).value
      // I₀'s tail 1/√(2π·2g²) leaves a few thousandths of the field.
      #expect(abs(value) < 0.1, "\(value)")
    }
    var (spread, calm) = (Double.infinity, 0.0)
    for state in ReflectingSurface.seaStates {
      let sea = try reflection(.sea(state: state))
      let values = (1...400).map { step in
        sea.factor(groundRange: .kilometres(30), antenna: .metres(15), target: .metres(300 + 10 * Double(step))).value
      }
      #expect(values.allSatisfy { $0 <= 20 * log10(2) + 1e-9 })
      let width = (values.max() ?? 0) - (values.min() ?? 0)
      // The rougher the sea, the flatter the lobes.
      #expect(width <= spread + 1e-9, "\(state)")
      spread = width
      if state == 0 { calm = width }
    }
    #expect(calm > 10 && spread < calm / 4, "\(calm) \(spread)")
  }

  @Test func `rays meet the surface under equal angles, and the way is the same both ways`() throws {
    var random = SplitMix(seed: 4)
    let reflection = try reflection()
    let radius = EffectiveEarth().radius.metres
    for _ in 0..<200 {
      let (h1, h2) = (Double.random(in: 2...500, using: &random), Double.random(in: 10...12_000, using: &random))
      let sight = EffectiveEarth().horizonDistance(between: .metres(h1), and: .metres(h2)).metres
      let ground = sight * .random(in: 0.05...0.9, using: &random)
      guard let rays = reflection.rays(ground: ground, antenna: h1, target: h2) else {
        Issue.record("no ray at \(ground) of \(sight)")
        continue
      }
      // By vectors around the centre: the shortest way over the surface, found without angles.
      func way(_ angle: Double) -> Double {
        let at = (radius * sin(angle), radius * cos(angle))
        let end = ((radius + h2) * sin(ground / radius), (radius + h2) * cos(ground / radius))
        return hypot(at.0, at.1 - radius - h1) + hypot(end.0 - at.0, end.1 - at.1)
      }
      var (low, high) = (0.0, ground / radius)
      for _ in 0..<200 {
        let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
        if way(a) < way(b) { high = b } else { low = a }
      }
      let end = ((radius + h2) * sin(ground / radius), (radius + h2) * cos(ground / radius) - radius - h1)
      // Coordinates of 8.5e6 m keep 2e-9 m each, and the least way is as flat.
      #expect(
        abs(way(low) - hypot(end.0, end.1) - rays.difference) < 1e-7 + 1e-6 * rays.difference, "\(h1) \(h2) \(ground)")
      let back = reflection.factor(groundRange: .metres(ground), antenna: .metres(h2), target: .metres(h1)).value
      let forth = reflection.factor(groundRange: .metres(ground), antenna: .metres(h1), target: .metres(h2)).value
      #expect(abs(pow(10, back / 20) - pow(10, forth / 20)) < 1e-5)
      #expect(rays.divergence > 0 && rays.divergence <= 1 && rays.depression > 0)
    }
  }

  @Test func `the factor of two rays joins diffraction where the Earth is cleared`() throws {
    let reflection = try reflection()
    let (antenna, target) = (Length.metres(25), Length.metres(150))
    let sight = EffectiveEarth().horizonDistance(between: antenna, and: target)
    var before: Double?
    var (steps, below) = (0.0, 0)
    for share in stride(from: 0.5, through: 1.2, by: 0.001) {
      let value = reflection.factor(groundRange: sight * share, antenna: antenna, target: target).value
      #expect(!value.isNaN)
      if let before, share > 0.8 { steps = max(steps, abs(value - before)) }
      if value < -10 { below += 1 }
      before = value
    }
    // A step of 0.1 % of the way; two rays off a sphere are within a decibel or so of 0 dB where diffraction begins.
    #expect(steps < 2.5 && below > 100, "\(steps) \(below)")
    // Beyond the horizon it is the loss of diffraction.
    let diffraction = try SphericalEarthDiffraction(
      frequency: .gigahertz(1.3), over: EffectiveEarth(), polarization: .horizontal, seaShare: 1)
    #expect(
      reflection.factor(groundRange: sight * 1.1, antenna: antenna, target: target).value
        == -diffraction.loss(distance: sight * 1.1, from: antenna, to: target).value)
  }
}
