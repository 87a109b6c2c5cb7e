internal import CGDAL
internal import Units

/// A comma-, semicolon- or tab-separated table: every value as text, every row with its line.
enum TextTable {
  /// No table of a planner is larger; a file that is must not fill the memory.
  static let sizeLimit = 256 << 20

  static func read(_ source: LayerSource, layer: String?, crs: String?) throws(GeoFileError) -> VectorLayer {
    let name = source.baseName
    if let layer, layer != name {
      throw GeoFileError(
        .noSuchLayer, path: source.path, layer: layer, problem: "no such layer", remedy: "a text table has one, \(name)"
      )
    }
    let bytes = try load(source)
    let text = try TextEncoding.decode(bytes, path: source.path)
    var scanner = DelimitedScanner(text.bytes, path: source.path)
    guard let header = try scanner.nextRow() else {
      throw GeoFileError(
        .badText, path: source.path, problem: "the file is empty", remedy: "its first line names the columns")
    }
    var table = VectorLayer(
      path: source.path, name: name, columns: try columns(header.cells, path: source.path), features: [], rows: [],
      coordinateSystem: nil, warnings: text.warnings, problems: [])
    table.separator = scanner.separatorCharacter
    var problems = ProblemList()
    var shortRows: [Int] = []
    while let row = try scanner.nextRow() {
      if row.cells.allSatisfy({ $0 == nil }) { continue }
      if row.cells.dropFirst(table.columns.count).contains(where: { $0 != nil }) {
        problems.append(
          GeoFileError(
            .badRow, path: source.path, row: .line(row.line),
            problem: "\(row.cells.count) values under \(table.columns.count) columns",
            remedy: "put quotes around a value that holds the separator \(scanner.separatorName)"))
        try giveUp(problems, source)
      } else if row.cells.count < table.columns.count {
        shortRows.append(row.line)
      }
      let values: [FieldValue] = table.columns.indices.map { index in
        index < row.cells.count ? row.cells[index].map { .text($0) } ?? .null : .null
      }
      table.features.append(Feature(names: table.columns, values: values, geometry: nil))
      table.rows.append(.line(row.line))
    }
    if !shortRows.isEmpty {
      let shown = shortRows.prefix(5).map(String.init).joined(separator: ", ") + (shortRows.count > 5 ? " …" : "")
      table.warnings.append(
        GeoFileWarning(
          .shortRows, at: FaultPlace(file: source.path, row: .line(shortRows[0])),
          "rows with fewer values than columns (the missing ones are taken as empty): line \(shown)"))
    }
    table.problems = problems.problems
    return try WKTColumn.placed(table, crs: crs)
  }

  private static func giveUp(_ problems: ProblemList, _ source: LayerSource) throws(GeoFileError) {
    guard problems.isFull else { return }
    throw GeoFileError(
      .badText, path: source.path,
      problem: "not a table: \(ProblemList.limit) rows and more do not fit the first line, the first at "
        + (problems.problems.first?.place.row?.description ?? "line 2"))
  }

  /// Names without blanks around them; unnamed columns are `column 3`; no name twice.
  private static func columns(_ cells: [String?], path: String) throws(GeoFileError) -> [String] {
    var names = cells.enumerated().map { $1 ?? "column \($0 + 1)" }
    // Trailing separators make unnamed columns that hold nothing.
    while let last = cells.indices.last, names.count == cells.count, cells[last] == nil, names.count > 1 {
      names.removeLast()
      break
    }
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      throw GeoFileError(
        .badText, path: path, row: .line(1), field: name, problem: "two columns of this name",
        remedy: "name every column once")
    }
    return names
  }

  /// The whole file, through GDAL's file layer so that archives work; refused early when it is not text.
  private static func load(_ source: LayerSource) throws(GeoFileError) -> [UInt8] {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> [UInt8] in
      guard let file = VSIFOpenL(source.source, "rb") else {
        throw GeoFileError(
          .unreadable, path: source.path, problem: messages.failure(otherwise: "the file cannot be opened"))
      }
      defer { VSIFCloseL(file) }
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let count = VSIFReadL(&chunk, 1, chunk.count, file)
        if count == 0 { break }
        if let position = chunk[..<count].firstIndex(where: TextEncoding.isNoText) {
          throw TextEncoding.notText(chunk[..<count], at: position, offset: bytes.count, path: source.path)
        }
        bytes.append(contentsOf: chunk[..<count])
        if bytes.count > sizeLimit {
          throw GeoFileError(
            .tooLarge, path: source.path, problem: "a text table of more than \(sizeLimit >> 20) MiB",
            remedy: "store it as a GeoPackage")
        }
      }
      if let failure = messages.failures.first {
        throw GeoFileError(.corrupt, path: source.path, problem: "GDAL says: \(failure)")
      }
      return bytes
    }
  }
}
