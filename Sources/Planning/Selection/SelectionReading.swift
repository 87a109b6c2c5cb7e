internal import GeoFiles
internal import Placement
internal import Scenario
internal import Units

/// Reads the three tables of a selection, and collects what is wrong.
struct SelectionReading {
  let resources: [String]
  let need: Double
  private(set) var options: [PlacementOption] = []
  private(set) var demands: [PlacementDemand] = []
  var covers: [PlacementCover] = []
  private(set) var currency: String?
  var warnings: [GeoFileWarning] = []
  private(set) var optionIndices: [String: Int32] = [:]
  private(set) var demandIndices: [String: Int32] = [:]
  private var optionLines: [Int] = []
  /// The line of the option that stands or is forced, of each group that has one.
  private var takenGroups: [String: Int] = [:]
  private var demandLines: [Int32] = []
  /// Whether rows were lost with their ids: what names an id that is not known is then no fault of its own.
  private(set) var hasLostOptions = false
  private(set) var hasLostDemands = false

  /// The decimal mark that the caller states.
  private let decimal: DecimalMark?
  /// How numbers of the options are read.
  private(set) var ofOptions = NumberReading.asWritten

  init(resources: [String], need: Double, decimal: DecimalMark?) {
    self.resources = resources
    self.need = need
    self.decimal = decimal
  }

  /// The rows of a table with the columns that are known; what is wrong with a row does not end the reading.
  ///
  /// - Parameter numbers: The columns that hold numbers.
  /// - Returns: Whether every row was taken.
  @discardableResult
  mutating func read(
    _ problems: inout SelectionProblems, required: [String], optional: [String], numbers: [String],
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
      let free = (required + optional).filter { !names.contains($0.lowercased()) }
      for column in unused {
        guard let name = near(column, free) else { continue }
        problems.append(
          1, column, "is not a column that is read: \(NearestName.question([name]))",
          remedy: "rename the column, or remove it")
      }
      if !unused.isEmpty {
        warnings.append(
          GeoFileWarning(
            .unusedColumns, at: FaultPlace(file: problems.path, row: .line(1), field: unused.joined(separator: ", ")),
            "\(problems.path): columns that are not used: \(unused.joined(separator: ", "))"))
      }
      let reading = try reading(of: problems.path, numbers)
      if required.contains("cost") { ofOptions = reading }
      let places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
      while true {
        do throws(GeoFileError) {
          guard let row = try reader.next() else { break }
          take(&self, SelectionRow(line: row.line, cells: row.cells, places: places, reading: reading), &problems)
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

  /// How the numbers of a table are read: as the caller says, or as they show.
  private func reading(of path: String, _ numbers: [String]) throws(GeoFileError) -> NumberReading {
    if let decimal { return .known(decimal) }
    var reader = try TableReader(path: path)
    let places = reader.columns.indices.filter { index in
      numbers.contains { $0.lowercased() == reader.columns[index].lowercased() }
    }
    guard !places.isEmpty else { return .asWritten }
    var evidence = DecimalEvidence()
    while true {
      do throws(GeoFileError) {
        guard let row = try reader.next() else { break }
        for place in places { if let text = row.cells[place] { evidence.take(text) } }
      } catch {
        // Reported when the rows are taken.
        if error.code != .badRow { break }
      }
    }
    return evidence.reading(otherwise: reader.separator == "," ? .asWritten : .unsure)
  }

  /// The column that one which is not read is nearly named; names of one or two letters are near to nothing.
  private func near(_ column: String, _ names: [String]) -> String? {
    let letters = Array(column.lowercased().filter { $0.isLetter })
    return names.first { name in
      guard name.count > 3 else { return false }
      let wanted = Array(name.lowercased())
      let isSame = letters.count == wanted.count && letters.sorted() != wanted.sorted() && wanted.count < 6
      return !isSame && NearestName.distance(letters, wanted) <= 1
    }
  }

  mutating func readOptions(_ problems: inout SelectionProblems) {
    let flags = ["fixed", "forced", "forbidden"]
    let isWhole = read(
      &problems, required: ["id", "cost"] + resources, optional: ["group"] + flags, numbers: ["cost"] + resources
    ) { reading, row, problems in
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
    let isWhole = read(
      &problems, required: ["id", "weight"], optional: ["group", "k"], numbers: ["weight", "k"]
    ) { reading, row, problems in
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
      let price = try PriceText(parsing: text, row.reading)
      if let found = price.currency {
        if let currency, currency != found {
          problems.append(row.line, column, "in \(found), where others are in \(currency)", remedy: "use one currency")
        }
        currency = currency ?? found
      }
      if price.amount < 0 { problems.append(row.line, column, "“\(text)” is below zero") }
      return price.amount
    } catch {
      if error.code == .ambiguousNumber {
        problems.append(row.line, column, "“\(text)” has two readings", remedy: SelectionRow.twoReadings)
      } else {
        problems.append(row.line, column, "“\(text)” is not a price", remedy: "write a number, or \(Money.accepted)")
      }
      return 0
    }
  }
}
