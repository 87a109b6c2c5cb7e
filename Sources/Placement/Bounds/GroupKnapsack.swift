/// Chooses at most one option per group within one limit to minimise the sum of their values, as bound.
///
/// The relaxation with fractions of options is solved by the upper hulls of the groups in order of efficiency (Sinha and
/// Zoltners, "The multiple-choice knapsack problem", 1979); it is exact when the limit counts options. With whole units
/// of the limit, dynamic programming gives the exact minimum: a limit whose uses have no common unit is cut into
/// ``unitLimit`` units and uses are rounded down, which can only lower the minimum, so that it stays a bound.
struct GroupKnapsack {
  /// The units into which a limit without a common measure is cut.
  static let unitLimit = 2000
  /// Tables of more cells are not worth their time.
  static let tableLimit = 4_000_000

  private struct Step {
    var efficiency: Double
    var use: Double
    var value: Double
    var option: Int32
    var previous: Int32
  }

  /// Σ uses·x ≤ most; nil when nothing limits.
  private let limit: CoverProblem.Limit?
  private var wholeUses: [Int] = []
  private var unit = 0.0
  private var steps: [Step] = []
  private var table: [Double] = []

  /// The relative price of one unit of the limit in the last solution of ``relaxed(_:values:room:x:)``.
  private(set) var dual = 0.0

  init(limit: CoverProblem.Limit?) {
    self.limit = limit
    guard let limit, !limit.isCount else { return }
    let uses = limit.uses.filter { $0 <= limit.most }
    unit = Self.commonUnit(uses, most: limit.most) ?? limit.most / Double(Self.unitLimit)
    if unit > 0 { wholeUses = limit.uses.map { Int(min($0 / unit, 1e15).rounded(.down)) } }
  }

  /// The greatest common divisor of whole uses, when the limit has few enough of it.
  private static func commonUnit(_ uses: [Double], most: Double) -> Double? {
    var divisor = 0.0
    for var use in uses {
      guard use.rounded() == use, use < 0x1p53 else { return nil }
      while use > 0 { (divisor, use) = (use, divisor.truncatingRemainder(dividingBy: use)) }
      if divisor > 0, most / divisor > Double(2 * unitLimit) { return nil }
    }
    return divisor > 0 ? divisor : nil
  }

  /// Whether the exact minimum is worth computing.
  func isExactAffordable(options: Int) -> Bool {
    guard let limit, unit > 0 else { return false }
    return limit.most / unit * Double(options) <= Double(Self.tableLimit)
  }

  /// The minimum with fractions.
  ///
  /// - Parameters:
  ///   - groups: The options of each group.
  ///   - values: What each option adds, per option of the problem.
  ///   - room: What is left of the limit.
  ///   - x: Receives the solution at the options of the groups.
  mutating func relaxed(_ groups: [[Int32]], values: [Double], room: Double, x: inout [Double]) -> Double {
    dual = 0
    var sum = 0.0
    steps.removeAll(keepingCapacity: true)
    for group in groups {
      for option in group { x[Int(option)] = 0 }
      guard let limit else {
        if let best = group.min(by: { values[Int($0)] < values[Int($1)] }), values[Int(best)] < 0 {
          x[Int(best)] = 1
          sum += values[Int(best)]
        }
        continue
      }
      sum += addSteps(group, values: values, uses: limit.uses, x: &x)
    }
    guard let limit else { return sum }
    var left = limit.isCount ? (room * (1 + 1e-12)).rounded(.down) : room
    steps.sort { $0.efficiency != $1.efficiency ? $0.efficiency > $1.efficiency : $0.option < $1.option }
    for step in steps {
      let part = step.use <= left ? 1 : max(0, left / step.use)
      sum -= part * step.value
      left -= part * step.use
      x[Int(step.option)] = part
      if step.previous >= 0 { x[Int(step.previous)] -= part }
      if part < 1 {
        dual = step.efficiency
        break
      }
    }
    return sum
  }

  /// The steps of a group along its upper hull; returns what its options without use add.
  private mutating func addSteps(
    _ group: [Int32], values: [Double], uses: [Double], x: inout [Double]
  ) -> Double {
    if group.count == 1 {
      let option = Int(group[0])
      let value = -values[option]
      guard value > 0 else { return 0 }
      if uses[option] == 0 {
        x[option] = 1
        return -value
      }
      steps.append(
        Step(
          efficiency: value / uses[option], use: uses[option], value: value, option: Int32(option), previous: -1))
      return 0
    }
    let useful = group.filter { values[Int($0)] < 0 }.sorted {
      let (a, b) = (Int($0), Int($1))
      return uses[a] != uses[b] ? uses[a] < uses[b] : values[a] < values[b]
    }
    var base: Int32 = -1
    var hull: [Step] = []
    for option in useful {
      let use = uses[Int(option)]
      let value = -values[Int(option)]
      if use == 0 {
        if base < 0 { base = option }
        continue
      }
      while true {
        let last = hull.last?.option ?? base
        let lastValue = last >= 0 ? -values[Int(last)] : 0
        let lastUse = last >= 0 ? uses[Int(last)] : 0
        guard value > lastValue, use > lastUse else { break }
        let efficiency = (value - lastValue) / (use - lastUse)
        if let top = hull.last, efficiency >= top.efficiency {
          hull.removeLast()
          continue
        }
        hull.append(
          Step(
            efficiency: efficiency, use: use - lastUse, value: value - lastValue, option: option, previous: last))
        break
      }
    }
    steps += hull
    guard base >= 0 else { return 0 }
    x[Int(base)] = 1
    return values[Int(base)]
  }

  /// The exact minimum in whole units.
  mutating func exact(_ groups: [[Int32]], values: [Double], room: Double, x: inout [Double]) -> Double {
    let capacity = Int((room / unit * (1 + 1e-12)).rounded(.down))
    let width = capacity + 1
    let useful = groups.map { group in group.filter { values[Int($0)] < 0 && wholeUses[Int($0)] <= capacity } }
    for group in groups { for option in group { x[Int(option)] = 0 } }
    let rows = useful.filter { !$0.isEmpty }
    let cells = (rows.count + 1) * width
    if table.count < cells { table = [Double](repeating: 0, count: cells) }
    return table.withUnsafeMutableBufferPointer { table in
      for cell in 0..<width { table[cell] = 0 }
      for (index, group) in rows.enumerated() {
        let old = UnsafeMutableBufferPointer(rebasing: table[(index * width)..<((index + 1) * width)])
        let new = UnsafeMutableBufferPointer(rebasing: table[((index + 1) * width)..<((index + 2) * width)])
        for cell in 0..<width { new[cell] = old[cell] }
        for option in group {
          let use = wholeUses[Int(option)]
          let value = values[Int(option)]
          for cell in use..<width {
            let candidate = old[cell - use] + value
            new[cell] = candidate < new[cell] ? candidate : new[cell]
          }
        }
      }
      var cell = capacity
      for index in rows.indices.reversed() {
        let target = table[(index + 1) * width + cell]
        if target == table[index * width + cell] { continue }
        for option in rows[index] {
          let use = wholeUses[Int(option)]
          if use <= cell, table[index * width + cell - use] + values[Int(option)] == target {
            x[Int(option)] = 1
            cell -= use
            break
          }
        }
      }
      return table[rows.count * width + capacity]
    }
  }
}
