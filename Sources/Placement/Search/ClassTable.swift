/// Merges demands that the same options cover with the same strengths, and that need the same.
struct ClassTable {
  private var starts: [Int] = [0]
  private var options: [Int32] = []
  private var strengths: [Int32] = []
  private var needs: [Int32] = []
  private var groups: [Int32] = []
  private var penalties: [Double] = []
  /// The first class of each hash, and the next class of the same hash.
  private var heads: [UInt64: Int32] = [:]
  private var links: [Int32] = []

  /// Adds a demand.
  mutating func add(_ newOptions: [Int32], _ newStrengths: [Int32], need: Int32, group: Int32, penalty: Double) {
    // FNV-1a over the words (Fowler, Noll, Vo); equality is checked below.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ word: Int32) { hash = (hash ^ UInt64(UInt32(bitPattern: word))) &* 0x100_0000_01B3 }
    mix(need)
    mix(group)
    for option in newOptions { mix(option) }
    for strength in newStrengths { mix(strength) }

    var candidate = heads[hash] ?? -1
    while candidate >= 0 {
      let index = Int(candidate)
      let range = starts[index]..<starts[index + 1]
      if needs[index] == need, groups[index] == group, options[range].elementsEqual(newOptions),
        strengths[range].elementsEqual(newStrengths)
      {
        penalties[index] += penalty
        return
      }
      candidate = links[index]
    }
    links.append(heads[hash] ?? -1)
    heads[hash] = Int32(needs.count)
    options += newOptions
    strengths += newStrengths
    starts.append(options.count)
    needs.append(need)
    groups.append(group)
    penalties.append(penalty)
  }

  /// Stores the classes and their transpose.
  func store(in problem: inout CoverProblem) {
    problem.columnStarts = starts
    problem.columnOptions = options
    problem.columnStrengths = strengths
    problem.needs = needs
    problem.penalties = penalties
    problem.classGroups = groups
    problem.isSimple = needs.allSatisfy { $0 == 1 }
    var rowStarts = [Int](repeating: 0, count: problem.optionCount + 1)
    for option in options { rowStarts[Int(option) + 1] += 1 }
    for index in 0..<problem.optionCount { rowStarts[index + 1] += rowStarts[index] }
    var next = rowStarts
    problem.rowClasses = [Int32](repeating: 0, count: options.count)
    problem.rowStrengths = problem.rowClasses
    for kind in needs.indices {
      for entry in starts[kind]..<starts[kind + 1] {
        let option = Int(options[entry])
        problem.rowClasses[next[option]] = Int32(kind)
        problem.rowStrengths[next[option]] = strengths[entry]
        next[option] += 1
      }
    }
    problem.rowStarts = rowStarts
  }
}
