import Scenario

extension Row {
  /// The items of a list, each as a row that holds it under the same name; none after a report, and where there is no list.
  func items(_ field: Field<String>, _ format: LayerFormat, example: String) -> [Row] {
    guard has(field), let tree = tree(field) else { return [] }
    guard case .sequence(let items, _) = tree else {
      report(.value, field, "is not a list", example)
      return []
    }
    return items.map { tree in
      var item = Record(cells: [:], origin: Origin(file: record.origin.file, line: tree.line))
      item.cells[field.name] = Cell(tree, file: record.origin.file)
      return Row(record: item, format: format, prefix: prefix, diagnostics: diagnostics)
    }
  }
}
