import Response
import Scenario
import Units

/// The types of the layer `aircraft_figures`, each as the cells that a row of the aircraft layer would have.
struct AircraftTypes {
  private(set) var cells: [String: [String: Cell]] = [:]
  /// Where the figures come from, those of a table in the order of its rows.
  private(set) var sources: [String: [PerformanceFigure: [FigureSource]]] = [:]
  /// Whether all rows are known; when not, an unknown reference may be a consequence and is not reported.
  var isComplete = true
  /// Whether the scenario has the layer.
  var isPresent = true
  private var kinds: [String: Aircraft.Kind] = [:]

  /// A row with the figures of a type for what it does not state.
  func fill(_ row: Row, from type: String) -> Row {
    guard let cells = cells[type] else {
      if isComplete {
        row.report(
          .reference, PerformanceFields.figuresOf, "there are no figures of “\(type)”",
          isPresent
            ? NearestName.choices(for: type, among: Set(self.cells.keys))
            : "name a catalogue of them under layers: aircraft_figures")
      }
      return row
    }
    for (figure, sources) in sources[type] ?? [:] where sources.contains(where: { $0.certainty == .secondary }) {
      guard !row.gives(named: figure.rawValue) else { continue }
      row.diagnostics.warnOnce(
        about: "secondary \(type) \(figure.rawValue)", .incomplete, at: row.origin(PerformanceFields.figuresOf),
        field: figure.rawValue,
        "of “\(type)” rests on one source at second hand: \(sources.map(\.text).joined(separator: "; "))",
        "state it from the flight manual")
    }
    return row.filled(from: cells)
  }

  /// Adds one figure.
  mutating func add(_ figure: PerformanceFigure, of id: String, _ row: Row) {
    typealias F = AircraftFigureFields
    let (name, kind) = (row.optional(F.name), row.required(F.kind))
    let (at, value) = (row.optional(F.at), row.required(F.value))
    let (certainty, source) = (row.required(F.certainty), row.required(F.source))
    guard let kind, let value, let certainty, let source else { return }
    let origin = row.record.origin
    func cell(_ text: String) -> Cell? {
      var cell = Cell(.scalar(text, line: origin.line ?? 1), file: origin.file)
      cell?.origin = origin
      return cell
    }
    if let first = kinds[id], first != kind {
      row.report(
        .value, F.kind, "is \(kind.rawValue), in an earlier row of “\(id)” \(first.rawValue)", "a type is one kind")
    }
    kinds[id] = kind
    var type = cells[id] ?? [:]
    type[AircraftFields.kind.name] = type[AircraftFields.kind.name] ?? cell(kind.rawValue)
    type[AircraftFields.name.name] = type[AircraftFields.name.name] ?? cell(name ?? id)
    let text = at.map { "\($0): \(value)" } ?? value
    if let before = type[figure.rawValue], case .text(let rows) = before.content {
      if at == nil || !rows.contains(":") {
        row.report(
          .duplicate, F.figure, "“\(figure.rawValue)” of “\(id)” is stated twice",
          "keep one row, or give each its place in the table under at")
        return
      }
      var joined = before
      joined.content = .text(rows + "; " + text)
      type[figure.rawValue] = joined
    } else {
      type[figure.rawValue] = cell(text)
    }
    cells[id] = type
    sources[id, default: [:]][figure, default: []].append(
      FigureSource(text: source, certainty: certainty, condition: row.optional(F.condition) ?? ""))
  }
}

extension Decoder {
  /// The catalogue of figures to which aircraft refer.
  func aircraftTypes() -> AircraftTypes {
    typealias F = AircraftFigureFields
    var types = AircraftTypes()
    guard let layer = layers[F.layer.key] else {
      types.isPresent = false
      return types
    }
    types.isComplete = layer.isReadable
    let before = diagnostics.errorCount
    for row in rows(of: layer) {
      let (id, figure) = (row.required(F.id), row.required(F.figure))
      if let id, let figure { types.add(figure, of: id, row) }
    }
    if diagnostics.errorCount > before { types.isComplete = false }
    return types
  }
}
