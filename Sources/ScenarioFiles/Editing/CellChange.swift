import GeoFiles
import Scenario
import Units

/// Another text for one field of a row.
struct CellChange {
  var field: FieldFormat
  /// The key by which the text is to be read, in our spelling; it may state the unit.
  var key: String
  /// Nil takes the field away.
  var text: String?

  /// The text as a key of the same field has it, which may state another unit; nil when it cannot.
  func text(under other: String) -> String? {
    guard let text else { return nil }
    let (from, to) = (field.unitEnding(of: key) ?? "", field.unitEnding(of: other) ?? "")
    if from == to, to.isEmpty { return text }
    if let restated = field.restated(text, from, to) { return restated }
    // What is no amount, such as “none”, is the same under any key; the reader says what is wrong with the rest.
    return from == to || !text.contains(where: \.isNumber) ? text : nil
  }

  /// What it writes into YAML.
  func yaml(_ text: String) -> YAMLValue {
    field.type.contains("inline only") && YAMLWriting.isFlow(text) ? .flow(text) : .text(text)
  }

  /// A text as tables with decimal commas, or with points, have it.
  func text(_ text: String, in reading: NumberReading) -> String {
    let isPlace = PositionFields.all.contains { $0.name == field.name && $0.name != PositionFields.position.name }
    guard field.isNumeric || isPlace || field.name == AltitudeFields.altitude.name else { return text }
    switch reading {
    case .known(.comma):
      return text.count { $0 == "." } == 1 && !text.contains(",") && text.contains(/\d\.\d/)
        ? text.replacing(".", with: ",") : text
    case .known(.point), .asWritten, .unsure:
      // Three digits behind a comma may be thousands.
      return text.count { $0 == "," } == 1 && !text.contains(".") && text.contains(/\d,\d/)
        && !text.contains(/,\d{3}(?!\d)/) ? text.replacing(",", with: ".") : text
    }
  }
}

extension DraftLayer {
  /// What an edit changes in a row, in the order of the format; its position apart.
  func changes(
    _ fields: [String: String?]
  ) throws(ScenarioProblem) -> (cells: [CellChange], position: DraftPosition?) {
    var cells: [CellChange] = []
    for (key, text) in fields.sorted(by: { $0.key < $1.key }) {
      let field: FieldFormat
      do { field = try self.field(key) } catch { throw error.at(FaultPlace(field: String(key.prefix(60)))) }
      guard !cells.contains(where: { $0.field.name == field.name }) else {
        throw ScenarioProblem(
          .duplicate, at: FaultPlace(field: field.name), "is given twice in one edit", remedy: "keep one of them")
      }
      cells.append(CellChange(field: field, key: Record.normalized(key), text: text))
    }
    let order = format.fields.map(\.name)
    cells.sort { (order.firstIndex(of: $0.field.name) ?? 0) < (order.firstIndex(of: $1.field.name) ?? 0) }
    func given(_ name: String) -> String? { cells.first { $0.field.name == name }?.text }
    let place: String?
    if let text = given(PositionFields.position.name) {
      place = text
    } else if let north = given(PositionFields.latitude.name), let east = given(PositionFields.longitude.name) {
      place = "\(north), \(east)"
    } else {
      place = nil
    }
    guard let place else { return (cells, nil) }
    let stated = [PositionFields.position, PositionFields.latitude, PositionFields.longitude].map(\.name)
    cells.removeAll { stated.contains($0.field.name) }
    do { return (cells, try DraftPosition(place)) } catch {
      throw error.at(FaultPlace(field: PositionFields.position.name))
    }
  }

  /// The texts of a row by field.
  func texts(_ row: Int) -> [String: String] {
    let keys = KeyIndex(format)
    var result: [String: String] = [:]
    for (key, cell) in layer.records[row].cells {
      if let name = keys.field(of: key), case .text(let text) = cell.content { result[name] = text }
    }
    return result
  }

  /// The changes that give a row a place, in the notation that it or its table has.
  func cells(of position: DraftPosition, row: Int?, available: Set<String>) throws(ScenarioProblem) -> [CellChange] {
    let current = row.map { texts($0) } ?? [:]
    return try position.fields(like: current, available: available, crs: layer.crs).compactMap { name, text in
      format.fields.first { $0.name == name }.map { CellChange(field: $0, key: name, text: text) }
    }
  }
}
