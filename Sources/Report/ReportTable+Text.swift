internal import Units

extension ReportTable {
  /// The table for a console: heads, units under them, columns aligned; texts on the left, numbers on the right.
  ///
  /// Long texts are cut with `…`; the files hold them whole. Empty when the table has no rows.
  /// Numbers are in the units of ``UnitSystem/current``: columns of the files keep theirs.
  /// - Parameters:
  ///   - longestText: The widest column of texts, in characters.
  ///   - list: The key of a column of lists, which go on in further lines instead of being cut; nil for none.
  public func text(longestText: Int = 28, wrapping list: String? = nil) -> String {
    let columns = columns.map { $0.shown(in: UnitSystem.current) }
    let factors = self.columns.map { $0.factor(in: UnitSystem.current) }
    let shown = columns.indices.filter { columns[$0].consoleDecimals != nil }
    let body = rows.flatMap { row in
      let cells = shown.map { index -> [String] in
        // The last column may run on: nothing stands behind it.
        let most = index == shown.last ? longestText * 2 : longestText
        let text = Self.text(row[index], decimals: columns[index].consoleDecimals ?? 0, factor: factors[index])
        guard self.columns[index].key == list else { return [ConsoleText.cut(text, to: most)] }
        return ConsoleText.wrapped(text, to: most)
      }
      return (0..<(cells.map(\.count).max() ?? 1)).map { line in cells.map { $0.count > line ? $0[line] : "" } }
    }
    guard !body.isEmpty else { return "" }
    let heads = [shown.map { columns[$0].heading }, shown.map { columns[$0].unit }]
    let widths = shown.indices.map { column in (heads + body).map { ConsoleText.width(of: $0[column]) }.max() ?? 0 }
    let isNumeric = shown.map { index in
      rows.contains { if case .text = $0[index] { false } else { $0[index] != .empty } }
        && !rows.contains { if case .text = $0[index] { true } else { false } }
    }

    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - ConsoleText.width(of: cell))
        text += (column > 0 ? "  " : "") + (isNumeric[column] ? padding + cell : cell + padding)
      }
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let head = heads[1].allSatisfy(\.isEmpty) ? [heads[0]] : heads
    return (head.map(line) + [rule] + body.map(line)).joined(separator: "\n") + "\n"
  }

  private static func text(_ cell: Cell, decimals: Int, factor: Double) -> String {
    switch cell {
    case .empty: "–"
    case .text(let text): ConsoleText.harmless(text)
    case .integer(let number): String(number)
    case .number(let number): (number * factor).fixed(decimals)
    case .flag(let flag): flag ? "yes" : "no"
    }
  }
}

extension ReportTable.Column {
  /// What its numbers are multiplied with for a reader of some units.
  func factor(in units: UnitSystem) -> Double {
    guard units == .aviation else { return 1 }
    if unit == "per million", heading.contains("km") { return 1000 / units.distance.metres }
    switch unit.prefix(while: { $0 != " " }) {
    case "km": return 1000 / units.distance.metres
    case "m": return 1 / units.height.metres
    case "km/h": return Speed.kilometresPerHour(1).knots
    default: return 1
    }
  }

  /// The column with its heading and unit for a reader of some units.
  func shown(in units: UnitSystem) -> ReportTable.Column {
    guard factor(in: units) != 1 else { return self }
    var column = self
    column.heading = units.heading(heading)
    let rest = unit.drop { $0 != " " }
    switch unit.prefix(while: { $0 != " " }) {
    case "km": column.unit = units.distanceSymbol + rest
    case "m":
      column.unit = units.heightSymbol + rest
      column.consoleDecimals = consoleDecimals.map { min($0, 0) }
    case "km/h": column.unit = units.speedSymbol + rest
    default: break
    }
    return column
  }
}
