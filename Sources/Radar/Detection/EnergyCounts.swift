internal import Foundation

/// The density of J, the Poisson count whose mean is the summed energy of the pulses: Poisson for a steady echo, negative
/// binomial where that energy is gamma distributed.
struct EnergyCounts {
  /// The mean of J.
  private let energy: Double
  /// The shape of the energy's gamma distribution; nil for a steady echo.
  private let shape: Double?
  /// θ/(1 + θ), θ being the scale of that distribution.
  private let q: Double

  init(energy: Double, shape: Double?) {
    self.energy = energy
    self.shape = shape
    q = shape.map { energy / ($0 + energy) } ?? 0
  }

  /// The most probable count, rounded down.
  var mode: Double {
    guard let shape else { return energy.rounded(.down) }
    return max(0, ((shape - 1) * energy / shape).rounded(.down))
  }

  /// The probability of a count.
  func density(_ j: Double) -> Double {
    guard let shape else { return DiscreteDensities.poisson(j, mean: energy) }
    return DiscreteDensities.negativeBinomial(j, shape: shape, scale: energy / shape)
  }

  /// The probability of the next count over that of a count.
  func growth(_ j: Double) -> Double {
    guard let shape else { return energy / (j + 1) }
    return q * (shape + j) / (j + 1)
  }

  /// The probability of all counts after one: exact for shapes one and two, else summed until a remainder does not count.
  func tail(after j: Double, density: Double, until least: Double) -> Double {
    if shape == 1 { return density * q / (1 - q) }
    if shape == 2 {
      // Σ over i > j of (i + 1)·qⁱ, over (j + 1)·qʲ.
      return density * q * ((j + 2) / (j + 1) + q / ((1 - q) * (j + 1))) / (1 - q)
    }
    var (w, i, sum) = (density, j, 0.0)
    while true {
      let factor = growth(i)
      w *= factor
      sum += w
      i += 1
      let next = growth(i)
      if next < 1, w * next <= least * (1 - next) { return sum }
    }
  }
}
