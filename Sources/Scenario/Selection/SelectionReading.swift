internal import GeoFiles
internal import Placement
internal import Units

/// Reads the three tables of a selection, and collects what is wrong.
struct SelectionReading {
  let resources: [String]
  let need: Double
  private(set) var options: [PlacementOption] = []
  private(set) var demands: [PlacementDemand] = []
  var covers: [PlacementCover] = []
  private(set) var currency: String?
  var warnings: [String] = []
  private(set) var optionIndices: [String: Int32] = [:]
  private(set) var demandIndices: [String: Int32] = [:]
  private var optionLines: [Int] = []
  /// The line of the option that stands or is forced, of each group that has one.
  private var takenGroups: [String: Int] = [:]
  private var demandLines: [Int32] = []
  /// Whether rows were lost with their ids: what names an id that is not known is then no fault of its own.
  private(set) var hasLostOptions = false
  private(set) var hasLostDemands = false

  init(resources: [String], need: Double) {
    self.resources = resources
    self.need = need
  }

  /// The rows of a table with the columns that are known; what is wrong with a row does not end the reading.
  ///
  /// - Returns: Whether every row was taken.
  @discardableResult
  mutating func read(
    _ problems: inout SelectionProblems, required: [String], optional: [String],
    row take: (inout SelectionReading, SelectionRow, inout SelectionProblems) -> Void
  ) -> Bool {
    var isWhole = true
    do throws(GeoFileError) {
      var reader = try TableReader(path: problems.path)
      let names = reader.columns.map { $0.lowercased() }
      let missing = required.filter { !names.contains($0.lowercased()) }
      guard missing.isEmpty else {
        problems.append(
          1, nil, "no column \(missing.joined(separator: ", "))",
          remedy: "the first line names the columns: \((required + optional.map { "[\($0)]" }).joined(separator: ","))")
        return false
      }
      let known = (required + optional).map { $0.lowercased() }
      let unused = zip(reader.columns, names).filter { !known.contains($1) }.map(\.0)
      if !unused.isEmpty {
        warnings.append("\(problems.path): columns that are not used: \(unused.joined(separator: ", "))")
      }
      let places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
      while true {
        do throws(GeoFileError) {
          guard let row = try reader.next() else { break }
          take(&self, SelectionRow(line: row.line, cells: row.cells, places: places), &problems)
        } catch {
          problems.append(error)
          isWhole = false
          if error.code != .badRow { break }
        }
      }
      warnings += reader.warnings
    } catch {
      problems.append(error)
      isWhole = false
    }
    return isWhole
  }

  mutating func readOptions(_ problems: inout SelectionProblems) {
    let flags = ["fixed", "forced", "forbidden"]
    let isWhole = read(&problems, required: ["id", "cost"] + resources, optional: ["group"] + flags) {
      reading, row, problems in
      guard let id = row.text("id", &problems) else {
        reading.hasLostOptions = true
        return
      }
      if let index = reading.optionIndices[id] {
        return problems.append(row.line, "id", "“\(id)” is on line \(reading.optionLines[Int(index)]) too")
      }
      var option = PlacementOption(id: id, cost: 0, group: row["group"])
      option.cost = reading.price(row, "cost", &problems)
      option.uses = reading.resources.map { row.number($0, &problems, orMissing: 0) }
      let standings = flags.filter { row.flag($0, &problems) }
      if standings.count > 1 {
        problems.append(row.line, standings[1], "cannot be yes together with \(standings[0])")
      }
      option.standing = standings.first.flatMap { PlacementOption.Standing(rawValue: $0) } ?? .free
      if let group = option.group, option.standing == .fixed || option.standing == .forced {
        if let line = reading.takenGroups[group] {
          problems.append(
            row.line, "group", "stands with the option on line \(line) in group “\(group)”, which has room for one")
        } else {
          reading.takenGroups[group] = row.line
        }
      }
      reading.optionIndices[id] = Int32(reading.options.count)
      reading.options.append(option)
      reading.optionLines.append(row.line)
    }
    if !isWhole { hasLostOptions = true }
  }

  mutating func readDemands(_ problems: inout SelectionProblems) {
    let isWhole = read(&problems, required: ["id", "weight"], optional: ["group", "k"]) { reading, row, problems in
      guard let id = row.text("id", &problems) else {
        reading.hasLostDemands = true
        return
      }
      if let index = reading.demandIndices[id] {
        return problems.append(row.line, "id", "“\(id)” is on line \(reading.demandLines[Int(index)]) too")
      }
      let before = problems.count
      let need = row.number("k", &problems, orMissing: reading.need)
      if problems.count == before, !(need > 0 && need <= 1000) {
        problems.append(row.line, "k", "a need is above 0 and at most 1000, not \(need)")
      }
      reading.demandIndices[id] = Int32(reading.demands.count)
      reading.demands.append(
        PlacementDemand(id: id, weight: row.number("weight", &problems), group: row["group"], need: need))
      reading.demandLines.append(Int32(clamping: row.line))
    }
    if !isWhole { hasLostDemands = true }
  }

  /// A price; its currency must be that of all others.
  private mutating func price(_ row: SelectionRow, _ column: String, _ problems: inout SelectionProblems) -> Double {
    guard let text = row.text(column, &problems) else { return 0 }
    do throws(QuantityError) {
      let price = try PriceText(parsing: text)
      if let found = price.currency {
        if let currency, currency != found {
          problems.append(row.line, column, "in \(found), where others are in \(currency)", remedy: "use one currency")
        }
        currency = currency ?? found
      }
      if price.amount < 0 { problems.append(row.line, column, "“\(text)” is below zero") }
      return price.amount
    } catch {
      problems.append(row.line, column, "“\(text)” is no price", remedy: "write a number, or \(Money.accepted)")
      return 0
    }
  }
}

/// A row of a selection's table with its values by column.
struct SelectionRow {
  let line: Int
  let cells: [String?]
  let places: [String: Int]

  /// The text of a column; nil where it is empty or the column absent.
  subscript(_ column: String) -> String? { places[column.lowercased()].flatMap { cells[$0] } }

  /// A text that must be there.
  func text(_ column: String, _ problems: inout SelectionProblems) -> String? {
    if let text = self[column] { return text }
    problems.append(line, column, "is empty")
    return nil
  }

  /// A number, zero or more; a missing one is an error unless there is another to take.
  func number(_ column: String, _ problems: inout SelectionProblems, orMissing other: Double? = nil) -> Double {
    guard let text = self[column] else {
      if let other { return other }
      problems.append(line, column, "is empty")
      return 0
    }
    // The fast way for the millions of plain numbers; NumberText tells what is wrong with others.
    if let number = Double(text), number >= 0, number.isFinite { return number }
    guard let number = try? NumberText.parse(text) else {
      let point = text.replacing(",", with: ".", maxReplacements: 1)
      let advice = Double(point) == nil ? "" : "; decimals follow a point: \(point)"
      problems.append(line, column, "“\(text)” is no number\(advice)")
      return 0
    }
    if number < 0 { problems.append(line, column, "“\(text)” is below zero") }
    return max(0, number)
  }

  /// Yes or no; an empty value is no.
  func flag(_ column: String, _ problems: inout SelectionProblems) -> Bool {
    switch self[column]?.lowercased() {
    case nil, "no", "false", "0", "n": return false
    case "yes", "true", "1", "y", "x": return true
    case .some(let text):
      problems.append(line, column, "“\(text)” is neither yes nor no")
      return false
    }
  }
}
