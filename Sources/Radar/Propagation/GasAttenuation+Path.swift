public import Units

extension GasAttenuation {
  /// What the air between two places takes from a wave on its straight way over an effective Earth, one way.
  ///
  /// The specific attenuation is integrated over the height along the ray, by Simpson's rule on segments of which none
  /// spans more than 500 m of height or 5 km of way.
  /// - Parameters:
  ///   - groundDistance: Along the Earth's surface.
  ///   - antenna: Above mean sea level.
  ///   - target: Above mean sea level.
  ///   - earth: The Earth over which rays are straight.
  ///   - surface: The air at sea level.
  /// - Returns: Decibels; zero for no distance.
  /// - Accuracy: within 0.1 % of a hundred times finer steps (`the gas loss of a path does not depend on its steps`).
  public func loss(
    groundDistance: Length, from antenna: Length, to target: Length, over earth: EffectiveEarth,
    surface: SurfaceAir = SurfaceAir()
  ) -> Decibels {
    let slant = earth.slantRange(groundDistance: groundDistance, from: antenna, to: target).metres
    guard slant > 0, slant.isFinite else { return Decibels(0) }
    let radius = earth.radius.metres
    let (r1, r2) = (radius + antenna.metres, radius + target.metres)
    // Along a straight line the square of the distance from the centre is a parabola.
    func height(_ way: Double) -> Double {
      let share = way / slant
      return (r1 * r1 * (1 - share) + r2 * r2 * share - slant * slant * share * (1 - share)).squareRoot() - radius
    }
    func density(_ way: Double) -> Double {
      specific(in: surface.air(at: .metres(height(way)))).total
    }
    let steps = Swift.min(10_000, Swift.max(slant / 5000, abs(r2 - r1) / 500).rounded(.up))
    let count = Swift.max(1, Int(steps))
    let step = slant / Double(count)
    var sum = 0.0
    var begin = density(0)
    for index in 0..<count {
      let end = density(Double(index + 1) * step)
      sum += (begin + 4 * density((Double(index) + 0.5) * step) + end) / 6
      begin = end
    }
    return Decibels(sum * step / 1000)
  }
}
