/// What one output shows of a record: a key, what the output says about it, and its value in each row.
struct Entry<Row, Head, Value> {
  /// The key.
  var key: String
  /// The key behind which it stands; nil: in the order of the list.
  var after: String?
  /// What the output says about it: a column's heading, a member's schema, a field's kind.
  var head: Head
  /// Whether every row of a document has it; a schema does not require others.
  var isAlways = true
  /// Its value in a row.
  var value: (Row) -> Value

  /// The same for rows that hold such a row.
  @_semantics("optimize.sil.specialize.generic.never")
  func inside<Outer>(_ inner: @escaping (Outer) -> Row) -> Entry<Outer, Head, Value> {
    let value = value
    return Entry<Outer, Head, Value>(key: key, after: after, head: head, isAlways: isAlways) { value(inner($0)) }
  }

  /// The same for rows that may hold such a row.
  @_semantics("optimize.sil.specialize.generic.never")
  func inside<Outer>(_ inner: @escaping (Outer) -> Row?, otherwise: Value) -> Entry<Outer, Head, Value> {
    let value = value
    return Entry<Outer, Head, Value>(key: key, after: after, head: head, isAlways: isAlways) {
      inner($0).map(value) ?? otherwise
    }
  }
}

extension Array {
  /// The entries in the order of an output: that of the list, but for those that stand behind a certain key.
  @_semantics("optimize.sil.specialize.generic.never")
  func placed<Row, Head, Value>() -> [Element] where Element == Entry<Row, Head, Value> {
    var result = filter { $0.after == nil }
    for entry in self {
      guard let after = entry.after else { continue }
      guard let index = result.lastIndex(where: { $0.key == after }) else {
        preconditionFailure("\(entry.key) stands behind \(after), which the record does not have")
      }
      result.insert(entry, at: index + 1)
    }
    return result
  }
}
