internal import GeoFiles

/// One attribute of an output record: its value in a row, and how each output shows it.
///
/// Made by kind: ``text(_:_:csv:unit:json:gis:schema:page:meaning:_:)``, `flag`, `count`, `length`, `duration` and so on. `csv`
/// is its column in tables, which the console shows as well under a heading; `json` its key in documents; `gis` its attribute
/// in layers; `page` its heading on the page. An output without a face leaves it out; without any it is in documents only.
struct Field<Row> {
  var columns: [Entry<Row, ReportTable.Column, ReportTable.Cell>] = []
  var members: [Entry<Row, JSON, JSON?>] = []
  var attributes: [Entry<Row, OutputLayer.FieldKind, FieldValue>] = []
  var cells: [Entry<Row, PageHead, PageCell>] = []

  /// A column of tables; the console shows it when it has a heading.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func add(
    column key: String, _ heading: String?, unit: String = "", decimals: Int = 0, console: Int = 0,
    after: String? = nil, schema: JSON, _ value: @escaping (Row) -> ReportTable.Cell
  ) {
    let column = ReportTable.Column(
      key: key, heading: heading ?? "", unit: heading == nil ? "" : unit, decimals: decimals,
      consoleDecimals: heading == nil ? nil : console, schema: schema)
    columns.append(Entry(key: key, after: after, head: column, value: value))
  }

  /// A key of JSON objects.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func add(member key: String, after: String? = nil, schema: JSON, _ value: @escaping (Row) -> JSON?) {
    members.append(Entry(key: key, after: after, head: schema, value: value))
  }

  /// An attribute of layers.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func add(
    attribute key: String, _ kind: OutputLayer.FieldKind, after: String? = nil, _ value: @escaping (Row) -> FieldValue
  ) {
    attributes.append(Entry(key: key, after: after, head: kind, value: value))
  }

  /// The attribute with a column in tables of the page.
  @_semantics("optimize.sil.specialize.generic.never")
  func page(
    _ heading: Phrase, isNumeric: Bool = false, _ cell: @escaping (Row, ReportLanguage) -> HTML
  ) -> Field {
    var field = self
    let head = PageHead(heading: heading, isNumeric: isNumeric)
    field.cells.append(Entry(key: "", after: nil, head: head) { row in { say in cell(row, say) } })
    return field
  }
}

extension Field {
  /// The fields of a row inside, at the same level.
  @_semantics("optimize.sil.specialize.generic.never")
  static func inside<Inner>(_ fields: [Field<Inner>], _ inner: @escaping (Row) -> Inner) -> Field {
    var field = Field()
    field.columns = fields.flatMap(\.columns).map { $0.inside(inner) }
    field.members = fields.flatMap(\.members).map { $0.inside(inner) }
    field.attributes = fields.flatMap(\.attributes).map { $0.inside(inner) }
    field.cells = fields.flatMap(\.cells).map { $0.inside(inner) }
    return field
  }

  /// The columns and attributes of a row that may be inside; empty where there is none.
  @_semantics("optimize.sil.specialize.generic.never")
  static func insideIfAny<Inner>(_ fields: [Field<Inner>], _ inner: @escaping (Row) -> Inner?) -> Field {
    var field = Field()
    field.columns = fields.flatMap(\.columns).map { $0.inside(ifAny: inner) }
    field.attributes = fields.flatMap(\.attributes).map { $0.inside(inner, otherwise: .null) }
    return field
  }

  /// A row inside as an object of documents; tables and layers have its columns and attributes.
  @_semantics("optimize.sil.specialize.generic.never")
  static func object<Inner>(
    _ key: String, _ record: Record<Inner>, meaning: String? = nil, _ inner: @escaping (Row) -> Inner
  ) -> Field {
    var field = Field()
    field.columns = record.columns.map { $0.inside(inner) }
    field.attributes = record.attributes.map { $0.inside(inner) }
    field.add(member: key, schema: record.schema.described(meaning)) { record.object(inner($0)) }
    return field
  }

