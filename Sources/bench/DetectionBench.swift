import Atalaya
import Foundation

/// Probabilities of detection on one core, next to the series that their definition is, summed term by term.
enum DetectionBench {
  @Sendable static func run() throws {
    let count = 1_000_000
    for pulses in [1, 10] {
      let detector = try SquareLawDetector(pulses: pulses, falseAlarmProbability: 1e-6)
      for fluctuation in TargetFluctuation.allCases {
        var sum = 0.0
        let ours = Duel.cpu {
          for index in 0..<count {
            sum += detector.probability(snr: ratio(index, of: count), fluctuation).detected
          }
        }
        let sample = 2000
        var check = 0.0
        let peer =
          Duel.cpu {
            for index in 0..<sample {
              check += plain(
                detector, ratio(index, of: sample).ratio, shape: shape(of: fluctuation, pulses: pulses))
            }
          } * Double(count / sample)
        print(
          String(
            format: "  10⁶ Pd, Swerling %d, %d pulses: %.2f s of CPU (asked 1); the plain series %.1f s "
              + "(from %d), ratio %.1f; means %.6f and %.6f", fluctuation.rawValue, pulses, ours, peer, sample,
            peer / ours, sum / Double(count), check / Double(sample)))
      }
    }
  }

  /// From −10 to 30 dB.
  private static func ratio(_ index: Int, of count: Int) -> Decibels {
    Decibels(-10 + 40 * (Double(index) + 0.5) / Double(count))
  }

  /// The shape of the gamma distribution of a target's energy; infinite for a steady one.
  private static func shape(of fluctuation: TargetFluctuation, pulses: Int) -> Double {
    switch fluctuation {
    case .steady: .infinity
    case .swerling1: 1
    case .swerling2: Double(pulses)
    case .swerling3: 2
    case .swerling4: 2 * Double(pulses)
    }
  }

  /// Σ over j of the density of J times Q(N + j, T), each term by itself.
  private static func plain(_ detector: SquareLawDetector, _ ratio: Double, shape: Double) -> Double {
    let (n, t) = (Double(detector.pulses), detector.threshold)
    let energy = n * ratio
    // Q(N + j, T) = Σ over i < N + j of e^(−T)·Tⁱ/i!.
    func upper(_ j: Int) -> Double {
      var (term, sum) = (exp(-t), 0.0)
      for i in 0..<detector.pulses + j {
        sum += term
        term *= t / Double(i + 1)
      }
      return min(sum, 1)
    }
    var (sum, weights, j) = (0.0, 0.0, 0)
    while weights < 1 - 1e-9, j < 20_000 {
      let logarithm =
        shape.isInfinite
        ? Double(j) * log(energy) - energy - lgamma(Double(j + 1))
        : lgamma(shape + Double(j)) - lgamma(shape) - lgamma(Double(j + 1)) + shape * log(shape / (shape + energy))
          + Double(j) * log(energy / (shape + energy))
      let weight = exp(logarithm)
      weights += weight
      // Beyond the threshold's own terms Q is one.
      sum += weight * (Double(detector.pulses + j) > t + 12 * t.squareRoot() + 20 ? 1 : upper(j))
      j += 1
    }
    return sum
  }
}
