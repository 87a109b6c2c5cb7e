public import Units

extension PlacementModel {
  /// The question as a mixed-integer program in CPLEX's LP format, for any solver.
  ///
  /// `x7` is the option with index 6, `z7` says whether the demand with index 6 is covered, `t` is the share of the worst
  /// group. The names of options stand in comments. Demands that weigh nothing or cannot be covered are left out of the
  /// largest cover; in the cheapest cover their rows are kept, so that a solver finds it infeasible as well.
  ///
  /// - Parameter write: Takes the text piece by piece.
  /// - Throws: ``PlacementError`` with code ``PlacementFault/badLimit``.
  public func writeLP(_ question: PlacementQuestion, to write: (String) -> Void) throws(PlacementError) {
    // The reduction checks the limits.
    _ = try Reduction(self, question)
    let isCheapest = question.goal == .cheapestCover
    write("\\ \(question.goal.rawValue): \(options.count) options, \(demands.count) demands, \(coverCount) covers\n")
    for (index, option) in options.enumerated() {
      write("\\ x\(index + 1) = \(Self.commentText(option.id)) (\(option.standing.rawValue))\n")
    }
    let counted = demands.indices.filter { isCheapest || demands[$0].weight > 0 }
    let bought = options.indices.filter { options[$0].standing != .fixed }
    switch question.goal {
    case .maximumCover:
      write("Maximize\n obj:")
      writeSum(counted.map { (demands[$0].weight, "z\($0 + 1)") }, to: write)
    case .cheapestCover:
      write("Minimize\n obj:")
      writeSum(bought.map { (options[$0].cost, "x\($0 + 1)") }, to: write)
    case .fairestCover: write("Maximize\n obj: t")
    }
    write("\nSubject To\n")
    let scale = strengthScale
    for demand in counted {
      let terms = (starts[demand]..<starts[demand + 1]).map { cover in
        (
          Double(coverStrengths.isEmpty ? Int64(scale) : Self.units(Double(coverStrengths[cover]), scale)),
          "x\(coverOptions[cover] + 1)"
        )
      }
      let need = Self.units(demands[demand].need, scale)
      write(" d\(demand + 1):")
      // A row needs a variable: a demand without covers has its own.
      writeSum(isCheapest && !terms.isEmpty ? terms : terms + [(-Double(need), "z\(demand + 1)")], to: write)
      write(" >= \(isCheapest ? (terms.isEmpty ? 0 : need) : 0)\n")
    }
    writeLimits(question, bought, to: write)
    if question.goal == .fairestCover { writeShares(counted, to: write) }
    writeBounds(question.goal, counted, to: write)
  }

  private func writeLimits(_ question: PlacementQuestion, _ bought: [Int], to write: (String) -> Void) {
    for (index, limit) in question.limits.enumerated() {
      let terms: [(Double, String)] = bought.map { option in
        (use(of: limit, by: options[option]), "x\(option + 1)")
      }
      write(" limit\(index + 1):")
      writeSum(terms, to: write)
      write(" <= \(Self.numberText(limit.most))\n")
    }
    var groups: [String: [Int]] = [:]
    var order: [String] = []
    for (index, option) in options.enumerated() {
      guard let group = option.group else { continue }
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(index)
    }
    for (index, group) in order.enumerated() {
      guard let members = groups[group], members.count > 1 else { continue }
      write(" g\(index + 1):")
      writeSum(members.map { (1, "x\($0 + 1)") }, to: write)
      write(" <= 1\n")
    }
  }

  private func writeShares(_ counted: [Int], to write: (String) -> Void) {
    var groups: [String?: [Int]] = [:]
    var order: [String?] = []
    for demand in counted {
      if groups[demands[demand].group] == nil { order.append(demands[demand].group) }
      groups[demands[demand].group, default: []].append(demand)
    }
    for (index, group) in order.enumerated() {
      let members = groups[group] ?? []
      let weight = members.reduce(0) { $0 + demands[$1].weight }
      write(" s\(index + 1):")
      writeSum(members.map { (demands[$0].weight, "z\($0 + 1)") } + [(-weight, "t")], to: write)
      write(" >= 0\n")
    }
  }

  private func writeBounds(_ goal: PlacementGoal, _ counted: [Int], to write: (String) -> Void) {
    write("Bounds\n")
    for (index, option) in options.enumerated() {
      switch option.standing {
      case .free: continue
      case .fixed, .forced: write(" x\(index + 1) = 1\n")
      case .forbidden: write(" x\(index + 1) = 0\n")
      }
    }
    // A demand that needs a single option is covered in parts only when options are bought in parts.
    let isSimple = coverStrengths.isEmpty
    var binaries = options.indices.map { "x\($0 + 1)" }
    for demand in counted {
      let isUncoverable = starts[demand] == starts[demand + 1]
      if goal == .cheapestCover {
        if isUncoverable { write(" z\(demand + 1) = 1\n") }
      } else if isUncoverable {
        write(" z\(demand + 1) = 0\n")
      } else if isSimple, demands[demand].need == 1 {
        write(" 0 <= z\(demand + 1) <= 1\n")
      } else {
        binaries.append("z\(demand + 1)")
      }
    }
    if goal == .fairestCover { write(" 0 <= t <= 1\n") }
    if !binaries.isEmpty {
      write("Binaries\n")
      for name in binaries { write(" \(name)\n") }
    }
    write("End\n")
  }

  /// A sum over some lines: readers take no longer lines than about 500 characters.
  private func writeSum(_ terms: [(factor: Double, name: String)], to write: (String) -> Void) {
    var isEmpty = true
    for (index, term) in terms.enumerated() where term.factor != 0 || index == 0 {
      if index % 10 == 9 { write("\n") }
      let sign = term.factor < 0 ? " -" : isEmpty ? "" : " +"
      let size = abs(term.factor)
      write("\(sign) \(size == 1 ? "" : "\(Self.numberText(size)) ")\(term.name)")
      isEmpty = false
    }
    // A sum of nothing still needs a variable.
    if isEmpty { write(" 0 nothing") }
  }

  static func numberText(_ number: Double) -> String {
    number.rounded() == number && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  /// A name that cannot end its comment.
  private static func commentText(_ id: String) -> String {
    String(id.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
  }
}