  /// The same where there may be no row: null, and empty columns.
  @_semantics("optimize.sil.specialize.generic.never")
  static func optionalObject<Inner>(
    _ key: String, _ record: Record<Inner>, meaning: String? = nil, _ inner: @escaping (Row) -> Inner?
  ) -> Field {
    var field = Field()
    field.columns = record.columns.map { $0.inside(ifAny: inner) }
    field.attributes = record.attributes.map { $0.inside(inner, otherwise: .null) }
    field.add(member: key, schema: record.schema.orNull().described(meaning)) { row in
      inner(row).map(record.object) ?? .null
    }
    return field
  }

  /// The same where documents leave out the key without a row.
  static func objectIfAny<Inner>(
    _ key: String, _ record: Record<Inner>, meaning: String? = nil, _ inner: @escaping (Row) -> Inner?
  ) -> Field {
    var field = Field()
    field.add(member: key, schema: record.schema.described(meaning)) { inner($0).map(record.object) }
    field.members[0].isAlways = false
    return field
  }

  /// The field without columns, whose keys documents leave out where there is no value.
  var inDocumentsIfAny: Field {
    var field = self
    field.columns = []
    for index in field.members.indices {
      let value = field.members[index].value
      field.members[index].isAlways = false
      field.members[index].value = { row in value(row).flatMap { $0 == .null ? nil : $0 } }
    }
    return field
  }

  /// Rows inside as a list of documents; in tables one text, nothing where the list is empty.
  /// - Parameter csv: The words for each, in tables; nil: these leave it out.
  @_semantics("optimize.sil.specialize.generic.never")
  static func list<Inner>(
    _ key: String, _ record: Record<Inner>, heading: String? = nil, csv words: ((Inner) -> String)? = nil,
    meaning: String? = nil, after: String? = nil, _ rows: @escaping (Row) -> [Inner]
  ) -> Field {
    var field = Field()
    field.add(member: key, after: after, schema: .list(of: record.schema).described(meaning)) { record.list(rows($0)) }
    if let words {
      field.add(column: key, heading, schema: JSON.text.orNull().described(meaning)) { row in
        let texts = rows(row).map(words)
        return .optional(texts.isEmpty ? nil : texts.joined(separator: "; "))
      }
    }
    return field
  }

  /// The same where there may be no list: null.
  @_semantics("optimize.sil.specialize.generic.never")
  static func optionalList<Inner>(
    _ key: String, _ record: Record<Inner>, meaning: String? = nil, _ rows: @escaping (Row) -> [Inner]?
  ) -> Field {
    var field = Field()
    field.add(member: key, schema: .list(of: record.schema).orNull().described(meaning)) { row in
      rows(row).map(record.list) ?? .null
    }
    return field
  }

  /// A list of a document that holds the rows of a table, with the keys of its columns.
  static func rows<Inner>(
    _ key: String, _ record: Record<Inner>, further: JSON? = nil, meaning: String? = nil,
    _ table: @escaping (Row) -> ReportTable
  ) -> Field {
    .json(key, schema: .list(of: record.rowSchema(further: further)), meaning: meaning) { table($0).jsonValue }
  }

  /// The same where the table is that of one of two records: the schema requires the columns that both have.
  static func rows<Inner>(
    _ key: String, _ record: Record<Inner>, or other: Record<Inner>, further: JSON? = nil, meaning: String? = nil,
    _ table: @escaping (Row) -> ReportTable
  ) -> Field {
    .json(key, schema: .list(of: record.rowSchema(or: other, further: further)), meaning: meaning) {
      table($0).jsonValue
    }
  }

  /// A value that every document has.
  static func constant(_ key: String, _ value: JSON) -> Field {
    .json(key, schema: .object(["const": value])) { _ in value }
  }

  /// Any other part of a document.
  static func json(
    _ key: String, schema: JSON, meaning: String? = nil, _ value: @escaping (Row) -> JSON?
  ) -> Field {
    var field = Field()
    field.add(member: key, schema: schema.described(meaning), value)
    return field
  }
}

extension Entry where Head == ReportTable.Column, Value == ReportTable.Cell {
  /// The same for rows that may hold such a row: else empty.
  @_semantics("optimize.sil.specialize.generic.never")
  fileprivate func inside<Outer>(ifAny inner: @escaping (Outer) -> Row?) -> Entry<Outer, Head, Value> {
    var entry = inside(inner, otherwise: .empty)
    entry.head.schema = head.schema.orNull()
    return entry
  }
}
