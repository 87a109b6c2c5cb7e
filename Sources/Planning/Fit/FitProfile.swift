internal import Foundation

/// The likelihood of one parameter, the others at their best for each of its values.
struct FitProfile {
  /// Values of the parameter, ascending.
  private(set) var values: [Double]
  /// Logarithms of the likelihood there.
  private(set) var logs: [Double]
  /// Between which values was searched.
  let range: ClosedRange<Double>

  /// Half of the 95 % quantile of χ² with one degree of freedom: so far the logarithm falls at the ends of an interval.
  static let fall = 1.920729
  /// The same for one side only, half the square of the normal 95 % quantile.
  static let oneSidedFall = 1.352772
  /// What lies this far below the maximum has a share of e⁻¹² and is not looked at closely.
  private static let depth = 12.0

  /// Follows a function: over the whole range, then ever closer where it is high.
  init(over range: ClosedRange<Double>, coarse: Int = 33, fine: Int = 41, _ log: (Double) -> Double) {
    self.range = range
    func points(_ span: ClosedRange<Double>, _ count: Int) -> [Double] {
      (0..<count).map { span.lowerBound + (span.upperBound - span.lowerBound) * Double($0) / Double(count - 1) }
    }
    values = points(range, coarse)
    logs = values.map(log)
    for _ in 0..<3 {
      let floor = (logs.max() ?? 0) - Self.depth
      guard let first = logs.firstIndex(where: { $0 > floor }), let last = logs.lastIndex(where: { $0 > floor }) else {
        return
      }
      let span = values[max(first - 1, 0)]...values[min(last + 1, values.count - 1)]
      let width = span.upperBound - span.lowerBound
      guard width < 0.6 * (values[values.count - 1] - values[0]) || values.count < fine, width > 0 else { return }
      values = points(span, fine)
      logs = values.map(log)
    }
  }

  var best: Double { logs.indices.max { logs[$0] < logs[$1] }.map { values[$0] } ?? range.lowerBound }
  var highest: Double { logs.max() ?? 0 }

  /// What the data say of the parameter.
  ///
  /// The profile is scaled to an area of one over the range searched; the middle of it is the estimate, and the interval
  /// leaves 2.5 % on either side. With many looks that is the interval of the likelihood ratio where the edge is soft, and
  /// unlike that one it stays right where it is sharp, so that the likelihood jumps.
  /// - Source: I. A. Ibragimov and R. Z. Has'minskii, Statistical Estimation: Asymptotic Theory, 1981, ch. V; V.
  ///   Chernozhukov and H. Hong, Likelihood estimation and inference in a class of nonregular econometric models,
  ///   Econometrica 72, 2004.
  var finding: FitFinding {
    let top = highest
    // Without an end that the data exclude there is no interval, only a side.
    let isBelowOut = (logs.first ?? top) < top - Self.fall
    let isAboveOut = (logs.last ?? top) < top - Self.fall
    switch (isBelowOut, isAboveOut) {
    case (true, true): return .determined(value: quantile(0.5), low: quantile(0.025), high: quantile(0.975))
    case (true, false):
      let index = logs.firstIndex { $0 >= top - Self.oneSidedFall } ?? 0
      return .atLeast(crossing(index - 1, index))
    case (false, true):
      let index = logs.lastIndex { $0 >= top - Self.oneSidedFall } ?? logs.count - 1
      return .atMost(crossing(index, index + 1))
    case (false, false): return .undetermined
    }
  }

  /// Where the logarithm passes the fall of one side between two neighbours.
  private func crossing(_ a: Int, _ b: Int) -> Double {
    guard a >= 0, b < logs.count else { return values[min(max(a, 0), values.count - 1)] }
    let level = highest - Self.oneSidedFall
    guard logs[a] != logs[b], logs[a].isFinite, logs[b].isFinite else { return values[b] }
    return values[a] + (values[b] - values[a]) * min(max((level - logs[a]) / (logs[b] - logs[a]), 0), 1)
  }

  /// A quantile of the scaled profile, which is linear between its values.
  private func quantile(_ share: Double) -> Double {
    let top = highest
    let weights = logs.map { exp($0 - top) }
    var areas: [Double] = []
    for index in 1..<max(values.count, 2) where index < values.count {
      areas.append((values[index] - values[index - 1]) * (weights[index] + weights[index - 1]) / 2)
    }
    let wanted = share * areas.reduce(0, +)
    var sum = 0.0
    for (index, area) in areas.enumerated() {
      if sum + area >= wanted, area > 0 {
        // The root of the area under a line.
        let (a, b, width) = (weights[index], weights[index + 1], values[index + 1] - values[index])
        let rest = wanted - sum
        let slope = (b - a) / width
        let x =
          abs(slope) * width < 1e-9 * (a + b)
          ? rest / a : (-a + (a * a + 2 * slope * rest).squareRoot()) / slope
        return values[index] + min(max(x, 0), width)
      }
      sum += area
    }
    return values.last ?? range.upperBound
  }
}
