public import Units

extension PlacementModel {
  /// Reads the list that a solver found for ``writeLP(_:to:)``, or a plain list of ids.
  ///
  /// Reads the solution files of CBC (`solution`), HiGHS (`--solution_file`) and GLPK (`--output`), which name options
  /// `x1`, `x2` and so on, and text with one id per line.
  ///
  /// - Returns: Indices of options in ascending order, without fixed ones.
  /// - Throws: ``PlacementError`` with codes ``PlacementFault/unknownOption`` and
  ///   ``PlacementFault/badSolution``, one problem per wrong line.
  public func readSolution(_ text: String) throws(PlacementError) -> [Int] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.contains(where: { $0.hasPrefix("# Columns") }) { return try highs(lines) }
    if lines.contains(where: { $0.contains("Column name") }) {
      return try named(lines, from: { $0.contains("Column name") })
    }
    if text.allSatisfy(\.isWhitespace) { throw noSolution("holds no solution: it is empty") }
    if lines.first == "Model status" {
      let status = lines.dropFirst().first ?? ""
      throw noSolution("the solver found nothing: “\(status)”")
    }
    if let first = lines.first, first.contains(" - objective value") {
      // CBC writes what it has also where that is nothing: its first line says so.
      let head = first.lowercased()
      guard !head.contains("infeasible"), !head.contains("no integer") else {
        throw noSolution("the solver found nothing: “\(first)”")
      }
      return try named(lines.dropFirst()[...], from: nil)
    }
    return try ids(lines)
  }

  private func noSolution(_ text: String) -> PlacementError {
    PlacementError(PlacementError.Problem(.badSolution, at: FaultPlace(subject: "line 1"), text))
  }

  private func highs(_ lines: [Substring]) throws(PlacementError) -> [Int] {
    var chosen: [Int] = []
    var problems = PlacementProblems()
    var isInside = false
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("# Columns") {
        // The file repeats its heads for dual values; the first list is the solution.
        if isInside || !chosen.isEmpty { break }
        isInside = true
        continue
      }
      if line.hasPrefix("#") { isInside = false }
      guard isInside else { continue }
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count >= 2 else { continue }
      take(words[0], words[1], line: number + 1, &chosen, &problems)
    }
    try problems.throwAny()
    return cleaned(chosen)
  }

  /// Lines of CBC and GLPK: number, name, perhaps a mark, value.
  private func named(_ lines: some Sequence<Substring>, from head: ((Substring) -> Bool)?) throws(PlacementError)
    -> [Int]
  {
    var chosen: [Int] = []
    var problems = PlacementProblems()
    var isInside = head == nil
    for (number, line) in lines.enumerated() {
      if let head, head(line) {
        isInside = true
        continue
      }
      guard isInside else { continue }
      let words = line.split(whereSeparator: \.isWhitespace).filter { $0 != "**" && $0 != "*" }
      guard words.count >= 3, Int(words[0]) != nil else { continue }
      take(words[1], words[2], line: number + (head == nil ? 2 : 1), &chosen, &problems)
    }
    try problems.throwAny()
    return cleaned(chosen)
  }

  private func take(
    _ name: Substring, _ value: Substring, line: Int, _ chosen: inout [Int], _ problems: inout PlacementProblems
  ) {
    guard name.hasPrefix("x"), let number = Int(name.dropFirst()) else { return }
    // Checked before it is counted from zero: the least integer has none below it.
    guard number >= 1, options.indices.contains(number - 1) else {
      return problems.append(.unknownOption, "line \(line)", "the model has no \(name)")
    }
    guard let value = Double(value) else {
      return problems.append(.badSolution, "line \(line)", "“\(value)” is not a number")
    }
    // Solvers are content with values within 1e-5 or so of whole numbers.
    guard abs(value - value.rounded()) <= 1e-4 else {
      return problems.append(.badSolution, "line \(line)", "\(name) is \(value), not 0 or 1")
    }
    if value.rounded() == 1 { chosen.append(number - 1) }
  }

  private func ids(_ lines: [Substring]) throws(PlacementError) -> [Int] {
    let indices = Dictionary(options.indices.map { (options[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var chosen: [Int] = []
    var problems = PlacementProblems()
    for (number, line) in lines.enumerated() {
      var id = line.drop(while: \.isWhitespace)
      while id.last?.isWhitespace == true { id.removeLast() }
      if id.isEmpty { continue }
      if let index = indices[String(id)] {
        chosen.append(index)
      } else if let index = indices[Self.unquoted(id)] {
        chosen.append(index)
      } else {
        // Ids too many to go through for each wrong one are not searched.
        let remedy =
          options.count <= 10_000 && problems.count < 50
          ? NearestName.choices(for: String(id), among: options.map(\.id)) : nil
        problems.append(.unknownOption, "line \(number + 1)", "“\(id)” is not the id of an option", remedy: remedy)
      }
    }
    try problems.throwAny()
    return cleaned(chosen)
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return String(text) }
    return text.dropFirst().dropLast().split(separator: "\"\"", omittingEmptySubsequences: false).joined(
      separator: "\"")
  }

  private func cleaned(_ chosen: [Int]) -> [Int] {
    Set(chosen).filter { options[$0].standing != .fixed }.sorted()
  }

  /// The limits of a question that a list violates; empty when it is allowed.
  ///
  /// - Parameter chosen: Indices of options, without fixed ones.
  public func faults(of chosen: [Int], in question: PlacementQuestion) -> [String] {
    var faults: [String] = []
    let isChosen = Set(chosen)
    for (index, option) in options.enumerated() {
      if option.standing == .forbidden, isChosen.contains(index) { faults.append("\(option.id) is forbidden") }
      if option.standing == .forced, !isChosen.contains(index) { faults.append("\(option.id) is forced and missing") }
    }
    var groups: [String: String] = [:]
    for (index, option) in options.enumerated() where option.standing == .fixed || isChosen.contains(index) {
      guard let group = option.group else { continue }
      if let other = groups.updateValue(option.id, forKey: group) {
        faults.append("\(other) and \(option.id) are both of group \(group)")
      }
    }
    for limit in question.limits {
      let sum = chosen.reduce(0) { $0 + use(of: limit, by: options[$1]) }
      let name =
        switch limit.measure {
        case .cost: "cost"
        case .count: "count"
        case .resource(let resource): resource
        }
      if sum > limit.most * (1 + PlacementLimit.tolerance) {
        faults.append("\(name) \(Self.numberText(sum)) is above \(Self.numberText(limit.most))")
      }
    }
    if question.goal == .cheapestCover {
      let missing = zip(demands, isCovered(by: chosen)).filter { !$1 }.map(\.0.id)
      if !missing.isEmpty {
        let shown = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? " …" : "")
        faults.append("\(missing.count) demands are not covered: \(shown)")
      }
    }
    return faults
  }
}
