/// The classes that options cover, option after option, for steps of arithmetic only.
struct OptionRows {
  private var starts = [0]
  private var classes: [Int32] = []
  /// Empty when all are 1.
  private var strengths: [Double] = []

  /// Adds a class to the last option.
  ///
  /// - Parameter strength: nil for all or for none; nil stands for 1.
  mutating func add(_ kind: Int32, _ strength: Double?) {
    classes.append(kind)
    if let strength { strengths.append(strength) }
  }

  /// Ends the row of an option.
  mutating func endRow() { starts.append(classes.count) }

  /// Lowers the price of a unit of each class to that at which an option gives it.
  func lower(_ unitPrices: inout [Double], by option: Int, price: Double) {
    for entry in starts[option]..<starts[option + 1] {
      let kind = Int(classes[entry])
      unitPrices[kind] = min(unitPrices[kind], price / (strengths.isEmpty ? 1 : strengths[entry]))
    }
  }

  /// What multipliers pay for the classes of an option.
  @inline(__always)
  func worth(of option: Int, _ multipliers: [Double]) -> Double {
    let row = starts[option]..<starts[option + 1]
    guard strengths.isEmpty else {
      var sum = 0.0
      for entry in row { sum += strengths[entry] * multipliers[Int(classes[entry])] }
      return sum
    }
    // Four sums at once: one alone would wait for each addition.
    var sums = SIMD4<Double>.zero
    var entry = row.lowerBound
    while entry + 4 <= row.upperBound {
      sums += SIMD4(
        multipliers[Int(classes[entry])], multipliers[Int(classes[entry + 1])], multipliers[Int(classes[entry + 2])],
        multipliers[Int(classes[entry + 3])])
      entry += 4
    }
    while entry < row.upperBound {
      sums[0] += multipliers[Int(classes[entry])]
      entry += 1
    }
    return sums.sum()
  }

  /// Takes what a part of an option covers from what is open.
  @inline(__always)
  func cover(by option: Int, _ part: Double, _ open: inout [Double]) {
    if strengths.isEmpty {
      for entry in starts[option]..<starts[option + 1] { open[Int(classes[entry])] -= part }
    } else {
      for entry in starts[option]..<starts[option + 1] { open[Int(classes[entry])] -= part * strengths[entry] }
    }
  }
}
