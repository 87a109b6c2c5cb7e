internal import GeoFiles
internal import Placement
internal import Units

extension SelectionReading {
  mutating func readCovers(_ problems: inout SelectionProblems) {
    read(&problems, required: ["option", "demand"], optional: ["strength"], numbers: ["strength"]) {
      reading, row, problems in
      if let cover = reading.cover(row, &problems) { reading.covers.append(cover) }
    }
  }

  /// Reads the covers again and says which rows name a pair twice; what else is wrong has been reported.
  mutating func findDuplicates(_ problems: inout SelectionProblems) {
    covers = []
    let told = warnings
    var others = SelectionProblems(path: problems.path)
    var duplicates = SelectionProblems(path: problems.path)
    var lines: [UInt64: Int32] = [:]
    // Ids of rows that were not taken, or of none, are distinguished too.
    var (newOptions, newDemands) = ([String: Int32](), [String: Int32]())
    func index(_ id: String, _ known: [String: Int32], _ new: inout [String: Int32]) -> UInt64 {
      if let index = known[id] { return UInt64(index) }
      let index = new[id] ?? Int32(known.count + new.count)
      new[id] = index
      return UInt64(index)
    }
    read(&others, required: ["option", "demand"], optional: ["strength"], numbers: []) { reading, row, _ in
      guard let option = row["option"], let demand = row["demand"] else { return }
      let key =
        index(option, reading.optionIndices, &newOptions) << 32 | index(demand, reading.demandIndices, &newDemands)
      if let line = lines[key] {
        duplicates.append(row.line, nil, "the same option and demand as on line \(line)")
      } else {
        lines[key] = Int32(clamping: row.line)
      }
    }
    warnings = told
    problems.merge(duplicates)
  }

  private func cover(_ row: SelectionRow, _ problems: inout SelectionProblems) -> PlacementCover? {
    let (option, demand) = (row.text("option", &problems), row.text("demand", &problems))
    let optionIndex = option.flatMap { optionIndices[$0] }
    let demandIndex = demand.flatMap { demandIndices[$0] }
    if let option, optionIndex == nil, !hasLostOptions {
      problems.append(
        row.line, "option", "“\(option)” is not the id of an option",
        remedy: choices(for: option, among: optionIndices, problems))
    }
    if let demand, demandIndex == nil, !hasLostDemands {
      problems.append(
        row.line, "demand", "“\(demand)” is not the id of a demand",
        remedy: choices(for: demand, among: demandIndices, problems))
    }
    let before = problems.count
    let strength = row.number("strength", &problems, orMissing: 1)
    if strength == 0, problems.count == before {
      problems.append(row.line, "strength", "is zero", remedy: "leave out the row, or give a strength above zero")
    }
    guard let optionIndex, let demandIndex else { return nil }
    return PlacementCover(option: Int(optionIndex), demand: Int(demandIndex), strength: Float(strength))
  }

  /// What an id may have meant; nothing for faults beyond those that are listed, and for ids too many to go through for each.
  private func choices(
    for id: String, among known: [String: Int32], _ problems: SelectionProblems
  ) -> String? {
    problems.count < 50 && known.count <= 10_000 ? NearestName.choices(for: id, among: known.keys) : nil
  }
}
